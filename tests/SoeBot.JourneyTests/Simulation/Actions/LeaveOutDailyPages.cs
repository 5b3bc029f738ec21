namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>
/// What comes each day whatever happened is lived through on some days only: the pages and checks of the other days are marked silent before
/// they are due, so that a year's time goes into what people do and what breaks.
/// </summary>
internal sealed class LeaveOutDailyPages : IAction
{
    private const string Daily = "'look-ahead-day', 'exception-page', 'directory-check', 'owner-load', 'compare-schedule', 'plan-refresh'";
    private const string Weekly = "'friday-note', 'look-ahead-final', 'top-ten-draft', 'publish-week', 'sales-invite', 'month-summary', 'owner-nudge', 'owner-last-call', 'owner-digest'";

    public void PlanDay(PlantYear year, DateOnly day)
    {
        // A new plan is compared, and whoever left is looked for.
        if (!year.Happens(year.People.Any(person => person.HasLeft) ? 0.3 : 0.07)) LeaveOut(year, Daily, day);
        else year.Count("days with all their pages");
        if (!year.Happens(0.25)) LeaveOut(year, Weekly, day);
    }

    private static void LeaveOut(PlantYear year, string kinds, DateOnly day) => year.Store.Execute($"""
        UPDATE occurrences SET state = 'Silent', detail = 'left out of this year', settled_at = {year.Now.UtcTicks}
        WHERE state = 'Pending' AND held_until IS NULL AND due_at <= {year.Calendar.At(day.AddDays(1), TimeOnly.MinValue).UtcTicks} AND kind IN ({kinds}) AND key NOT LIKE 'v%'
        """);
}
