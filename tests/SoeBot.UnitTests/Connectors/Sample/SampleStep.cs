using SoeBot.Connectors.Sample;
using SoeBot.Domain.Plan;

namespace SoeBot.UnitTests.Connectors.Sample;

/// <summary>What may differ from one morning to the next; everything else is an oddity.</summary>
internal static class SampleStep
{
    public static IReadOnlyList<string> Oddities(DateOnly today, PlanSnapshot before, PlanSnapshot now)
    {
        var monday = today.DayOfWeek == DayOfWeek.Monday;
        var newWeek = SamplePlant.Calendar().WeekOf(today).Plus(SamplePlant.WeeksAhead).Days;
        var oldest = today.AddDays(-7 * SamplePlant.WeeksBack);
        List<string> odd =
        [
            .. Compare(before.Orders!, now.Orders!,
                added: o => o.OrderedOn >= today.AddDays(-1),
                removed: o => monday && o.Commitment < oldest.AddDays(21) && o.OpenQuantity == 0,
                same: o => o with { Quantity = 0, Value = null, Penalty = null, ShippedQuantity = 0, ShippedOn = null, Requested = default, FirstConfirmed = null, LastConfirmed = null, Cancelled = false },
                grows: (was, is_) => is_.Quantity >= was.Quantity && is_.ShippedQuantity >= was.ShippedQuantity && (was.FirstConfirmed is null || was.FirstConfirmed == is_.FirstConfirmed)
                    && (was.ShippedOn is null || was.ShippedOn == is_.ShippedOn) && (!was.Cancelled || is_.Cancelled) && (is_.ShippedOn is null || is_.ShippedOn < today)),
            .. Compare(before.Schedule!, now.Schedule!,
                added: l => monday && (newWeek.Contains(l.Due) || l.Due == newWeek.Last.AddDays(1)),
                removed: l => monday && l.Due <= oldest && !l.IsOpen,
                same: l => l with { Good = 0, Scrapped = 0, StartedOn = null, FinishedOn = null, Due = default, Planned = 0, Hours = null, ReportedHours = null },
                grows: (was, is_) => is_.Good >= was.Good && (is_.ReportedHours ?? 0) >= (was.ReportedHours ?? 0) && (was.FinishedOn is null || was.FinishedOn == is_.FinishedOn) && (is_.FinishedOn is null || is_.FinishedOn < today)),
            .. Compare(before.Purchases!, now.Purchases!,
                added: p => p.OrderedOn >= today.AddDays(-1),
                removed: p => monday && p.Due < oldest && p.OpenQuantity == 0,
                same: p => p with { Received = 0, Rejected = 0, ReceivedOn = null, Confirmed = null },
                grows: (was, is_) => is_.Received >= was.Received && (was.Confirmed is null || is_.Confirmed >= was.Confirmed) && (is_.ReceivedOn is null || is_.ReceivedOn < today)),
            .. Compare(before.Stock!, now.Stock!, _ => false, _ => false, s => s with { OnHand = 0, OnHold = 0 }, (_, s) => s.OnHand >= s.OnHold),
            .. Compare(before.Items!, now.Items!, _ => false, _ => false, i => i, (_, _) => true),
            .. Compare(before.Bill!, now.Bill!, _ => false, _ => false, b => b, (_, _) => true),
            .. Compare(before.WorkCentres!, now.WorkCentres!, _ => false, _ => false, c => c, (_, _) => true),
            .. Compare(before.Events!, now.Events!, e => e.Day == today.AddDays(-1), e => monday && e.Day < oldest, e => e with { EndedOn = null }, (was, is_) => was.EndedOn is null || was.EndedOn == is_.EndedOn),
            .. Compare(before.Forecast!, now.Forecast!, _ => monday, _ => monday, f => f with { PointOfSale = null }, (was, is_) => was.PointOfSale == is_.PointOfSale || monday),
            .. Compare(before.SalesPlan!, now.SalesPlan!, _ => today.Day == 1, _ => today.Day == 1, p => p, (_, _) => true),
        ];
        return odd;
    }

    private static IEnumerable<string> Compare<T>(IReadOnlyList<T> before, IReadOnlyList<T> now, Func<T, bool> added, Func<T, bool> removed, Func<T, T> same, Func<T, T, bool> grows)
        where T : class, IPlanRow
    {
        var old = before.ToDictionary(r => r.Key);
        foreach (var row in now)
        {
            if (!old.Remove(row.Key, out var was))
            {
                if (!added(row)) yield return $"added {row}";
            }
            else if (!Equals(same(was), same(row))) yield return $"other {was} {row}";
            else if (!grows(was, row)) yield return $"back {was} {row}";
        }
        foreach (var gone in old.Values.Where(r => !removed(r))) yield return $"removed {gone}";
    }
}
