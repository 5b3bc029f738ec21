namespace SoeBot.JourneyTests.Simulation.Actions;

internal sealed class DecideOutside : IAction
{
    public void PlanDay(PlantYear year, DateOnly day)
    {
        if (!year.Calendar.IsWorkingDay(day) || !year.Happens(0.1)) return;
        year.Plan(year.Calendar.At(day, new TimeOnly(7, 0).AddMinutes(year.Chance.Next(10 * 60))), "a decision outside the meeting", () =>
        {
            var who = year.Pick(year.AtWork);
            return year.WriteAsync(who, year.Happens(0.5) ? year.Teams.Personal(who) : year.Channel, $"decide: {year.Pick(year.People).Name} checks the stock count {year.Chance.Next(1000)}");
        });
    }
}
