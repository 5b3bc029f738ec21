using SoeBot.Domain.Flags;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Plants;
using SoeBot.Store.Plans;

namespace SoeBot.Planning;

/// <summary>What the numbers and flags of a version need beside it: shipments in part and stock of earlier versions. The rules are pure; this brings them together.</summary>
internal sealed class ComputeNumbers(PlanStore plans)
{
    /// <summary>How far back an earlier part of a shipment is looked for.</summary>
    private const int WeeksOfParts = 13;

    /// <summary>What is known of the version already.</summary>
    /// <param name="LastWeek">The finished week with its frozen plan, with the first version after its end.</param>
    /// <param name="Before">The findings of the version before.</param>
    internal sealed record Known(
        PlantProfile Plant, PlanVersion Version, PlanSnapshot Plan, DateOnly Today, WeekNumbersInput? LastWeek,
        Task<IReadOnlyList<ProjectedLine>> Lines, TableDifference<OrderLine>? OrderChanges, PlanFindings? Before);

    /// <summary>The findings with numbers, flags and the stock of the month.</summary>
    public async Task<PlanFindings> AddAsync(PlanFindings findings, Known known, CancellationToken ct)
    {
        var (plant, today) = (known.Plant, known.Today);
        var index = new PlanIndex(known.Plan);
        var days = Math.Max(FigureRules.CoverDays, plant.Flags.StockOutDays);
        var signals = new DemandSignals(index, plant.Calendar, today, back: 2, ahead: days / 7 + 1, plant.Flags.DemandFenceWeeks);
        var stock = StockProjectionRules.Compute(index, signals, plant.Calendar, today, days, plant.Flags.StockOutDays);
        var baselines = await plans.BaselinesAsync(plant.Id, plant.Calendar.WeekOf(today).Plus(-WeeksOfParts).Start, ct);
        var months = MonthStock.Continue(known.Before?.Carried.MonthStocks ?? [], known.Plan, today);
        return findings with
        {
            Figures = FigureRules.Compute(new FigureInput
            {
                Plan = known.Plan, Calendar = plant.Calendar, Today = today, Settings = plant.Numbers, LookAhead = findings.LookAhead, Weeks = findings.Weeks, LastWeek = known.LastWeek,
                MonthStocks = months, Stock = stock, Index = index, Before = known.Before?.Figures ?? [],
                ShippedInParts = await plans.ShippedInPartsAsync(plant.Id, baselines is [{ } first, ..] ? first.Version : 0, known.Version.Number, ct),
            }),
            Flags = FlagRules.Compute(new FlagInput
            {
                Index = index, Calendar = plant.Calendar, Today = today, Version = known.Version.Number, Settings = plant.Flags, Stock = stock, Signals = signals,
                Lines = await known.Lines, OrderChanges = known.OrderChanges, Previous = known.Before?.Flags ?? [],
                EarlierStock = await EarlierStockAsync(known, SafetyStockCreepRule.Candidates(index, stock), baselines, ct),
            }),
            Carried = findings.Carried with { MonthStocks = months },
        };
    }

    /// <summary>At the start of last week, the week before, and so on, until one is missing.</summary>
    private async Task<IReadOnlyList<IReadOnlyDictionary<string, decimal>>> EarlierStockAsync(
        Known known, IReadOnlyList<string> items, IReadOnlyList<Baseline> baselines, CancellationToken ct)
    {
        var earlier = new List<IReadOnlyDictionary<string, decimal>>();
        if (items.Count == 0) return earlier;
        var week = known.Plant.Calendar.WeekOf(known.Today);
        for (var back = 1; back <= known.Plant.Flags.CreepWeeks; back++)
        {
            if (baselines.FirstOrDefault(baseline => baseline.Week == week.Plus(-back)) is not { } frozen) break;
            earlier.Add(await plans.StockOfAsync(known.Plant.Id, frozen.Version, items, ct));
        }
        return earlier;
    }
}
