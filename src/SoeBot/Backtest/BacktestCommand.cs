using System.CommandLine;
using System.Globalization;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Mapping;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk.Past;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Plans;

namespace SoeBot.Backtest;

/// <summary>Sub-command <c>backtest</c>: replays a plant's own past and says how many of the ten named each week really came late. Changes nothing.</summary>
public static class BacktestCommand
{
    private const int Told = 0, NothingToTell = 1, WrongCall = 2;

    private static readonly Dictionary<string, PromiseKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["orders"] = PromiseKind.CustomerOrders, ["schedule"] = PromiseKind.ProductionOrders, ["purchases"] = PromiseKind.PurchaseLines,
    };

    public static Command Create()
    {
        var path = new Argument<string?>("path")
        {
            Description = "A folder with CSV or Excel files, or one .xlsx, .csv or .zip file, with how everything ended; left out: the plan versions in the store.", Arity = ArgumentArity.ZeroOrOne,
        };
        var plant = new Option<string?>("--plant") { Description = "The plant whose calendar and mapping count; left out: the first of the settings." };
        var mapping = new Option<string?>("--mapping") { Description = "As for import." };
        var of = new Option<string?>("--of") { Description = "orders, schedule or purchases; left out: the first of these whose outcomes differ." };
        var from = new Option<string?>("--from") { Description = "First week, by any day of it, yyyy-MM-dd; left out: half a year after the first promise." };
        var until = new Option<string?>("--until") { Description = "Last week, likewise; left out: as far as the outcomes are known." };
        var command = new Command("backtest", "Replay the past week by week: how many of the ten orders named as at risk really came late?") { path, plant, mapping, of, from, until };
        command.SetAction((typed, ct) => typed.UnmatchedTokens.Count > 0
            ? FailAsync(typed.InvocationConfiguration.Error, string.Join('\n', typed.UnmatchedTokens.Select(word => $"{word} is not known here: see backtest --help.")))
            : WrongSettings.SayInsteadAsync(() => RunAsync(
                new BacktestInput(typed.GetValue(path), typed.GetValue(plant), typed.GetValue(mapping), typed.GetValue(of), typed.GetValue(from), typed.GetValue(until)),
                typed.InvocationConfiguration.Output, typed.InvocationConfiguration.Error, ct), typed.InvocationConfiguration.Error));
        return command;
    }

    public static async Task<int> RunAsync(BacktestInput input, TextWriter output, TextWriter error, CancellationToken ct)
    {
        if (Problem(input) is { } wrong) return await FailAsync(error, wrong);
        // Only the plants' settings matter here, and the store where no file is named: no bot.
        await using var app = Serving.Builder([], builder => builder.Logging.ClearProviders()).Build();
        var plants = app.Services.GetRequiredService<PlantProfiles>();
        var plant = input.Plant is { } named ? plants.Find(new PlantId(named)) : plants.Default;
        if (plant is null) return await FailAsync(error, $"--plant {input.Plant}: the settings know {string.Join(", ", plants.All.Select(one => one.Id.Value))}.");

        var (plan, problems) = input.Path is null
            ? await StoredAsync(plant, app.Services.GetRequiredService<StoreSchema>(), app.Services.GetRequiredService<PlanStore>(), ct)
            : await ReadAsync(input.Path, input.Mapping, plant, app.Services.GetRequiredService<TimeProvider>(), ct);
        if (plan is null)
        {
            foreach (var problem in problems) await error.WriteLineAsync(problem);
            return NothingToTell;
        }
        var kind = input.Of is { } word ? Kinds[word] : PastPromises.Telling(plan);
        var report = kind is null ? null : BacktestRules.Compute(new PastInput
        {
            Promises = PastPromises.From(plan, kind.Value), Calendar = plant.Calendar, Settings = plant.Risk, From = Day(input.From), Until = Day(input.Until),
            Components = PastComponents.In(plan),
            IsProjected = kind == PromiseKind.ProductionOrders || (kind == PromiseKind.CustomerOrders && plan is not { Stock: null, Schedule: null, Purchases: null }),
        });
        if (report is null)
        {
            await error.WriteLineAsync(kind is null
                ? "Nothing to learn from: neither customer orders nor production orders nor purchase lines have 100 late and 100 punctual outcomes. Dates of shipment, completion or receipt may be missing."
                : "No week has more than ten open promises due in the two weeks after it, with a known end.");
            return NothingToTell;
        }
        foreach (var line in BacktestWords.Of(report, kind!.Value, plant)) await output.WriteLineAsync(line);
        return Told;
    }

    private static async Task<(PlanSnapshot? Plan, IReadOnlyList<string> Problems)> StoredAsync(PlantProfile plant, StoreSchema schema, PlanStore plans, CancellationToken ct)
    {
        await schema.MigrateAsync(ct);
        return await plans.LoadPastAsync(plant.Id, ct) is { } past
            ? (past, [])
            : (null, [$"{plant.Name} has no plan version in the store yet. Name a folder or file with how everything ended."]);
    }

    private static async Task<(PlanSnapshot? Plan, IReadOnlyList<string> Problems)> ReadAsync(string path, string? mappedBy, PlantProfile plant, TimeProvider time, CancellationToken ct)
    {
        var mapping = await MappingFile.ReadAsync(mappedBy ?? plant.Mapping, ct);
        if (mapping.Mapping is null) return (null, mapping.Problems);
        using var staged = new StagedFiles();
        if (File.Exists(path) && await staged.TakeAsync(Path.GetFileName(path), path, null, ct) is { } problem) return (null, [problem.ToString()]);
        IPlanFiles files = Directory.Exists(path) ? new PlanFolder(path) : staged;
        // As of today all is known that the files know.
        var read = PlanReader.Read(files, mapping.Mapping, new ReadRequest(plant.Calendar.DayOf(time.GetUtcNow())) { WeekStart = plant.Calendar.WeekStart, DayStart = plant.Calendar.FirstShift });
        return (read.Snapshot, [.. read.Problems.Select(problem => problem.ToString())]);
    }

    private static string? Problem(BacktestInput input) =>
        input.Path is { } path && !Directory.Exists(path) && !File.Exists(path) ? $"{input.Path}: there is no such folder or file."
        : File.Exists(input.Path) && !PlanParts.IsPlanFile(input.Path) ? $"{input.Path}: .xlsx, .csv and .zip files are read."
        : input.Of is { } word && !Kinds.ContainsKey(word) ? $"--of {word}: it is one of {string.Join(", ", Kinds.Keys)}."
        : input.From is { } from && Day(from) is null ? $"--from {from}: a day is written yyyy-MM-dd, like 2014-01-06."
        : input.Until is { } until && Day(until) is null ? $"--until {until}: a day is written yyyy-MM-dd, like 2014-01-06."
        : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static async Task<int> FailAsync(TextWriter error, string words)
    {
        await error.WriteLineAsync(words);
        return WrongCall;
    }
}

/// <param name="Path">Null for the versions in the store.</param>
/// <param name="Mapping">A file, or the name of a built-in mapping.</param>
/// <param name="Of">orders, schedule or purchases.</param>
public sealed record BacktestInput(string? Path, string? Plant, string? Mapping, string? Of, string? From, string? Until);
