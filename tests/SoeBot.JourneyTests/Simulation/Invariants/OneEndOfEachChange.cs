using System.Text.Json;

namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>A request ends once, as its history and its state agree, within its time; and who asked for it is told of the end once.</summary>
internal sealed class OneEndOfEachChange : IInvariant
{
    private static readonly string[] Ends = ["Approved", "Recorded", "Rejected", "Expired", "Withdrawn", "Obsolete"];

    private readonly Dictionary<string, int> _told = [];

    public string Name => "each change request ends once";

    public string? Arrived(PlantYear year, Arrival arrival)
    {
        if (arrival.Row is not { Repeats: 0 } row || !row.Key.Contains(":ended:", StringComparison.Ordinal)) return null;
        return (_told[row.Key] = _told.GetValueOrDefault(row.Key) + 1) > 1 ? $"{row.Key} was told twice." : null;
    }

    public string? Daily(PlantYear year)
    {
        var late = year.Now.AddHours(-12).UtcTicks;
        foreach (var (number, state, events, expires) in year.Store.Read("SELECT number, state, events, expires_at FROM changes", row => (row.GetInt32(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? long.MaxValue : row.GetInt64(3))))
        {
            var ended = JsonDocument.Parse(events).RootElement.EnumerateArray().Select(one => one.GetProperty("Kind").GetString()!).Where(Ends.Contains).ToList();
            if (Ends.Contains(state) ? ended is not [var end] || end != state : ended.Count > 0) return $"C-{number} is {state} and ended {ended.Count} times: {string.Join(", ", ended)}.";
            if (ended.Count == 0 && expires < late && year.Processes.UpSince < year.Now.AddHours(-12)) return $"C-{number} is {state} and its time was over.";
        }
        return null;
    }

    public string? AtTheEnd(PlantYear year)
    {
        foreach (var (state, times) in year.Store.Read("SELECT state, count(*) FROM changes GROUP BY state", row => (row.GetString(0), row.GetInt32(1)))) year.Count($"change requests {state}", times);
        return Daily(year);
    }
}
