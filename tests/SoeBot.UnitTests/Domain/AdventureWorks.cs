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
    public static PlanSnapshot AsOf(DateOnly day) => new()
    {
        Orders = [.. Rows("sales_order_lines").Where(r => Day(r[4]) <= day).Select(OrderOf)],
        Schedule = [.. Schedule(day)],
        Purchases = [.. Rows("purchase_order_lines").Where(r => Day(r[4]) <= day && Day(r[6]) >= day.AddDays(-7)).Select(PurchaseOf)],
    };

    /// <summary>All work orders, with the outcome of those that had ended by the evening before.</summary>
    public static IEnumerable<ScheduleLine> Schedule(DateOnly day) => Rows("work_orders").Select(r =>
    {
        var ended = r[6].Length > 0 && Day(r[6]) < day;
        return new ScheduleLine
        {
            Number = r[0], Item = r[1], Planned = Number(r[2]), Start = Day(r[5]), Due = Day(r[7]),
            Good = ended ? Number(r[3]) : 0,
            Scrapped = ended ? Number(r[4]) : 0,
            FinishedOn = ended ? Day(r[6]) : null,
        };
    });

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
