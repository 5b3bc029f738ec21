namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>A process dies between two lines of whatever it does next.</summary>
internal sealed class KillProcesses : IAction
{
    public void PlanDay(PlantYear year, DateOnly day)
    {
        if (!year.Happens(year.Deaths)) return;
        var boundaries = year.Happens(0.5) ? year.Chance.Next(1, 40) : year.Chance.Next(1, 400);
        year.Plan(year.Calendar.At(day, new TimeOnly(5, 0).AddMinutes(year.Chance.Next(14 * 60))), $"a process will die after {boundaries} boundaries", () =>
        {
            year.Processes.ArmCut(boundaries);
            return Task.CompletedTask;
        });
    }
}
