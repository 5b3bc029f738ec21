namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>Closed means: the minutes were sent or it is known why not, and each decision of it has an owner and a date.</summary>
internal sealed class MinutesOfEachMeeting : IInvariant
{
    public string Name => "every closed meeting has its minutes and no incomplete decision";

    public string? Daily(PlantYear year) => Look(year, $"AND m.closed_at >= {year.LastCheck.AddDays(-2).UtcTicks}");

    public string? AtTheEnd(PlantYear year) => Look(year, "");

    private static string? Look(PlantYear year, string which)
    {
        var closed = year.Store.Read($"SELECT id, day FROM meetings m WHERE state = 'Closed' {which}", row => (Id: (row.GetValue(0) is Guid id ? id : Guid.Parse(row.GetString(0))).ToString("N"), Day: row.GetValue(1)));
        if (closed.Count == 0) return null;
        var minutes = year.Store.Read("SELECT card_about, state FROM outbox WHERE card_source = 'minutes'", row => (Of: row.GetString(0).Split('|', ':')[0], State: row.GetString(1))).ToLookup(one => one.Of, one => one.State);
        foreach (var (id, day) in closed)
            if (!minutes[id].Any()) return $"the meeting of {day} has none.";
        return year.Store.Read($"SELECT d.number FROM decisions d JOIN meetings m ON m.id = d.meeting WHERE m.state = 'Closed' {which} AND d.status <> 'Dropped' AND (d.owner IS NULL OR d.due IS NULL)", row => row.GetInt32(0)) is [var number, ..]
            ? $"D-{number} lacks owner or date." : null;
    }
}
