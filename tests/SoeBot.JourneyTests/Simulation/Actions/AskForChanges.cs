namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>Somebody asks for a change of a line in the coming weeks; forms and presses are answered like any card, by whoever sees them.</summary>
internal sealed class AskForChanges : IAction
{
    private static readonly string[] Lines = ["move {0} to {1:d MMM}, customer line stops", "move {0} out to {1:d MMM}", "cancel {0}", "change {0} to {2} pieces", "move {0} to {1:d MMM} because the supplier is late"];

    public void PlanDay(PlantYear year, DateOnly day)
    {
        if (!year.Calendar.IsWorkingDay(day) || !year.Happens(0.1)) return;
        year.Plan(year.Calendar.At(day, new TimeOnly(7, 30).AddMinutes(year.Chance.Next(8 * 60))), "a change is asked for", () => AskAsync(year));
        if (year.Happens(0.4)) year.Plan(year.Calendar.At(day, new TimeOnly(16, 0)), "a request is decided by a line", () => DecideAsync(year));
    }

    private static Task AskAsync(PlantYear year)
    {
        var lines = year.Store.Read(
            $"SELECT number FROM plan_schedule WHERE plant = '{SimPlant.Id}' AND until_version IS NULL AND finished_on IS NULL AND due >= '{year.Today.AddDays(1):yyyy-MM-dd}' ORDER BY due, number LIMIT 60", row => row.GetString(0));
        if (lines.Count == 0) return Task.CompletedTask;
        var who = year.Pick(year.AtWork);
        return year.WriteAsync(who, year.Teams.Personal(who), string.Format(System.Globalization.CultureInfo.InvariantCulture, year.Pick(Lines), year.Pick(lines), year.Today.AddDays(year.Chance.Next(1, 20)), year.Chance.Next(1, 90)));
    }

    private static Task DecideAsync(PlantYear year)
    {
        var open = year.Store.Read("SELECT number FROM changes WHERE state IN ('Asked', 'Tied', 'Checked', 'Drafted')", row => row.GetInt32(0));
        var who = year.Pick(year.AtWork);
        return open.Count == 0 ? Task.CompletedTask
            : year.WriteAsync(who, year.Teams.Personal(who), $"{year.Pick<string>(["approve", "approve", "reject", "withdraw"])} C-{year.Pick(open)}{(year.Happens(0.4) ? " no welders" : "")}");
    }
}
