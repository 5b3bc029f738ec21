using SoeBot.Domain.Fences;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using SoeBot.Metrics;

namespace SoeBot.UnitTests.Slices.Views;

/// <summary>The numbers of a small plan as the rules compute them, so that what the cards show is what they will show.</summary>
internal static class FigureViews
{
    private static readonly DateOnly Monday = new(2014, 1, 6);
    private static readonly PlantCalendar Calendar = new() { Zone = TimeZoneInfo.Utc };

    private static readonly PlanSnapshot Plan = new()
    {
        Orders = [.. Enumerable.Range(0, 34).Select(number => new OrderLine { Order = $"SO{63200 + number}", Line = "1", Item = "BK-100", Quantity = 10, Requested = Monday.AddDays(-4), ShippedQuantity = number % 9 == 0 ? 8 : 10, ShippedOn = Monday.AddDays(number % 11 == 0 ? -2 : -5) })],
        Purchases = [.. Enumerable.Range(0, 60).Select(number => new PurchaseLine { Order = $"PO{number}", Line = "1", Item = "Casting 44", Supplier = $"Supplier {number % 14}", Due = Monday.AddDays(-number), Quantity = 100, Received = 100, Rejected = number % 7, ReceivedOn = Monday.AddDays(-number + (number % 4 == 0 ? 1 : 0)) })],
        Stock = [new StockLine { Item = "BK-100", Location = "A1", OnHand = 40 }],
        Events = [new ShopEvent { Number = "E1", Kind = ShopEventKind.Expedite, Object = "A", Cause = "air", Day = Monday.AddDays(-5), Cost = 12_345 }],
    };

    public static FiguresView All => new("sample", "Sample plant", Figures(), [new("Otif", null, "Petra Lang", "dates are of the invoice")], WithMoney: false, NumberViews.Data);

    public static FiguresView None => All with { Figures = [] };

    public static Figure Suppliers => All.Figures.Single(figure => figure.Kind == FigureKind.SupplierOtif);

    public static Figure Costs => All.Figures.Single(figure => figure.Kind == FigureKind.Costs);

    private static IReadOnlyList<Figure> Figures()
    {
        var index = new PlanIndex(Plan);
        return FigureRules.Compute(new FigureInput { Plan = Plan, Calendar = Calendar, Today = Monday, LookAhead = LookAheadRules.Compute(Plan, Calendar, Monday), Weeks = NumberViews.Amber.Weeks, Index = index });
    }
}
