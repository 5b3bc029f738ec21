using System.Globalization;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;
using SoeBot.Store;

namespace SoeBot.Benchmarks.Size;

/// <param name="Name">What it is called on the command line.</param>
/// <param name="What">What is measured.</param>
/// <param name="Run">With so many order lines; false when a bar is broken.</param>
internal sealed record SizeBenchmark(string Name, string What, Func<int, Task<bool>> Run);

/// <summary>A plant of any size from its files to what cards show.</summary>
internal static class SizeBenchmarks
{
    /// <summary>Under it the runtime compiles rather than computes.</summary>
    private const double LeastSeconds = 3;

    public static IReadOnlyList<SizeBenchmark> All { get; } =
    [
        new("plan.import", "files into SQLite, against a bare prepared insert; and a version with 1 % of the lines changed", rows => ImportAsync(StoreProvider.Sqlite, rows)),
        new("plan.import.postgres", "files into PostgreSQL, against a bare binary COPY; and a version with 1 % of the lines changed", rows => ImportAsync(StoreProvider.PostgreSql, rows)),
        new("plan.compute", "load from SQLite, pegging, promising, ranking; and all that cards show", rows => ComputeAsync(StoreProvider.Sqlite, rows)),
        new("plan.compute.postgres", "the same from PostgreSQL", rows => ComputeAsync(StoreProvider.PostgreSql, rows)),
        new("phases", "where the time of computing goes, with a plan from SQLite", rows => ComputePhases.RunAsync(StoreProvider.Sqlite, rows)),
        new("phases.postgres", "the same from PostgreSQL", rows => ComputePhases.RunAsync(StoreProvider.PostgreSql, rows)),
        new("plan.growth", "import and compute with a hundredth, a tenth and all of the rows, on SQLite", rows => GrowthAsync(StoreProvider.Sqlite, rows)),
        new("plan.growth.postgres", "the same on PostgreSQL", rows => GrowthAsync(StoreProvider.PostgreSql, rows)),
        new("plan.press", "reading presses while a plan is imported into SQLite, against none", rows => PressWhileImporting.RunAsync(StoreProvider.Sqlite, rows)),
        new("plan.press.postgres", "the same on PostgreSQL", rows => PressWhileImporting.RunAsync(StoreProvider.PostgreSql, rows)),
    ];

    private static async Task<bool> ImportAsync(StoreProvider provider, int rows)
    {
        using var files = new GeneratedFiles(rows);
        await using var store = await SizeStore.StartAsync(provider);
        var clock = new SizeClock();
        var (first, changed) = (files.Of(0), files.Of(1));
        await clock.MeasureAsync($"import of {files.Plant.Rows:N0} rows", () => store.ImportAsync(first, clock));
        var import = clock.Last;
        var bare = await BareInserts.RunAsync(store);
        SizeClock.Say("bare insert of the same rows", bare);
        if (provider == StoreProvider.PostgreSql) SizeClock.Say("the same without keys and indexes", await BareInserts.RunAsync(store, indexed: false));
        await clock.MeasureAsync("import with 1 % changed", () => store.ImportAsync(changed, clock));
        var again = clock.Last;
        store.Forget();
        await clock.MeasureAsync("back again, the first import behind a start", () => store.ImportAsync(first, clock));
        return SizeClock.Judge("import to bare insert", import / bare, 3) & SizeClock.Judge("1 % changed to the first", again / import, 0.1);
    }

    private static async Task<bool> ComputeAsync(StoreProvider provider, int rows)
    {
        using var files = new GeneratedFiles(rows);
        await using var store = await SizeStore.StartAsync(provider);
        var version = (await store.ImportAsync(files.Of(0), new SizeClock())).Version;
        // Who holds the plan of an import does not load it.
        store.Forget();
        var clock = new SizeClock();
        await clock.MeasureAsync("load, pegging, promising, ranking, the first in the process", () => RankedAsync(store, version, clock));
        var first = clock.Last;
        var findings = await clock.MeasureAsync("the same with all that cards show", () => store.Compute.FindAsync(SizeStore.Plant, version, CancellationToken.None));
        await clock.MeasureAsync("the same once more", () => store.Compute.FindAsync(SizeStore.Plant, version, CancellationToken.None));
        Console.WriteLine($"  {findings.AtRisk.Count:N0} orders at risk, {findings.Exceptions.Count:N0} exceptions");
        return SizeClock.Judge("seconds", first, Math.Max(LeastSeconds, 5d * rows / 1_000_000));
    }

    /// <summary>As the product does it: the past, which the ranking needs, beside the pegging.</summary>
    private static async Task<int> RankedAsync(SizeStore store, PlanVersion version, SizeClock clock)
    {
        var (plant, today) = (SizeStore.Plant, SizePlant.Today);
        var plan = await clock.MeasureAsync("  of it load", () => store.Plans.LoadAsync(plant.Id, version.Number, CancellationToken.None));
        var past = Task.Run(() => LateHistory.From(plan, today, plant.Risk));
        var book = PeggingRules.Compute(plan, plant.Calendar, today);
        var lines = PromiseRules.Compute(book, plant.Calendar, null);
        return Ranking.Compute(new RankingInput { Book = book, Lines = lines, Calendar = plant.Calendar, Settings = plant.Risk, History = await past }).Count;
    }

    private static async Task<bool> GrowthAsync(StoreProvider provider, int rows)
    {
        var lines = new List<string>();
        foreach (var part in new[] { rows / 100, rows / 10, rows })
        {
            using var files = new GeneratedFiles(part);
            await using var store = await SizeStore.StartAsync(provider);
            var clock = new SizeClock();
            var version = (await clock.MeasureAsync("import", () => store.ImportAsync(files.Of(0), clock))).Version;
            var import = clock.Last;
            await clock.MeasureAsync("compute", () => store.Compute.FindAsync(SizeStore.Plant, version, CancellationToken.None));
            var compute = clock.Last;
            await clock.MeasureAsync("1 % changed", () => store.ImportAsync(files.Of(1), clock));
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {part,12:N0} {import,10:0.00} s {compute,10:0.00} s {clock.Last,10:0.00} s {import * 1e6 / files.Plant.Rows,12:0.00} us {compute * 1e6 / files.Plant.Rows,12:0.00} us"));
        }
        Console.WriteLine("   order lines       import      compute  1 % changed     import/row    compute/row");
        lines.ForEach(Console.WriteLine);
        return true;
    }
}
