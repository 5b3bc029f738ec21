using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;
using SoeBot.Store;

namespace SoeBot.Benchmarks.Size;

/// <summary>Where the time of computing a version goes: its parts one after the other, each alone.</summary>
internal static class ComputePhases
{
    public static async Task<bool> RunAsync(StoreProvider provider, int rows)
    {
        using var files = new GeneratedFiles(rows);
        await using var store = await SizeStore.StartAsync(provider);
        var version = (await store.ImportAsync(files.Of(0), new SizeClock())).Version;
        var (clock, calendar, today, plant) = (new SizeClock(), SizeStore.Plant.Calendar, SizePlant.Today, SizeStore.Plant);
        // The second time around is what counts: the first compiles.
        for (var round = 1; round <= 2; round++)
        {
            Console.WriteLine($"  round {round}");
            var plan = await clock.MeasureAsync("load", () => store.Plans.LoadAsync(plant.Id, version.Number, CancellationToken.None));
            var history = clock.Measure("history", () => LateHistory.From(plan, today, plant.Risk));
            var book = clock.Measure("pegging", () => PeggingRules.Compute(plan, calendar, today));
            var lines = clock.Measure("promising", () => PromiseRules.Compute(book, calendar, null));
            clock.Measure("ranking", () => Ranking.Compute(new RankingInput { Book = book, Lines = lines, Calendar = calendar, Settings = plant.Risk, History = history }));
            clock.Measure("exceptions", () => ExceptionRules.Compute(new ExceptionInput { Plan = plan, Calendar = calendar, Today = today }));
            clock.Measure("week", () => WeekNumberRules.Compute(new WeekNumbersInput { Week = calendar.WeekOf(today).Previous, Current = plan.Schedule, Orders = plan.Orders, Purchases = plan.Purchases, Definition = plant.Numbers.Attainment }));
            var lookAhead = clock.Measure("look-ahead", () => LookAheadRules.Compute(plan, calendar, today));
            clock.Measure("kin", () => OrderKin.Of(plan.Orders));
            var index = clock.Measure("index", () => new PlanIndex(plan));
            var days = Math.Max(FigureRules.CoverDays, plant.Flags.StockOutDays);
            var signals = clock.Measure("signals", () => new DemandSignals(index, calendar, today, back: 2, ahead: days / 7 + 1, plant.Flags.DemandFenceWeeks));
            var stock = clock.Measure("stock", () => StockProjectionRules.Compute(index, signals, calendar, today, days, plant.Flags.StockOutDays));
            clock.Measure("figures", () => FigureRules.Compute(new FigureInput { Plan = plan, Calendar = calendar, Today = today, Settings = plant.Numbers, LookAhead = lookAhead, Weeks = [], Stock = stock, Index = index }));
            clock.Measure("flags", () => FlagRules.Compute(new FlagInput { Index = index, Calendar = calendar, Today = today, Version = 1, Settings = plant.Flags, Stock = stock, Signals = signals, Lines = lines }));
        }
        return true;
    }
}
