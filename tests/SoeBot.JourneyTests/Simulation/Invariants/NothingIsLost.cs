namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>Each line that was taken is worked and answered, each message ends sent, unknown, or failed with its reason.</summary>
internal sealed class NothingIsLost : IInvariant
{
    public string Name => "nothing stored is lost";

    public string? Daily(PlantYear year)
    {
        var old = year.Now.AddHours(-6).UtcTicks;
        if (year.Processes.UpSince > year.Now.AddHours(-6)) return null;
        return year.Store.Read($"SELECT 'the line ' || id || ' is ' || state || ': ' || coalesce(reason, '') || ' ' || body FROM inbox WHERE state = 'Parked' OR (state <> 'Done' AND received_at < {old})", row => row.GetString(0)).FirstOrDefault()
            ?? year.Store.Read($"SELECT 'the message ' || key || ' is ' || state || ': ' || coalesce(reason, '') FROM outbox WHERE state = 'Sending' AND tenant IS NOT NULL", row => row.GetString(0)).FirstOrDefault()
            ?? year.Store.Read($"SELECT 'the message ' || key || ' is ' || state || ': ' || coalesce(reason, '') FROM outbox WHERE state = 'Pending' AND tenant IS NOT NULL AND retry_at < {old}", row => row.GetString(0)).FirstOrDefault()
            ?? year.Store.Read($"SELECT 'the message ' || key || ' is ' || state || ' and nobody says why' FROM outbox WHERE settled_at >= {year.LastCheck.AddHours(-6).UtcTicks} AND state IN ('Failed', 'Unknown', 'Silent') AND coalesce(reason, '') = ''", row => row.GetString(0)).FirstOrDefault()
            ?? year.Store.Read($"SELECT 'occurrence ' || kind || ' ' || key || ' is ' || state || ': ' || coalesce(detail, '') FROM occurrences WHERE state = 'Failed' OR (state = 'Pending' AND due_at < {year.Now.AddHours(-12).UtcTicks})", row => row.GetString(0)).FirstOrDefault();
    }

    public string? AtTheEnd(PlantYear year)
    {
        if (Daily(year) is { } early) return early;
        if (year.Store.Read("SELECT key || ' ' || state || ' ' || coalesce(reason, '') FROM outbox WHERE tenant IS NOT NULL AND state IN ('Pending', 'Sending')", row => row.GetString(0)) is [var waits, ..]) return $"the message {waits} waits still";
        return year.Posted.FirstOrDefault(one => one is { IsAccepted: false, Status: not 0 and not 503 }) is { } refused ? $"a line was answered with {refused.Status}: {refused.Posted}" : null;
    }
}
