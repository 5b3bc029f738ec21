using System.Globalization;
using SoeBot.Domain.Plan;
using SoeBot.TestKit;

namespace SoeBot.UnitTests.Domain;

/// <summary>
/// The real data set beside the repository, as it was known on a day: what happened later is hidden. Read by hand,
/// so that a fault of the import cannot hide a fault of the rules.
/// </summary>
internal static class AdventureWorks
{
    private sealed record WorkOrder(ScheduleLine Done, DateOnly? Ended);

    private static readonly Lazy<IReadOnlyList<WorkOrder>> WorkOrders = new(() => [.. Rows("work_orders").Select(r =>
    {
        DateOnly? ended = r[6].Length > 0 ? Day(r[6]) : null;
        var line = new ScheduleLine { Number = r[0], Item = r[1], Planned = Number(r[2]), Start = Day(r[5]), Due = Day(r[7]), Good = Number(r[3]), Scrapped = Number(r[4]), FinishedOn = ended };
        return new WorkOrder(line, ended);
    })]);
    private static readonly Lazy<IReadOnlyList<OrderLine>> SalesLines = new(() => [.. Rows("sales_order_lines").Select(OrderOf)]);
    private static readonly Lazy<IReadOnlyList<PurchaseLine>> PurchaseLines = new(() => [.. Rows("purchase_order_lines").Select(PurchaseOf)]);

    public static PlanSnapshot AsOf(DateOnly day) => new()
    {
        Orders = [.. Orders(day)],
        Schedule = [.. Schedule(day)],
        Purchases = [.. Purchases(day)],
    };

    public static IEnumerable<OrderLine> Orders(DateOnly day) => SalesLines.Value.Where(line => line.OrderedOn <= day);

    public static IEnumerable<PurchaseLine> Purchases(DateOnly day) => PurchaseLines.Value.Where(line => line.OrderedOn <= day && line.Due >= day.AddDays(-7));

    /// <summary>All work orders, with the outcome of those that had ended by the evening before.</summary>
    public static IEnumerable<ScheduleLine> Schedule(DateOnly day) => WorkOrders.Value.Select(order => Known(order, day));

    /// <summary>What a plant would show on a morning: what started before it or is due in its week or the next, without what ended before the week before.</summary>
    public static IEnumerable<ScheduleLine> Shown(DateOnly monday) => WorkOrders.Value
        .Where(order => (order.Done.Start < monday || (order.Done.Due >= monday && order.Done.Due < monday.AddDays(14))) && !(order.Ended < monday.AddDays(-7)))
        .Select(order => Known(order, monday));

    private static ScheduleLine Known(WorkOrder order, DateOnly day) =>
        order.Ended < day ? order.Done : order.Done with { Good = 0, Scrapped = 0, FinishedOn = null };

    /// <summary>Purchase lines that ended, with what was received and rejected; the file does not say on which day, so it is the due day.</summary>
    public static IEnumerable<PurchaseLine> CompletePurchases() =>
        Rows("purchase_order_lines").Where(r => r[2] == "complete").Select(r => PurchaseOf(r) with { Received = Number(r[9]), Rejected = Number(r[10]), ReceivedOn = Day(r[6]) });

    private static OrderLine OrderOf(string[] r) => new()
    {
        Order = r[0], Line = r[1], Item = r[2], Quantity = Number(r[3]), OrderedOn = Day(r[4]), Requested = Day(r[6]),
    };

    private static PurchaseLine PurchaseOf(string[] r) => new()
    {
        Order = r[0], Line = r[1], Item = r[7], Supplier = r[3], OrderedOn = Day(r[4]), Due = Day(r[6]), Quantity = Number(r[8]),
    };

    private static IEnumerable<string[]> Rows(string table) =>
        File.ReadLines(Path.Combine(Folder(), table + ".csv")).Skip(1).Select(line => line.Split(','));

    private static string Folder() => SharedFolder.PathOf("data", "adventureworks");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
