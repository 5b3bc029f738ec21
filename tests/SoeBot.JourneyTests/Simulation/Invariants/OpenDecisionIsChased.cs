using System.Text.Json;

namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>Reckoned here from the decision's history and the calendar alone: each step of the ladder that has come was worked, each that is to come waits.</summary>
internal sealed class OpenDecisionIsChased : IInvariant
{
    private static readonly (string Kind, int Days)[] Ladder = [("decision-due-soon", -1), ("decision-due", 0), ("decision-overdue", 1), ("decision-escalate", 2)];

    public string Name => "no open decision without its chase";

    public string? Daily(PlantYear year)
    {
        var open = SimDecision.Open(year);
        if (open.Count == 0) return null;
        var steps = year.Store.Read($"SELECT kind, key, state, due_at, detail FROM occurrences WHERE plant = '{SimPlant.Id}' AND kind IN ('{string.Join("', '", Ladder.Select(one => one.Kind))}') AND key IN ('{string.Join("', '", open.Select(Key))}')",
            row => (Id: (row.GetString(0), row.GetString(1)), State: row.GetString(2), At: row.GetInt64(3), Why: row.IsDBNull(4) ? null : row.GetString(4))).ToDictionary(one => one.Id);
        foreach (var decision in open)
        {
            var asked = year.Calendar.WorkingDayFrom(decision.Due!.Value);
            foreach (var (kind, days) in Ladder)
            {
                var at = year.Calendar.At(days == 0 ? asked : year.Calendar.AddWorkingDays(asked, days), new TimeOnly(8, 0));
                // At eight in the owner's own zone, which may be half a day off.
                if (at.AddHours(-14) <= decision.DueSince) continue;
                var known = steps.TryGetValue((kind, Key(decision)), out var step);
                if (!known) return $"{decision} has no {kind} at {year.Calendar.Local(at)}.";
                if (step.State == "Failed") return $"{kind} of {decision} failed: {step.Why}";
                if (at < year.Now.AddDays(-4) && step.State == "Pending" && year.Processes.UpSince < year.Now.AddDays(-4)) return $"{kind} of {decision} was due {year.Calendar.Local(at)} and waits still.";
                if (step.State == "Silent" && step.Why is not { Length: > 0 }) return $"{kind} of {decision} said nothing and nobody knows why.";
            }
        }
        return null;
    }

    private static string Key(SimDecision decision) => $"{decision.Name}@{decision.Due:yyyy-MM-dd}";
}

/// <summary>A decision as it lies in the store.</summary>
/// <param name="DueSince">Since when it has this due date.</param>
internal sealed record SimDecision(string Name, DateOnly? Due, string Status, DateTimeOffset DueSince)
{
    public static List<SimDecision> Open(PlantYear year) => Read(year, "WHERE status IN ('Proposed', 'Taken', 'Missed')");

    public static List<SimDecision> Read(PlantYear year, string where) => year.Store.Read(
        $"SELECT number, due, status, events FROM decisions {where} ORDER BY number", row =>
        {
            var events = JsonDocument.Parse(row.GetString(3)).RootElement.EnumerateArray().ToList();
            var moved = events.Where(one => one.GetProperty("Kind").GetString() is "Recorded" or "Redated" or "Completed").Max(one => one.GetProperty("At").GetDateTimeOffset());
            DateOnly? due = row.IsDBNull(1) ? null : row.GetValue(1) is DateOnly day ? day : row.GetValue(1) is DateTime at ? DateOnly.FromDateTime(at) : DateOnly.Parse(row.GetString(1), null);
            return new SimDecision($"D-{row.GetInt32(0)}", due, row.GetString(2), moved);
        });

    public override string ToString() => $"{Name} ({Status}, due {Due:yyyy-MM-dd} since {DueSince:MM-dd HH:mm} UTC)";
}
