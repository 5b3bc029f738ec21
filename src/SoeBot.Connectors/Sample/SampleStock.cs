using SoeBot.Domain.Plan;
using static SoeBot.Connectors.Sample.SampleDays;

namespace SoeBot.Connectors.Sample;

/// <summary>
/// Stock of a morning: what lies there anyhow, plus what came, less what went. Every week brings exactly what it takes,
/// so only the weeks still under way count, and the stock is the same whichever day the telling starts.
/// </summary>
internal static class SampleStock
{
    private const int Back = 7, Ahead = 6;

    public static IEnumerable<StockLine> On(DateOnly today, SampleWork work, Func<int, IReadOnlyList<BuyStory>> buying)
    {
        var stock = Moves(today, work, buying)
            .GroupBy(m => m.Item)
            .ToDictionary(g => g.Key, g => g.Sum(m => m.Pieces), StringComparer.Ordinal);
        var (blocked, pieces) = Blocked(today);
        foreach (var part in SampleCatalogue.Parts)
            yield return new StockLine { Item = part.Number, Location = "Store", OnHand = part.Base + stock.GetValueOrDefault(part.Number) };
        foreach (var product in SampleCatalogue.Products)
            yield return new StockLine
            {
                Item = product.Number, Location = "Dispatch", OnHand = BaseOf(product) + stock.GetValueOrDefault(product.Number),
                OnHold = product == blocked ? pieces : 0,
            };
    }

    public static decimal BaseOf(Product product) => product.Kind switch
    {
        ProductKind.Pump => 2,
        ProductKind.Valve => 5,
        ProductKind.Fitting => 25,
    };

    private static IEnumerable<(string Item, decimal Pieces)> Moves(DateOnly today, SampleWork work, Func<int, IReadOnlyList<BuyStory>> buying)
    {
        var week = WeekOf(today);
        for (var w = week - Back; w <= week + Ahead; w++)
        {
            foreach (var buy in buying(w).Where(b => b.ReceivedOn < today)) yield return (buy.Part.Number, buy.Need);
            foreach (var made in work.Due(w))
            {
                if (made.Begun >= today) continue;
                if (made.ForOrder is not null) yield return (made.Item, made.GoodOn(today));
                foreach (var (part, per) in made.Bill) yield return (SampleCatalogue.Parts[part].Number, -made.Final * per);
            }
            foreach (var made in work.OwnParts(w - 1).Concat(work.Lots(w - 2))) yield return (made.Item, made.GoodOn(today));
            for (var slot = 0; slot < SampleOrders.Slots; slot++)
            {
                var order = work.Order(w, slot);
                if (!(order.ShippedOn < today)) continue;
                yield return (order.Product.Number, -order.Final);
                if (order.Second is { } second) yield return (second.Product.Number, -second.Pieces);
            }
        }
    }

    private static (Product? Product, int Pieces) Blocked(DateOnly today)
    {
        for (var home = WeekOf(today) - 2; home < WeekOf(today); home++)
        {
            var (slot, from, until) = SampleEvents.HoldOf(home);
            if (from >= today || until < today) continue;
            var order = SampleOrders.Tell(home, slot, null);
            return (order.Product, order.Final);
        }
        return (null, 0);
    }
}
