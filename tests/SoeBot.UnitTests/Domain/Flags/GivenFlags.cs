using SoeBot.Domain.Flags;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Flags;

internal static class GivenFlags
{
    /// <summary>Wednesday 7 January 2026.</summary>
    public static readonly DateOnly Today = Jan(7);

    public static FlagInput Input(PlanSnapshot plan, FlagSettings? settings = null, DateOnly? today = null)
    {
        var (limits, day) = (settings ?? new FlagSettings(), today ?? Today);
        var index = new PlanIndex(plan);
        var signals = new DemandSignals(index, Calendar, day, back: 2, ahead: limits.StockOutDays / 7 + 1, limits.DemandFenceWeeks);
        return new FlagInput
        {
            Index = index, Calendar = Calendar, Today = day, Version = 1, Settings = limits, Signals = signals,
            Stock = StockProjectionRules.Compute(index, signals, Calendar, day, limits.StockOutDays, limits.StockOutDays),
        };
    }

    public static IReadOnlyList<PlanFlag> Found(PlanSnapshot plan, FlagSettings? settings = null, DateOnly? today = null) => FlagRules.Compute(Input(plan, settings, today));

    public static ProjectedLine Projected(OrderLine line, int? day) => new(line, day is { } known ? Jan(known) : null, 0, LateCause.AwaitingSupply, []);

    public static ForecastLine Forecast(string item, int week, decimal quantity, decimal? sold = null) => new() { Item = item, Week = Jan(week), Quantity = quantity, PointOfSale = sold };
}
