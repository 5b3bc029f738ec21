using System.Diagnostics;
using SoeBot.Orders;
using SoeBot.Store.Plans;
using SoeBot.UnitTests.Domain;
using Xunit;

namespace SoeBot.UnitTests.Slices;

public sealed class OrderIndexTests
{
    private static readonly DateOnly Day = new(2014, 1, 6);

    private static readonly OrderIndex Small = new(
        [
            new("SO63216", "Müller & Söhne", "BK-100", Day.AddDays(9), true), new("SO63216", "Müller & Söhne", "FR-20", Day.AddDays(3), true),
            new("SO63217", "Bike World", "BK-100", Day.AddDays(2), true), new("SO64216", "Bike World", "HL-7", Day.AddDays(1), false),
            new("SO70001", null, "FR-20", Day.AddDays(5), true), new("63", "The 63rd Regiment", "HL-7", Day.AddDays(8), true),
        ],
        new Dictionary<string, string> { ["BK-100"] = "Mountain-500 Black", ["FR-20"] = "Road Frame" });

    [Theory]
    [InlineData("63216", "SO63216")]
    [InlineData("so63216", "SO63216")]
    [InlineData("632", "SO63217 SO63216")]
    [InlineData("216", "SO63216 SO64216")]
    [InlineData("muller", "SO63216")]
    [InlineData("SÖHNE", "SO63216")]
    [InlineData("world bike", "SO63217 SO64216")]
    [InlineData("ike", "")]
    [InlineData("bk-1", "SO63217 SO63216")]
    [InlineData("frame", "SO63216 SO70001")]
    [InlineData("bike black", "SO63217")]
    [InlineData("bike 216", "SO64216")]
    [InlineData("nobody", "")]
    [InlineData("   ", "")]
    [InlineData("\uD83C", "")]
    public void Find_TypedWords_FitsNumberCustomerOrItem(string typed, string expected) =>
        Assert.Equal(expected, string.Join(' ', Small.Find(typed, 0, 10).Select(entry => entry.Order)));

    [Fact]
    public void Find_NumberAndNameBothFit_NumberComesFirst() =>
        Assert.Equal(["63", "SO63217", "SO63216"], Small.Find("63", 0, 3).Select(entry => entry.Order));

    [Fact]
    public void Find_SeveralPages_TogetherGiveEachOnce() =>
        Assert.Equal(Small.Find("so", 0, 10), [.. Small.Find("so", 0, 2), .. Small.Find("so", 2, 2), .. Small.Find("so", 4, 2)]);

    [Fact]
    public void Entry_OfSeveralLines_TellsTheSoonestOpenOne()
    {
        var entry = Assert.Single(Small.Find("SO63216", 0, 10));
        Assert.Equal((Day.AddDays(3), 2, "Mountain-500 Black", true), (entry.Commitment, entry.Items, entry.Item, entry.IsOpen));
    }

    /// <summary>The real factory's 12,039 orders three times over. Unoptimised and beside other tests; what it really takes is the benchmark order.search.</summary>
    [Fact]
    public void Find_InThreeRealFactoriesOrders_TakesATenthOfItsSecondAtMost()
    {
        var real = AdventureWorks.AsOf(DateOnly.MaxValue).Orders!;
        var lines = from factory in (string[])["", "SO", "X-"]
                    from line in real
                    select new OrderKey(factory + line.Order, "Customer " + line.Order[^3..], line.Item, line.Requested, true);
        var index = new OrderIndex([.. lines], new Dictionary<string, string>());
        Assert.Equal(3 * 12_039, index.Count);
        Assert.Equal(["63216", "SO63216", "X-63216"], index.Find("63216", 0, 15).Select(entry => entry.Order).Order(StringComparer.Ordinal));

        string[] typed = ["6", "63", "632", "6321", "63216", "216", "customer 2", "cust", "875", "nobody"];
        // The best of five, because other tests run beside this one.
        var slowest = typed.Max(words => Enumerable.Range(0, 5).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            Assert.True(index.Find(words, 0, 15).Count <= 15);
            return Stopwatch.GetElapsedTime(started);
        }));
        Console.WriteLine($"{index.Count} orders: the slowest of {typed.Length} searches took {slowest.TotalMilliseconds:0.00} ms");
        Assert.True(slowest < TimeSpan.FromMilliseconds(100), $"The slowest search took {slowest.TotalMilliseconds:0.0} ms.");
    }
}
