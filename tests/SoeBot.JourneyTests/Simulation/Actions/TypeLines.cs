namespace SoeBot.JourneyTests.Simulation.Actions;

internal sealed class TypeLines : IAction
{
    private static readonly string[] Lines = ["my", "done D-{0} it is in", "D-{0} to Mon, supplier slow", "D-{0}", "not mine D-{0}", "agenda", "help", "top ten", "what is the weather"];

    public void PlanDay(PlantYear year, DateOnly day)
    {
        if (year.Happens(year.Calendar.IsWorkingDay(day) ? 0.25 : 0.05))
            year.Plan(year.Calendar.At(day, new TimeOnly(6, 0).AddMinutes(year.Chance.Next(14 * 60))), "somebody types", () =>
            {
                var who = year.Pick(year.AtWork);
                var open = year.Store.Read($"SELECT number FROM decisions WHERE status IN ('Proposed', 'Taken', 'Missed') AND owner LIKE '%{who.AadObjectId}'", row => row.GetInt32(0));
                var number = open.Count > 0 ? year.Pick(open) : year.Chance.Next(1, 20);
                return year.WriteAsync(who, year.Teams.Personal(who), string.Format(null, year.Pick(Lines), number));
            });
    }
}
