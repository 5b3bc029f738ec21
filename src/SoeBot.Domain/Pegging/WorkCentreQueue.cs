using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Pegging;

/// <summary>
/// When each production order would be done if its work centre worked through its queue (by due day, then place in the queue) at its available hours.
/// An order can be done no earlier than this; whether it can is decided by more than hours.
/// </summary>
internal static class WorkCentreQueue
{
    private const int LastDay = 3660; // ten years on, a queue is no longer a plan

    public static void Apply(PlanSnapshot plan, PlantCalendar calendar, DateOnly today, LineTiming[] timings)
    {
        if (plan.Schedule is not { } schedule || plan.WorkCentres is null) return;
        var queues = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var centre in plan.WorkCentres)
            if (centre.HoursPerDay > 0) queues[centre.Number] = [];

        for (var row = 0; row < schedule.Count; row++)
            if (schedule[row] is { WorkCentre: { } centre, Hours: > 0, OpenQuantity: > 0 } && queues.TryGetValue(centre, out var queue))
                queue.Add(row);

        foreach (var centre in plan.WorkCentres)
            if (queues.TryGetValue(centre.Number, out var queue) && queue.Count > 0)
                Run(schedule, queue, centre.HoursPerDay, calendar, today, timings);
    }

    private static void Run(
        IReadOnlyList<ScheduleLine> schedule, List<int> queue, decimal hoursPerDay, PlantCalendar calendar, DateOnly today, LineTiming[] timings)
    {
        queue.Sort((a, b) => InQueueOrder(schedule[a], schedule[b]));
        decimal queued = 0, available = 0;
        var day = today.AddDays(-1);
        var last = today.AddDays(LastDay);
        foreach (var row in queue)
        {
            var line = schedule[row];
            queued += line.Hours!.Value * line.OpenQuantity / line.Planned;
            while (available < queued && day < last)
            {
                day = day.AddDays(1);
                if (calendar.IsWorkingDay(day)) available += hoursPerDay;
            }
            var timing = timings[row] with { QueueHours = queued };
            timings[row] = day > timing.Day ? timing with { Day = day, Delay = LineDelay.Capacity } : timing;
        }
    }

    private static int InQueueOrder(ScheduleLine a, ScheduleLine b)
    {
        var order = a.Due.CompareTo(b.Due);
        if (order == 0) order = (a.Sequence ?? int.MaxValue).CompareTo(b.Sequence ?? int.MaxValue);
        return order != 0 ? order : string.CompareOrdinal(a.Number, b.Number);
    }
}
