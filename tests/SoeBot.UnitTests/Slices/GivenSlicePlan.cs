using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Publishing;
using SoeBot.Domain.Risk;

namespace SoeBot.UnitTests.Slices;

/// <summary>672 and 791 production orders and 279 purchase lines, as in the replayed week of January 2014.</summary>
internal static class GivenSlicePlan
{
    private static DateOnly Today => SlicesUnderTest.Today;

    public static PlanSnapshot Snapshot() => new()
    {
        Orders = [Order("SO63216", 8), Order("SO63217", 7), Order("SO64216", 9), Order("SO70001", 20)],
        Schedule = [.. Enumerable.Range(0, 672).Select(number => Line(number, number % 5)), .. Enumerable.Range(672, 791).Select(number => Line(number, 7 + (number % 5)))],
        Purchases = [.. Enumerable.Range(0, 279).Select(number => new PurchaseLine { Order = $"PO{4000 + number}", Line = "1", Item = "Casting 44", Supplier = "Wood Fitness", Quantity = 100, Due = Today.AddDays(number % 12), Confirmed = number % 30 == 0 ? null : Today.AddDays(number % 12) })],
    };

    public static PlanFindings Findings(PlanSnapshot plan) => new(
        LookAheadRules.Compute(plan, new PlantCalendar { Zone = TimeZoneInfo.Utc }, Today),
        [Ranked(1, "SO63216", 8, 12), Ranked(2, "SO63217", 7, null), Ranked(3, "SO64216", 9, 9)],
        [
            new(ExceptionCategory.LateSupply, "Wood Fitness/Casting 44", "supplier", Today.AddDays(-4), "Wood Fitness, Casting 44", 100, 0, "pcs", 3),
            new(ExceptionCategory.Downtime, "Frame welding", "robot", Today, "Frame welding stood still", 0, 4, "h"),
        ],
        [new WeekNumbers(new PlantWeek(Today.AddDays(-7)), 3, new Measure(6_157, 7_304, "pieces", AttainmentRules.Words(AttainmentDefinition.Capped)), new Measure(386, 625, "lines", WeekNumberRules.AdherenceWords), new Measure(618, 1_000, "orders", OnTimeRules.FirstWords), new Measure(668, 1_000, "orders", OnTimeRules.LastWords), 0)])
    {
        Draft = WeekDraftRules.Compute(plan, [], new PlantCalendar { Zone = TimeZoneInfo.Utc }, Today),
        Figures =
        [
            new Figure(FigureKind.Otif, Figure.Share, "orders in full and on time", "week 1", "customer orders").Over(31, 34, "orders", ""),
            new Figure(FigureKind.Costs, "cost", "costs that the events report", "4 weeks", "shop-floor events") { Value = 650, Parts = [new FigurePart("overtime", 650)] },
        ],
        Flags = [new PlanFlag(FlagKind.OutOfStock, "BK-100", Today, "Mountain-500 is out of stock", 0, 12, "pcs") { FiredIn = 1, Options = ["Bring the 20 forward"] }, new PlanFlag(FlagKind.StockOutAhead, "BK-200", Today, "Road-100 runs out", 5, 14, "days")],
        Problems = [new ProcessProblem(7, ExceptionCategory.LateSupply, "Wood Fitness/Casting 44", "supplier", "Wood Fitness, Casting 44", Today, Today)],
        ExceptionWeeks = [new ExceptionWeek(new PlantWeek(Today), 2, new Dictionary<ExceptionCategory, int> { [ExceptionCategory.LateSupply] = 1 }, [new ExceptionCause(ExceptionCategory.LateSupply, "Wood Fitness/Casting 44", "supplier", 3, Today)])],
    };

    private static OrderLine Order(string order, int due) => new()
    {
        Order = order, Line = "1", Item = "BK-100", Customer = "Bike World", Quantity = 40, Requested = Today.AddDays(due), FirstConfirmed = Today.AddDays(due), Value = 9_999, Penalty = 500,
    };

    private static ScheduleLine Line(int number, int due) => new()
    {
        Number = $"WO{72000 + number}", Item = "BK-100", Start = Today, Due = Today.AddDays(due), Planned = 40, WorkCentre = "Frame welding", Hours = 1,
    };

    private static RankedOrder Ranked(int rank, string order, int due, int? projected) => new(
        rank, order, "1", "BK-100", "Mountain-500", "Bike World", 40, Today.AddDays(due), projected is { } day ? Today.AddDays(day) : null, 9_999,
        LateCause.AwaitingSupply, 0.9m, [new RiskDriver(RiskDriverKind.Supply, 0.9m, "casting covers 40 %")], ["PO4021/1 of Wood Fitness is confirmed for Fri 17 Jan"]);
}
