namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>Somebody does not want to be reminded now.</summary>
internal sealed class BeQuiet : IAction
{
    private static readonly string[] Lines = ["quiet", "quiet", "unquiet", "snooze 3h", "snooze until Mon 8", "snooze until tomorrow"];

    public void PlanDay(PlantYear year, DateOnly day)
    {
        if (!year.Happens(0.07)) return;
        var who = year.Pick(year.AtWork);
        year.Plan(year.Calendar.At(day, new TimeOnly(6, 0).AddMinutes(year.Chance.Next(6 * 60))), "somebody wants quiet", () => year.WriteAsync(who, year.Teams.Personal(who), year.Pick(Lines)));
    }
}
