namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>Nothing runs, for minutes or for days.</summary>
internal sealed class StopTheMachine : IAction
{
    public bool IsAlways => true;

    public void PlanDay(PlantYear year, DateOnly day)
    {
        if (!year.Happens(0.02)) return;
        var length = year.Happens(0.2) ? TimeSpan.FromHours(year.Chance.Next(10, 90)) : TimeSpan.FromMinutes(year.Chance.Next(2, 300));
        year.Plan(year.Calendar.At(day, new TimeOnly(4, 0).AddMinutes(year.Chance.Next(16 * 60))), $"the machine stops for {length}", () =>
        {
            year.Processes.AllDown(length);
            return Task.CompletedTask;
        });
    }
}
