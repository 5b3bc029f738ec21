using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Risk.Past;

/// <summary>Which promises of the past are looked at.</summary>
public enum PromiseKind { CustomerOrders, ProductionOrders, PurchaseLines }

/// <summary>A promise of the past and what became of it.</summary>
/// <param name="KnownFrom">In the plan from the evening of this day.</param>
/// <param name="Promised">The first promise, so that a new one polishes nothing.</param>
/// <param name="Done">Null when it is open to this day.</param>
public sealed record PastPromise(string Key, string Item, string? Customer, string? Supplier, DateOnly KnownFrom, DateOnly Promised, DateOnly? Done)
{
    public bool IsLate => Done is null || Done > Promised;
}

/// <summary>Reads the promises out of a plan that knows how everything ended.</summary>
public static class PastPromises
{
    /// <summary>A promise without the day it was given is taken as known for so long before it was due.</summary>
    private const int UsuallyKnown = 28;

    public static IReadOnlyList<PastPromise> From(PlanSnapshot plan, PromiseKind kind) => kind switch
    {
        PromiseKind.CustomerOrders => [.. (plan.Orders ?? []).Where(line => !line.Cancelled && (line.OpenQuantity > 0 || line.ShippedOn is not null)).Select(Of)],
        PromiseKind.ProductionOrders => [.. (plan.Schedule ?? []).Select(line =>
            new PastPromise(line.Key, line.Item, null, null, line.StartedOn ?? line.Start, line.Due, line.FinishedOn))],
        PromiseKind.PurchaseLines => [.. (plan.Purchases ?? []).Where(line => !line.Cancelled && (line.OpenQuantity > 0 || line.ReceivedOn is not null)).Select(Of)],
    };

    /// <summary>The kind whose outcomes can be told apart: customer orders when some were late and some not, else production orders, else purchases.</summary>
    public static PromiseKind? Telling(PlanSnapshot plan)
    {
        foreach (var kind in (PromiseKind[])[PromiseKind.CustomerOrders, PromiseKind.ProductionOrders, PromiseKind.PurchaseLines])
        {
            var all = From(plan, kind);
            var late = all.Count(promise => promise.Done > promise.Promised);
            if (late >= 100 && all.Count - late >= 100) return kind;
        }
        return null;
    }

    private static PastPromise Of(OrderLine line)
    {
        var promised = line.FirstConfirmed ?? line.Requested;
        return new(line.Key, line.Item, line.Customer, null, line.OrderedOn ?? promised.AddDays(-UsuallyKnown), promised, line.OpenQuantity > 0 ? null : line.ShippedOn);
    }

    private static PastPromise Of(PurchaseLine line) =>
        new(line.Key, line.Item, null, line.Supplier, line.OrderedOn ?? line.Due.AddDays(-UsuallyKnown), line.Expected, line.OpenQuantity > 0 ? null : line.ReceivedOn);
}
