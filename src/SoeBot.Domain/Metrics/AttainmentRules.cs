using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>Schedule attainment (R57) by its four definitions, against the plan frozen for the week.</summary>
public static class AttainmentRules
{
    public const string NoPlanWords = "no plan was frozen for this week";

    /// <summary>What the definition is called where several stand side by side.</summary>
    public static string Name(AttainmentDefinition definition) => definition switch
    {
        AttainmentDefinition.Capped => "capped per order",
        AttainmentDefinition.Volume => "volume",
        AttainmentDefinition.OnTime => "on time",
        AttainmentDefinition.Mix => "mix",
    };

    /// <summary>As people read it beside the number; names the definition when it is not ours.</summary>
    public static string Words(AttainmentDefinition definition) => definition switch
    {
        AttainmentDefinition.Capped => "good pieces of the frozen plan reported by the end of the week, each production order capped at its planned quantity, of the pieces planned",
        AttainmentDefinition.Volume => "by volume: all good pieces made in the week of the pieces planned; may exceed 100 %, and one item can pay for another",
        AttainmentDefinition.OnTime => "on time: good pieces of the frozen production orders finished by their due day, of the pieces planned",
        AttainmentDefinition.Mix => "by mix: good pieces made in the week, of each item at most what was planned of it, of the pieces planned",
    };

    /// <param name="plan">The frozen lines of the week by key, approved additions included.</param>
    /// <param name="frozen">The whole frozen schedule by key: what a line had made before the week.</param>
    /// <param name="made">The schedule at the end of the week by key.</param>
    public static IReadOnlyDictionary<AttainmentDefinition, Measure> Measures(
        PlantWeek week, Dictionary<string, ScheduleLine> plan, Dictionary<string, ScheduleLine> frozen, Dictionary<string, ScheduleLine> made)
    {
        decimal planned = 0, capped = 0, onTime = 0, volume = 0, mix = 0;
        var asked = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var line in plan.Values)
        {
            planned += line.Planned;
            asked[line.Item] = asked.GetValueOrDefault(line.Item) + line.Planned;
            if (Outcome(line, made) is not { } outcome) continue;
            var good = Math.Clamp(GoodBy(outcome, week.End), 0, line.Planned);
            capped += good;
            if (outcome.FinishedOn <= line.Due) onTime += good;
        }
        foreach (var (item, pieces) in MadeIn(week, frozen, made))
        {
            volume += pieces;
            if (asked.TryGetValue(item, out var most)) mix += Math.Min(pieces, most);
        }
        return new Dictionary<AttainmentDefinition, Measure>
        {
            [AttainmentDefinition.Capped] = Of(AttainmentDefinition.Capped, capped),
            [AttainmentDefinition.Volume] = Of(AttainmentDefinition.Volume, volume),
            [AttainmentDefinition.OnTime] = Of(AttainmentDefinition.OnTime, onTime),
            [AttainmentDefinition.Mix] = Of(AttainmentDefinition.Mix, mix),
        };

        Measure Of(AttainmentDefinition definition, decimal pieces) => new(pieces, planned, "pieces", planned > 0 ? Words(definition) : NoPlanWords);
    }

    /// <summary>The line as it ended; a line that vanished counts only when it was already finished when it was frozen. Another item under the same number does not help.</summary>
    public static ScheduleLine? Outcome(ScheduleLine planned, Dictionary<string, ScheduleLine> made)
    {
        if (made.TryGetValue(planned.Key, out var now)) return now.Item == planned.Item ? now : null;
        return planned.IsOpen ? null : planned;
    }

    public static decimal GoodBy(ScheduleLine line, DateOnly end) =>
        line.FinishedOn is { } day && day > end ? 0 : line.Good;

    /// <summary>Good pieces by item that were made in the week: of a line under way what was added to what it had when the week was frozen.</summary>
    public static Dictionary<string, decimal> MadeIn(PlantWeek week, Dictionary<string, ScheduleLine> frozen, Dictionary<string, ScheduleLine> made)
    {
        var pieces = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var line in made.Values)
        {
            if (line.Good <= 0 || (line.FinishedOn is { } day && !week.Days.Contains(day))) continue;
            var before = frozen.TryGetValue(line.Key, out var known) && known.Item == line.Item ? known.Good : 0;
            if (line.Good > before) pieces[line.Item] = pieces.GetValueOrDefault(line.Item) + line.Good - before;
        }
        return pieces;
    }
}
