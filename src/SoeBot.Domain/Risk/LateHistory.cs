using System.Runtime.InteropServices;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Risk;

/// <summary>
/// How often items, customers and suppliers were late, from what the plan itself shows as past: production orders against their due day,
/// shipments against the first confirmed date, receipts against the confirmed day. What is past due and still open was late.
/// Few cases are drawn towards the rate of the whole plant.
/// </summary>
public sealed class LateHistory
{
    private readonly Rates _items, _customers, _suppliers;

    private LateHistory(decimal smoothing) =>
        (_items, _customers, _suppliers) = (new Rates(smoothing), new Rates(smoothing), new Rates(smoothing));

    public static LateHistory From(PlanSnapshot plan, DateOnly today, RiskSettings settings)
    {
        var since = today.AddDays(-settings.HistoryDays);
        var history = new LateHistory(settings.SmoothingCases);
        foreach (var line in plan.Schedule ?? [])
            history._items.Add(line.Item, line.Due, line.FinishedOn, since, today);
        foreach (var line in plan.Orders ?? [])
            if (!line.Cancelled && line.Customer is { } customer && (line.OpenQuantity > 0 || line.ShippedOn is not null))
                history._customers.Add(customer, line.FirstConfirmed ?? line.Requested, line.OpenQuantity > 0 ? null : line.ShippedOn, since, today);
        foreach (var line in plan.Purchases ?? [])
            if (!line.Cancelled && (line.OpenQuantity > 0 || line.ReceivedOn is not null))
                history._suppliers.Add(line.Supplier, line.Expected, line.OpenQuantity > 0 ? null : line.ReceivedOn, since, today);
        return history;
    }

    public LateRate? OfItem(string item) => _items.Of(item);
    public LateRate? OfCustomer(string customer) => _customers.Of(customer);
    public LateRate? OfSupplier(string supplier) => _suppliers.Of(supplier);

    private sealed class Rates(decimal smoothing)
    {
        private readonly Dictionary<string, (int Late, int Cases)> _counts = new(StringComparer.Ordinal);
        private int _late, _cases;

        public void Add(string key, DateOnly due, DateOnly? done, DateOnly since, DateOnly today)
        {
            if (due < since || due >= today) return;
            var late = done is null || done > due;
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _);
            count = (count.Late + (late ? 1 : 0), count.Cases + 1);
            _late += late ? 1 : 0;
            _cases++;
        }

        public LateRate? Of(string key)
        {
            if (_cases == 0) return null;
            var (late, cases) = _counts.GetValueOrDefault(key);
            var mean = (decimal)_late / _cases;
            var weight = cases + smoothing;
            return new LateRate(weight > 0 ? (late + smoothing * mean) / weight : mean, late, cases);
        }
    }
}

/// <summary>A smoothed late rate with the counts behind it.</summary>
public readonly record struct LateRate(decimal Rate, int Late, int Cases);
