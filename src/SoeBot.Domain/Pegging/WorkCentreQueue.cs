using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Pegging;

/// <summary>
/// When each production order would be done if its work centre worked through its queue (by due day, then place in the queue) at its available hours.
/// An order can be done no earlier than this; whether it can is decided by more than hours.
/// </summary>
internal static class WorkCentreQueue
{
    public static void Apply(PlanSnapshot plan, CentreTable centres, DateOnly today, LineTiming[] timings)
    {
        if (plan.Schedule is not { } schedule || plan.WorkCentres is null) return;
        var queues = new Dictionary<CentreCapacity, List<int>>();
        for (var row = 0; row < schedule.Count; row++)
        {
            if (schedule[row] is not { WorkCentre: { } number, Hours: > 0, OpenQuantity: > 0 } || centres.Find(number) is not { } centre) continue;
            if (!queues.TryGetValue(centre, out var queue)) queues[centre] = queue = [];
            queue.Add(row);
        }
        foreach (var (centre, queue) in queues) Run(schedule, queue, centre, today, timings);
    }

    private static void Run(IReadOnlyList<ScheduleLine> schedule, List<int> queue, CentreCapacity centre, DateOnly today, LineTiming[] timings)
    {
        queue.Sort((a, b) => InQueueOrder(schedule[a], schedule[b]));
        decimal queued = 0;
        foreach (var row in queue)
        {
            queued += OpenHours(schedule[row]);
            var day = centre.DayOf(queued) ?? today.AddDays(CentreCapacity.Days);
            var timing = timings[row] with { QueueHours = queued };
            timings[row] = day > timing.Day ? timing with { Day = day, Delay = LineDelay.Capacity } : timing;
        }
    }

    /// <summary>Hours of what is still to be made.</summary>
    public static decimal OpenHours(ScheduleLine line) => line.Hours!.Value * line.OpenQuantity / line.Planned;

    public static int InQueueOrder(ScheduleLine a, ScheduleLine b)
    {
        var order = a.Due.CompareTo(b.Due);
        if (order == 0) order = (a.Sequence ?? int.MaxValue).CompareTo(b.Sequence ?? int.MaxValue);
        return order != 0 ? order : string.CompareOrdinal(a.Number, b.Number);
    }
}
