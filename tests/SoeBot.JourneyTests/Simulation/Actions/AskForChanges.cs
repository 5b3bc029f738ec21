namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>Somebody asks for a change of a line in the coming weeks; forms and presses are answered like any card, by whoever sees them.</summary>
internal sealed class AskForChanges : IAction
{
    private static readonly string[] Lines = ["move {0} to {1:d MMM}, customer line stops", "move {0} out to {1:d MMM}", "cancel {0}", "change {0} to {2} pieces", "move {0} to {1:d MMM} because the supplier is late"];

    public void PlanDay(PlantYear year, DateOnly day)
    {
        if (!year.Calendar.IsWorkingDay(day) || !year.Happens(0.28)) return;
        year.Plan(year.Calendar.At(day, new TimeOnly(7, 30).AddMinutes(year.Chance.Next(8 * 60))), "a change is asked for", () => AskAsync(year));
        if (year.Happens(0.4)) year.Plan(year.Calendar.At(day, new TimeOnly(16, 0)), "a request is decided by a line", () => DecideAsync(year));
    }

    private static Task AskAsync(PlantYear year)
    {
        var all = year.InTheErp.Schedule!.Where(line => line.IsOpen && line.Due > year.Today).OrderBy(line => line.Due).Take(40).ToList();
        // Mostly about this week, when it is late.
        var frozen = all.Where(line => line.Due < year.Calendar.WeekOf(year.Today).Next.Start).ToList();
        var lines = (frozen.Count > 0 && year.Happens(0.6) ? frozen : all).ConvertAll(line => line.Number);
        if (lines.Count == 0) return Task.CompletedTask;
        var who = year.Pick(year.AtWork);
        return year.WriteAsync(who, year.Teams.Personal(who), string.Format(System.Globalization.CultureInfo.InvariantCulture, year.Pick(Lines), year.Pick(lines), year.Today.AddDays(year.Chance.Next(1, 20)), year.Chance.Next(1, 90)));
    }

    private static Task DecideAsync(PlantYear year)
    {
        var open = year.Store.Read("SELECT number FROM changes WHERE state IN ('Asked', 'Tied', 'Checked', 'Drafted')", row => row.GetInt32(0));
        // Mostly the plant manager.
        var who = year.Happens(0.6) && !year.People[1].HasLeft ? year.People[1] : year.Pick(year.AtWork);
        return open.Count == 0 ? Task.CompletedTask
            : year.WriteAsync(who, year.Teams.Personal(who), $"{year.Pick<string>(["approve", "approve", "reject", "withdraw"])} C-{year.Pick(open)}{(year.Happens(0.4) ? " no welders" : "")}");
    }
}
