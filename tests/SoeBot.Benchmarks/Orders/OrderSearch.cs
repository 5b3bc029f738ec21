using SoeBot.Benchmarks.Measuring;
using SoeBot.Orders;
using SoeBot.Store.Plans;

namespace SoeBot.Benchmarks.Orders;

/// <summary>What one pause of the keys costs in the message extension or in a field that asks for an order, without the store and the wire.</summary>
internal static class OrderSearch
{
    private const int Orders = 31_465, Lines = 121_317, Customers = 19_119, Items = 266;

    private static readonly List<OrderKey> Keys =
        [.. Enumerable.Range(0, Lines).Select(at => new OrderKey(
            $"SO{43_659 + (at % Orders)}", $"Customer {at % Orders % Customers} of the northern valley", $"BK-{at % Items}", new DateOnly(2014, 1, 6).AddDays(at % 90), at % 3 > 0))];

    private static readonly OrderIndex Index = new(Keys, Enumerable.Range(0, Items).ToDictionary(item => $"BK-{item}", item => $"Mountain {item} black"));
    private static readonly string[] Numbers = [.. Keys.Select(key => key.Order).Distinct()];
    private static readonly string[] Typed = ["6", "63", "632", "6321", "63216", "216", "northern 216", "valley", "bk-21", "nobody"];
    private static int turn;

    public static Benchmark Search { get; } = new(
        "order.search", $"finds 15 of {Orders:N0} orders of {Lines:N0} lines by what was typed",
        () => Index.Find(Typed[turn++ % Typed.Length], 0, 15),
        "looking for one text in each order's number alone, from the first to the last", () => Numbers.Where(number => number.Contains("nobody", StringComparison.Ordinal)).ToList(), Bar: 8);
}
