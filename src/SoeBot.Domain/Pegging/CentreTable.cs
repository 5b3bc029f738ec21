using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Pegging;

/// <summary>The work centres that have hours, by number.</summary>
internal sealed class CentreTable
{
    private readonly Dictionary<string, CentreCapacity> _centres = new(StringComparer.Ordinal);

    public CentreTable(PlanSnapshot plan, PlantCalendar calendar, DateOnly today)
    {
        foreach (var centre in plan.WorkCentres ?? [])
            if (centre.HoursPerDay > 0 && centre.Efficiency > 0) _centres[centre.Number] = new CentreCapacity(centre, calendar, today);
    }

    /// <summary>Null when nothing is known of its hours.</summary>
    public CentreCapacity? Find(string? number) => number is null ? null : _centres.GetValueOrDefault(number);

    /// <summary>Gives everything scheduled its hours, each production order as late as it may: what is left can be promised to others without moving it.</summary>
    public void TakeScheduled(IReadOnlyList<ScheduleLine> schedule)
    {
        if (_centres.Count == 0) return;
        var open = new List<int>();
        for (var row = 0; row < schedule.Count; row++)
            if (schedule[row] is { WorkCentre: { } centre, Hours: > 0, OpenQuantity: > 0 } && _centres.ContainsKey(centre)) open.Add(row);
        open.Sort((a, b) => WorkCentreQueue.InQueueOrder(schedule[a], schedule[b]));
        foreach (var row in open) _centres[schedule[row].WorkCentre!].TakeBy(schedule[row].Due, WorkCentreQueue.OpenHours(schedule[row]));
    }
}
