namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>Somebody takes the app away and puts it back days later; the events of it get lost now and then.</summary>
internal sealed class LeaveTheApp : IAction
{
    public bool IsAlways => true;

    public void PlanDay(PlantYear year, DateOnly day)
    {
        if (!year.Happens(0.015)) return;
        var who = year.People[year.Chance.Next(3, year.People.Count)];
        year.Plan(TimeSpan.FromHours(year.Chance.Next(6, 18)), "somebody removes the app", async () =>
        {
            who.HasApp = false;
            if (year.Happens(0.7)) await year.Teams.Client.UninstallAsync(who, year.Teams.Personal(who));
            who.HasApp = false;
        });
        year.Plan(TimeSpan.FromHours(year.Chance.Next(30, 200)), "somebody has the app again", async () =>
        {
            who.HasApp = true;
            if (year.Happens(0.7)) await year.Teams.Client.InstallAsync(who, year.Teams.Personal(who));
        });
    }
}
