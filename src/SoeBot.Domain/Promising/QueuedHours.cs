using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Promising;

/// <summary>Open hours of each work centre by due day, to see whether an order would fit in earlier.</summary>
internal sealed class QueuedHours
{
    private readonly Dictionary<string, SortedList<DateOnly, decimal>> _upTo = new(StringComparer.Ordinal);

    public QueuedHours(IReadOnlyList<ScheduleLine> schedule)
    {
        var open = new Dictionary<string, Dictionary<DateOnly, decimal>>(StringComparer.Ordinal);
        foreach (var line in schedule)
        {
            if (line is not { WorkCentre: { } centre, Hours: > 0, OpenQuantity: > 0 }) continue;
            if (!open.TryGetValue(centre, out var byDay)) open[centre] = byDay = [];
            byDay[line.Due] = byDay.GetValueOrDefault(line.Due) + Open(line);
        }
        foreach (var (centre, byDay) in open)
        {
            var upTo = new SortedList<DateOnly, decimal>(byDay.Count);
            decimal sum = 0;
            foreach (var day in byDay.Keys.Order()) upTo.Add(day, sum += byDay[day]);
            _upTo[centre] = upTo;
        }
    }

    /// <summary>Hours due by a day at the line's work centre if the line itself were due by then too; 0 when it has no hours.</summary>
    public decimal NeededBy(ScheduleLine line, DateOnly day)
    {
        if (line is not { WorkCentre: { } centre, Hours: > 0, OpenQuantity: > 0 }) return 0;
        var upTo = _upTo[centre];
        int low = 0, high = upTo.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (upTo.Keys[middle] <= day) low = middle + 1; else high = middle;
        }
        var before = low > 0 ? upTo.Values[low - 1] : 0;
        return line.Due <= day ? before : before + Open(line);
    }

    private static decimal Open(ScheduleLine line) => line.Hours!.Value * line.OpenQuantity / line.Planned;
}
