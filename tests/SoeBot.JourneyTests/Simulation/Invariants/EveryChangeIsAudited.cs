using System.Text.Json;

namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>Each thing in the history of a decision has its line in the audit of that instant; a miss that comes to light with another change may share that one's.</summary>
internal sealed class EveryChangeIsAudited : IInvariant
{
    public string Name => "the audit has a line per change of state";

    public string? Daily(PlantYear year)
    {
        var since = year.LastCheck.AddHours(-6).UtcTicks;
        var lines = year.Store.Read($"SELECT about, at FROM audit WHERE at >= {since}", row => (Of: row.GetString(0), At: row.GetInt64(1))).ToLookup(one => one);
        var changes = year.Store.Read($"SELECT number, events FROM decisions WHERE changed_at >= {since}", row => (Name: $"D-{row.GetInt32(0)}", Events: row.GetString(1)))
            .SelectMany(one => JsonDocument.Parse(one.Events).RootElement.EnumerateArray()
                .Select(happened => (one.Name, At: happened.GetProperty("At").GetDateTimeOffset().UtcTicks, Kind: happened.GetProperty("Kind").GetString())))
            .Where(one => one.At >= since).GroupBy(one => (one.Name, one.At));
        foreach (var change in changes)
            if (lines[change.Key].Count() < Math.Max(1, change.Count(one => one.Kind != "Missed")))
                return $"{change.Key.Name} changed at {new DateTime(change.Key.At):MM-dd HH:mm:ss} UTC ({string.Join(", ", change.Select(one => one.Kind))}) and has {lines[change.Key].Count()} lines.";
        return null;
    }
}
