using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Risk;

/// <summary>
/// What the plan itself shows as past: shipments against the first confirmed date, production orders against their due day, receipts
/// against the confirmed day. What is past due and still open was late.
/// </summary>
public sealed class LateHistory
{
    private readonly LateModel _shipped, _made, _received;

    private LateHistory(LateModel shipped, LateModel made, LateModel received) => (_shipped, _made, _received) = (shipped, made, received);

    public static LateHistory From(PlanSnapshot plan, DateOnly today, RiskSettings settings) => new(
        LateModel.Fit(plan.Orders ?? [], PromisedOf, HasEnd, CaseOf, today, settings),
        LateModel.Fit(plan.Schedule ?? [], line => line.Due, _ => true, line => new LateCase(LateTraits.Of(line), line.Due, line.FinishedOn), today, settings),
        LateModel.Fit(plan.Purchases ?? [], line => line.Expected, HasEnd, CaseOf, today, settings));

    /// <summary>A line that ended without a day tells nothing.</summary>
    public static bool HasEnd(OrderLine line) => !line.Cancelled && line.Quantity > 0 && (line.OpenQuantity > 0 || line.ShippedOn is not null);

    public static bool HasEnd(PurchaseLine line) => !line.Cancelled && line.Quantity > 0 && (line.OpenQuantity > 0 || line.ReceivedOn is not null);

    private static DateOnly PromisedOf(OrderLine line) => line.FirstConfirmed ?? line.Requested;

    public static LateCase CaseOf(OrderLine line)
    {
        var promised = PromisedOf(line);
        return new(LateTraits.Of(line), promised, line.OpenQuantity > 0 ? null : line.ShippedOn, $"{line.Order}@{promised.DayNumber}");
    }

    public static LateCase CaseOf(PurchaseLine line) =>
        new(LateTraits.Of(line), line.Expected, line.OpenQuantity > 0 ? null : line.ReceivedOn, $"{line.Order}@{line.Expected.DayNumber}");

    /// <summary>Null when nothing is past yet.</summary>
    /// <param name="item">What the purchases are for.</param>
    /// <param name="supplies">Open purchase lines that the order line waits for.</param>
    public LateExpectation? Of(OrderLine line, string item, IReadOnlyCollection<PurchaseLine> supplies, DateOnly today)
    {
        LateExpectation? received = null;
        foreach (var supply in supplies) received = Worse(received, OfSupply(supply));
        return Of(line, OfMaking(item), received, today);
    }

    internal LateExpectation? OfMaking(string item) => _made.Of(new LateTraits(item));

    internal LateExpectation? OfSupply(PurchaseLine line) => _received.Of(LateTraits.Of(line));

    internal static LateExpectation? Worse(LateExpectation? one, LateExpectation? other) =>
        one is null || other?.Deviation > one.Value.Deviation ? other : one;

    internal LateExpectation? Of(OrderLine line, LateExpectation? made, LateExpectation? received, DateOnly today)
    {
        var left = Math.Max(0, line.Commitment.DayNumber - today.DayNumber);
        // What came late upstream shows in the deliveries of the past already, so beside those it counts by half.
        if (_shipped.Of(LateTraits.Of(line), left) is { } shipped) return Moved(Moved(shipped, made, 0.5), received, 0.5);
        return made is { } own ? Moved(own, received, 0.5) : received;
    }

    private static LateExpectation Moved(LateExpectation of, LateExpectation? by, double share)
    {
        if (by is not { Strongest: { } strongest } cause) return of;
        var odds = of.Probability / (1 - of.Probability) * Math.Exp(share * cause.Deviation);
        return of with
        {
            Probability = odds / (1 + odds), Deviation = of.Deviation + (share * cause.Deviation),
            Strongest = of.Strongest is { } own && of.Deviation >= cause.Deviation ? own : strongest,
        };
    }
}
