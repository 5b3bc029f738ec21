namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>
/// What comes each day whatever happened is lived through on some days only: the pages and checks of the other days are marked silent before
/// they are due, so that a year's time goes into what people do and what breaks.
/// </summary>
internal sealed class LeaveOutDailyPages : IAction
{
    private const string Daily = "'look-ahead-day', 'exception-page', 'owner-load', 'compare-schedule', 'plan-refresh'";
    private const string Weekly = "'friday-note', 'publish-draft', 'look-ahead-final', 'top-ten-draft', 'publish-week', 'sales-invite', 'month-summary', 'owner-nudge', 'owner-last-call', 'owner-digest'";

    private const string Meetings = "'meeting-open', 'meeting-missed'";
    private const string ToldCustomers = "'tell-customer', 'tell-customer-again'";

    public bool IsAlways => true;

    public void PlanDay(PlantYear year, DateOnly day)
    {
        // A new plan is compared, and whoever left is looked for.
        if (!year.Happens(year.IsLively(day) ? 0.05 : 0.01)) LeaveOut(year, Daily, day);
        else year.Count("days with all their pages");
        if (!year.Happens(year.People.Any(person => person.HasLeft) ? 0.25 : 0.03)) LeaveOut(year, "'directory-check'", day);
        if (!year.Happens(year.IsLively(day) ? 0.12 : 0.02)) LeaveOut(year, Weekly, day);
        if (!year.Happens(0.15)) LeaveOut(year, ToldCustomers, day);
        if (!year.IsLively(day) && !year.Happens(0.1)) LeaveOut(year, Meetings, day);
    }

    private static void LeaveOut(PlantYear year, string kinds, DateOnly day) => year.Store.Execute($"""
        UPDATE occurrences SET state = 'Silent', detail = 'left out of this year', settled_at = {year.Now.UtcTicks}
        WHERE state = 'Pending' AND held_until IS NULL AND due_at <= {year.Calendar.At(day.AddDays(1), TimeOnly.MinValue).UtcTicks} AND kind IN ({kinds}) AND key NOT LIKE 'v%'
        """);
}
