using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Risk;

/// <summary>
/// What the plan itself shows as past: shipments against the first confirmed date, by item and by customer; production orders against
/// their due day, by item; receipts against the confirmed day, by supplier. What is past due and still open was late.
/// </summary>
public sealed class LateHistory
{
    private readonly LateRates _shippedItems, _customers, _madeItems, _suppliers;

    private LateHistory(decimal smoothing) =>
        (_shippedItems, _customers, _madeItems, _suppliers) = (new(smoothing), new(smoothing), new(smoothing), new(smoothing));

    public static LateHistory From(PlanSnapshot plan, DateOnly today, RiskSettings settings)
    {
        var since = today.AddDays(-settings.HistoryDays);
        var history = new LateHistory(settings.SmoothingCases);
        foreach (var line in plan.Schedule ?? [])
            if (IsPast(line.Due)) history._madeItems.Add(line.Item, line.Due, line.FinishedOn);
        foreach (var line in plan.Orders ?? [])
        {
            var due = line.FirstConfirmed ?? line.Requested;
            if (line.Cancelled || !IsPast(due) || (line.OpenQuantity == 0 && line.ShippedOn is null)) continue;
            var shipped = line.OpenQuantity > 0 ? null : line.ShippedOn;
            history._shippedItems.Add(line.Item, due, shipped);
            if (line.Customer is { } customer) history._customers.Add(customer, due, shipped);
        }
        foreach (var line in plan.Purchases ?? [])
            if (!line.Cancelled && IsPast(line.Expected) && (line.OpenQuantity > 0 || line.ReceivedOn is not null))
                history._suppliers.Add(line.Supplier, line.Expected, line.OpenQuantity > 0 ? null : line.ReceivedOn);
        return history;

        bool IsPast(DateOnly due) => due >= since && due < today;
    }

    public LateRate? OfItem(string item) => _madeItems.Of(item);
    public LateRate? OfCustomer(string customer) => _customers.Of(customer);
    public LateRate? OfSupplier(string supplier) => _suppliers.Of(supplier);

    /// <summary>Null when nothing is past yet.</summary>
    /// <param name="suppliers">Of what the line waits for.</param>
    public LateExpectation? Of(string item, string? customer, IReadOnlyCollection<string> suppliers)
    {
        if ((_shippedItems.Mean ?? _madeItems.Mean ?? _suppliers.Mean) is not { } mean) return null;
        var deviations = new List<double>(3);
        (double Deviation, LateRate Rate, string? Name)? strongest = null;
        Take(_shippedItems, item, null);
        Take(_madeItems, item, null);
        if (customer is not null) Take(_customers, customer, customer);
        foreach (var supplier in suppliers) Take(_suppliers, supplier, supplier);
        var score = LateRates.Together(mean, deviations);
        return strongest is { } found ? new(score, found.Rate, found.Name) : new(score, new LateRate(mean, 0, 0), null);

        void Take(LateRates rates, string name, string? called)
        {
            if (rates.Of(name) is not { Cases: > 0 } rate) return;
            var deviation = rates.Deviation(name);
            deviations.Add(deviation);
            if (strongest is null || deviation > strongest.Value.Deviation) strongest = (deviation, rate, called);
        }
    }
}

/// <summary>How probable it is by history alone that a line will be late.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Strongest">The rate that speaks loudest for it; without a case when nothing is known of any of its names.</param>
/// <param name="Name">The customer or supplier of that rate; null when it is the item's.</param>
public readonly record struct LateExpectation(decimal Score, LateRate Strongest, string? Name);
