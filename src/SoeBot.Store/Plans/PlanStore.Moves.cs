using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.Plans;

/// <summary>How often the schedule moved, from the rows of the versions that are kept.</summary>
public sealed partial class PlanStore
{
    /// <summary>More than people read: a plant that moves more often than this has another problem than its count.</summary>
    private const int MostMoves = 50_000;

    /// <summary>Open production orders that a version of the window gave another due day, the oldest version first; at most 50,000.</summary>
    /// <param name="plant">Whose.</param>
    /// <param name="from">First day of the window: of a version's data.</param>
    /// <param name="order">Only those made for this customer order; null for all.</param>
    /// <param name="calendar">Tells the plant day of a version.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<ScheduleMove>> MovesAsync(PlantId plant, DateOnly from, string? order, PlantCalendar calendar, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<ScheduleMove>>(async db =>
        {
            var since = calendar.At(from, TimeOnly.MinValue);
            var days = await db.PlanVersions.Where(row => row.Plant == plant && row.DataAt >= since).ToDictionaryAsync(row => row.Number, row => row.DataAt, cancellation);
            if (days.Count == 0) return [];
            var (first, line) = (days.Keys.Min(), order is null ? null : order + "/");
            var rows = db.Set<ScheduleLine>().Where(row => EF.Property<PlantId>(row, PlanMapping.Plant) == plant);
            var moved = await (
                from before in rows
                where EF.Property<int>(before, PlanMapping.UntilVersion) >= first && EF.Property<int>(before, PlanMapping.UntilVersion) < PlanMapping.StillHolds
                join after in rows on new { Key = EF.Property<string>(before, PlanMapping.RowKey), Version = EF.Property<int>(before, PlanMapping.UntilVersion) }
                    equals new { Key = EF.Property<string>(after, PlanMapping.RowKey), Version = EF.Property<int>(after, PlanMapping.FromVersion) }
                where before.Due != after.Due && after.FinishedOn == null && (line == null || (after.ForOrder != null && after.ForOrder.StartsWith(line)))
                orderby EF.Property<int>(after, PlanMapping.FromVersion), after.Number
                select new { after.Number, after.ForOrder, From = before.Due, To = after.Due, Version = EF.Property<int>(after, PlanMapping.FromVersion) })
                .Take(MostMoves).ToListAsync(cancellation);
            return [.. moved.Where(one => days.ContainsKey(one.Version)).Select(one => new ScheduleMove(one.Number, one.ForOrder?.Split('/')[0], one.From, one.To, calendar.DayOf(days[one.Version])))];
        }, cancellation);

    /// <summary>How often the date that the customer counts on moved, by order, in the versions that are kept; an order whose date never moved is not in it.</summary>
    public Task<IReadOnlyDictionary<string, int>> DateMovesAsync(PlantId plant, IReadOnlyCollection<string> orders, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyDictionary<string, int>>(async db =>
        {
            var rows = await db.Set<OrderLine>().Where(row => EF.Property<PlantId>(row, PlanMapping.Plant) == plant && orders.Contains(row.Order))
                .OrderBy(row => EF.Property<int>(row, PlanMapping.FromVersion)).ToListAsync(cancellation);
            // Of an order the line that moved most often counts: its lines mostly move together.
            return rows.GroupBy(row => row.Key, StringComparer.Ordinal)
                .Select(line => (line.First().Order, Moves: line.Zip(line.Skip(1)).Count(pair => pair.First.Commitment != pair.Second.Commitment)))
                .GroupBy(line => line.Order, StringComparer.Ordinal).Where(order => order.Any(line => line.Moves > 0)).ToDictionary(order => order.Key, order => order.Max(line => line.Moves), StringComparer.Ordinal);
        }, cancellation);
}
