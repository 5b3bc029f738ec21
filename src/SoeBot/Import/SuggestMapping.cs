using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Suggest;

namespace SoeBot.Import;

/// <summary><c>import --suggest</c>: a mapping for somebody's export, made of its headers and cells. Needs no settings and no store.</summary>
internal static class SuggestMapping
{
    private const int Usable = 0, ToBeMended = 1;

    public static async Task<int> RunAsync(string path, TextWriter output, TextWriter error, CancellationToken ct)
    {
        using var staged = new StagedFiles();
        if (File.Exists(path) && await staged.TakeAsync(Path.GetFileName(path), path, null, ct) is { } problem)
        {
            await error.WriteLineAsync(problem.ToString());
            return ToBeMended;
        }
        var suggestion = MappingSuggestion.Of(Directory.Exists(path) ? new PlanFolder(path) : staged, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date));
        if (suggestion.Json is { } json) await output.WriteLineAsync(json);
        foreach (var line in suggestion.Report) await error.WriteLineAsync(line);
        return suggestion.Imports ? Usable : ToBeMended;
    }
}
