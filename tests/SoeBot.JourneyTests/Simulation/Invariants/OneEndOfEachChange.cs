using System.Text.Json;

namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>A request ends once, or once more after a decision was taken back, as its history and its state agree, within its time; and who asked for it is told of the end once.</summary>
internal sealed class OneEndOfEachChange : IInvariant
{
    private static readonly string[] Ends = ["Approved", "Recorded", "Rejected", "Expired", "Withdrawn", "Obsolete"];

    private readonly Dictionary<string, int> _told = [];

    public string Name => "each change request ends once";

    public string? Arrived(PlantYear year, Arrival arrival)
    {
        if (arrival.Row is not { Repeats: 0 } row || !(row.Key.Contains(":ended:", StringComparison.Ordinal) || row.Key.Contains(":ended.", StringComparison.Ordinal))) return null;
        return (_told[row.Key] = _told.GetValueOrDefault(row.Key) + 1) > 1 ? $"{row.Key} was told twice." : null;
    }

    public string? Daily(PlantYear year)
    {
        var late = year.Now.AddHours(-12).UtcTicks;
        foreach (var (number, state, events, expires) in year.Store.Read("SELECT number, state, events, expires_at FROM changes", row => (row.GetInt32(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? long.MaxValue : row.GetInt64(3))))
        {
            var all = JsonDocument.Parse(events).RootElement.EnumerateArray().Select(one => one.GetProperty("Kind").GetString()!).ToList();
            var ended = all[(all.LastIndexOf("TakenBack") + 1)..].Where(Ends.Contains).ToList();
            if (all.SkipLast(1).Where((one, at) => Ends.Contains(one) && Ends.Contains(all[at + 1])).Any()) return $"C-{number} ended after it had ended: {string.Join(", ", all)}.";
            if (Ends.Contains(state) ? ended is not [var end] || end != state : ended.Count > 0) return $"C-{number} is {state} and ended {ended.Count} times: {string.Join(", ", ended)}.";
            if (ended.Count == 0 && expires < late && year.Processes.UpSince < year.Now.AddHours(-12)) return $"C-{number} is {state} and its time was over.";
        }
        return null;
    }

    public string? AtTheEnd(PlantYear year)
    {
        foreach (var (state, times) in year.Store.Read("SELECT state, count(*) FROM changes GROUP BY state", row => (row.GetString(0), row.GetInt32(1)))) year.Count($"change requests {state}", times);
        foreach (var (impact, events, arrived) in year.Store.Read("SELECT impact, events, arrived_in FROM changes WHERE impact IS NOT NULL", row => (row.GetString(0), row.GetString(1), !row.IsDBNull(2))))
            Count(year, JsonDocument.Parse(impact).RootElement.GetProperty("Zone").GetString()!, [.. JsonDocument.Parse(events).RootElement.EnumerateArray()], arrived);
        return Daily(year);
    }

    /// <summary>How those ended that somebody was asked for.</summary>
    private static void Count(PlantYear year, string zone, List<JsonElement> events, bool arrived)
    {
        var kinds = events.ConvertAll(one => one.GetProperty("Kind").GetString()!);
        year.Count($"{zone} changes computed");
        if (!kinds.Contains("Sent")) return;
        year.Count($"{zone} changes sent");
        if (kinds.Contains("TakenBack")) year.Count("decisions on changes taken back");
        var last = kinds.FindLastIndex(Ends.Contains);
        if (last <= kinds.LastIndexOf("TakenBack")) return;
        var deputy = events[last].TryGetProperty("AsDeputy", out var asDeputy) && asDeputy.GetBoolean();
        year.Count($"{zone} changes {kinds[last]}{(kinds[last] is "Approved" or "Rejected" && zone == "Frozen" ? deputy ? " by a deputy" : " by the plant manager" : "")}");
        if (arrived) year.Count($"{zone} changes arrived");
    }
}
