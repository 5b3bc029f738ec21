using SoeBot.Cards;
using SoeBot.Domain.Flags;
using SoeBot.Flags;

namespace SoeBot.UnitTests.Slices.Views;

internal static class FlagViews
{
    private static readonly DateOnly Monday = new(2014, 1, 6);
    private static readonly DataLine Data = new("Mon 06:10", "sample plant", 14);

    public static FlagsView Full => new(
        "sample", "Sample plant",
        [
            new(FlagKind.OutOfStock, "FR-M94B-44", Monday.AddDays(-1), "Frame 44 is out of stock: 0 there, 12 on 2 open order lines within 14 days; next 20 on Mon 13 Jan", 0, 12, "pcs")
            {
                Imports = 2, FiredIn = 14, Options = ["Bring the 20 of Mon 13 Jan forward to Mon 6 Jan", "Re-promise the open order lines (2) to Mon 13 Jan and tell the customers"],
            },
            new(FlagKind.StockOutAhead, "CH-0234", Monday.AddDays(-3), "Chain runs out on Wed 15 Jan, in 9 days: 10 there, then 6 short; nothing is on its way", 9, 14, "days")
            {
                Imports = 4, FiredIn = 12, Options = ["Make or buy 6 more, at once", "Share out what is there among the open order lines (3) and tell the customers"],
            },
            new(FlagKind.OrderSurge, "Bike World / BK-100", Monday, "Customer Bike World ordered 80 of Mountain-500 this week, 5.3 times the normal 15 (mean of 4 weeks, the largest 20)", 80, 15, "pcs") { FiredIn = 14 },
            new(FlagKind.OverPromise, "SO63216 line 1 for 2014-01-14", Monday, "SO63216 line 1: 40 Mountain-500 promised for Tue 14 Jan, the plan can do Thu 16 Jan, 2 days later", 0, 2, "days") { FiredIn = 14 },
        ],
        1, new FlagSettings(), Data);

    public static FlagsView Many => Full with
    {
        Fired = [.. Enumerable.Range(1, 19).Select(number => new PlanFlag(FlagKind.SafetyStockCreep, $"P{number}", Monday, $"Part {number}: {100 + number} in stock, {number} above its safety stock of 100 and rising for 4 weeks (from 100), while 2 items are short: Chain, Frame 44", 100 + number, 100, "pcs") { FiredIn = 14 })],
    };

    public static FlagsView None => Full with { Fired = [], Waiting = 0 };
}
