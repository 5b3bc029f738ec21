using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Risk.Past;

/// <summary>Which promises of the past are looked at.</summary>
public enum PromiseKind { CustomerOrders, ProductionOrders, PurchaseLines }

/// <summary>A promise of the past and what became of it.</summary>
/// <param name="KnownFrom">In the plan from the evening of this day.</param>
/// <param name="Promised">The first promise, so that a new one polishes nothing.</param>
/// <param name="Done">Null when it is open to this day.</param>
/// <param name="Bundle">As of <see cref="LateCase"/>.</param>
/// <param name="IsDated">Its source says when it was given, so <paramref name="KnownFrom"/> is no guess.</param>
public sealed record PastPromise(string Key, LateTraits Traits, DateOnly KnownFrom, DateOnly Promised, DateOnly? Done, string? Bundle = null, bool IsDated = true)
{
    public string Item => Traits.Item;
    public bool IsLate => Done is null || Done > Promised;
}

/// <summary>Reads the promises out of a plan that knows how everything ended.</summary>
public static class PastPromises
{
    /// <summary>A promise without the day it was given is taken as known for so long before it was due.</summary>
    private const int UsuallyKnown = 28;

    public static IReadOnlyList<PastPromise> From(PlanSnapshot plan, PromiseKind kind) => kind switch
    {
        PromiseKind.CustomerOrders => [.. (plan.Orders ?? []).Where(LateHistory.HasEnd).Select(Of)],
        PromiseKind.ProductionOrders => [.. (plan.Schedule ?? []).Select(line =>
            new PastPromise(line.Key, LateTraits.Of(line), line.StartedOn ?? line.Start, line.Due, line.FinishedOn))],
        PromiseKind.PurchaseLines => [.. (plan.Purchases ?? []).Where(LateHistory.HasEnd).Select(Of)],
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
        var ended = LateHistory.CaseOf(line);
        return new(line.Key, ended.Traits, line.OrderedOn ?? ended.Promised.AddDays(-UsuallyKnown), ended.Promised, ended.Done, ended.Bundle, line.OrderedOn is not null);
    }

    private static PastPromise Of(PurchaseLine line)
    {
        var ended = LateHistory.CaseOf(line);
        return new(line.Key, ended.Traits, line.OrderedOn ?? ended.Promised.AddDays(-UsuallyKnown), ended.Promised, ended.Done, ended.Bundle, line.OrderedOn is not null);
    }
}
