using System.CommandLine;
using System.Globalization;
using SoeBot.Connectors.Csv;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store;

namespace SoeBot.Import;

/// <summary>Sub-command <c>import</c>: the tables of a folder or a file, through a mapping file, become a plan version, or nothing does and the report says why.</summary>
public static class ImportCommand
{
    private const int Published = 0, Refused = 1, WrongCall = 2;

    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A folder with CSV or Excel files, or one .xlsx, .csv or .zip file." };
        var plant = new Option<string?>("--plant") { Description = "The plant's short name; left out: the first of the settings." };
        var mapping = new Option<string?>("--mapping") { Description = "A mapping file, or the word adventureworks or frepple; left out: the plant's setting, else our own column names." };
        var asOf = new Option<string?>("--as-of") { Description = "Replay: only what was known in the morning of this day, yyyy-MM-dd." };
        var freeze = new Option<bool>("--freeze") { Description = "Also freeze it as the plan of its week." };
        var suggest = new Option<bool>("--suggest") { Description = "Import nothing: propose a mapping for these files. The mapping goes to the output, what was found and how surely to the error output." };
        var command = new Command("import", "Read plan data into a new plan version.") { path, plant, mapping, asOf, freeze, suggest };
        command.SetAction((typed, ct) => typed.UnmatchedTokens.Count > 0
            ? FailAsync(typed.InvocationConfiguration.Error, string.Join('\n', typed.UnmatchedTokens.Select(word => $"{word} is not known here: see import --help.")))
            : WrongSettings.SayInsteadAsync(() => RunAsync(
                new ImportInput(typed.GetValue(path)!, typed.GetValue(plant), typed.GetValue(mapping), typed.GetValue(asOf), typed.GetValue(freeze)) { Suggest = typed.GetValue(suggest) },
                typed.InvocationConfiguration.Output, typed.InvocationConfiguration.Error, ct), typed.InvocationConfiguration.Error));
        return command;
    }

    public static async Task<int> RunAsync(ImportInput input, TextWriter output, TextWriter error, CancellationToken ct)
    {
        DateOnly? asOf = null;
        if (input.AsOf is { } text)
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return await FailAsync(error, $"--as-of {text}: a day is written yyyy-MM-dd, like 2014-01-06.");
            asOf = day;
        }
        if (!Directory.Exists(input.Path) && !File.Exists(input.Path)) return await FailAsync(error, $"{input.Path}: there is no such folder or file.");
        if (File.Exists(input.Path) && !PlanParts.IsPlanFile(input.Path)) return await FailAsync(error, $"{input.Path}: .xlsx, .csv and .zip files are read.");

        if (input.Suggest) return await SuggestMapping.RunAsync(input.Path, output, error, ct);

        // The report is what people read here; the log only speaks when something is wrong.
        await using var app = Serving.Build([], builder => builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter(null, LogLevel.Error));
        await app.Services.GetRequiredService<StoreSchema>().MigrateAsync(ct);
        var plants = app.Services.GetRequiredService<PlantProfiles>();
        var plant = input.Plant is { } named ? plants.Find(new PlantId(named)) : plants.Default;
        if (plant is null) return await FailAsync(error, $"--plant {input.Plant}: the settings know {string.Join(", ", plants.All.Select(one => one.Id.Value))}.");
        var report = await app.Services.GetRequiredService<ImportPlan>().RunAsync(plant, input.Path, input.Mapping, asOf, input.Freeze, ct);
        foreach (var line in report.Lines) await (report.Version is null ? error : output).WriteLineAsync(line);
        return report.Version is null ? Refused : Published;
    }

    private static async Task<int> FailAsync(TextWriter error, string words)
    {
        await error.WriteLineAsync(words);
        return WrongCall;
    }
}

/// <param name="Mapping">A file, or the name of a built-in mapping.</param>
public sealed record ImportInput(string Path, string? Plant, string? Mapping, string? AsOf, bool Freeze)
{
    /// <summary>Import nothing, propose a mapping.</summary>
    public bool Suggest { get; init; }
}
