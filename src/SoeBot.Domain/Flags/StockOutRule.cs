using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Flags;

/// <summary>
/// The two criteria for executives: out of stock now (nothing there not on hold, and order lines open within the two weeks), and expected out
/// of stock (the projected stock falls below zero on one of the next days).
/// </summary>
internal static class StockOutRule
{
    public static void Find(FlagInput input, List<PlanFlag> found)
    {
        var last = input.Today.AddDays(input.Settings.StockOutDays);
        foreach (var stock in input.Stock)
        {
            if (stock.IsOut) found.Add(Out(input, stock));
            else if (stock.ShortOn is { } day && day <= last) found.Add(Ahead(input, stock, day));
        }
    }

    private static PlanFlag Out(FlagInput input, StockProjection stock)
    {
        var name = input.Index.Name(stock.Item);
        return new PlanFlag(
            FlagKind.OutOfStock, input.Index.Number(stock.Item), input.Today,
            $"{name} is out of stock: {PlanWords.Quantity(stock.OnHand)} there, {PlanWords.Quantity(stock.OpenDemand)} on {PlanWords.Count(stock.OpenLines, "open order line", "open order lines")} "
            + $"within {input.Settings.StockOutDays} days; {Next(stock)}",
            stock.OnHand, stock.OpenDemand, "pcs") { Options = Options(stock, input.Today) };
    }

    private static PlanFlag Ahead(FlagInput input, StockProjection stock, DateOnly day)
    {
        var days = day.DayNumber - input.Today.DayNumber;
        return new PlanFlag(
            FlagKind.StockOutAhead, input.Index.Number(stock.Item), input.Today,
            $"{input.Index.Name(stock.Item)} runs out on {PlanWords.Day(day)}, {(days == 0 ? "today" : $"in {PlanWords.Count(days, "day", "days")}")}: {PlanWords.Quantity(stock.OnHand)} there, "
            + $"then {PlanWords.Quantity(Math.Ceiling(stock.ShortBy))} short; {Next(stock)}",
            days, input.Settings.StockOutDays, "days") { Options = Options(stock, day) };
    }

    private static string Next(StockProjection stock) =>
        stock.NextSupply is { } day ? $"next {PlanWords.Quantity(stock.NextQuantity)} on {PlanWords.Day(day)}" : "nothing is on its way";

    /// <summary>What can be done about it, the first is recommended: a supply that comes after the shortage can be brought forward, else something new is needed.</summary>
    private static string[] Options(StockProjection stock, DateOnly shortOn) => stock.NextSupply is { } day && day > shortOn
        ? [$"Bring the {PlanWords.Quantity(stock.NextQuantity)} of {PlanWords.Day(day)} forward to {PlanWords.Day(shortOn)}", $"Re-promise the open order lines ({stock.OpenLines}) to {PlanWords.Day(day)} and tell the customers"]
        : [$"Make or buy {PlanWords.Quantity(Math.Ceiling(Math.Max(stock.ShortBy, stock.OpenDemand - Math.Max(0, stock.OnHand))))} more, at once", $"Share out what is there among the open order lines ({stock.OpenLines}) and tell the customers"];
}
