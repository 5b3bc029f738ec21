using System.Globalization;
using SoeBot.Connectors.Csv;
using SoeBot.Domain.Plan;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Store.Plans;

namespace SoeBot.Import;

/// <summary>The report of an import in words, the same for every way in.</summary>
internal static class ImportWords
{
    private static readonly string[] Singular = ["schedule", "stock", "bill", "forecast", "sales plan"];

    public static ImportReport Published(PlantProfile plant, PublishedPlan published, ImportRead read, TableOrigins origins, DateTimeOffset now) =>
        new(published.Version.Number,
        [
            Rows(plant, published.Version.Number, read), Changes(published),
            .. Kept(plant, read, origins, now) is { } kept ? [kept] : Array.Empty<string>(),
            .. read.Warnings.Select(warning => $"Look at this: {warning}"),
        ])
        {
            Rows = read.Rows, Warnings = read.Warnings, Kept = read.Kept,
        };

    public static ImportReport Refused(PlanVersion? current, IReadOnlyList<ImportProblem> problems, int count)
    {
        var stays = current is not null ? $"Plan version {current.Number} stays in use." : "There is no plan yet.";
        var more = count > problems.Count ? new[] { $"and {count - problems.Count} more" } : [];
        return new(null, [$"Not imported: {(count == 1 ? "1 problem" : $"{count} problems")}. {stays}", .. problems.Select(problem => problem.ToString()), .. more])
        {
            Problems = problems, ProblemCount = count,
        };
    }

    /// <summary>"Mon 06:00", with the date when it is longer ago.</summary>
    public static string Moment(PlantProfile plant, DateTimeOffset at, DateTimeOffset now) =>
        plant.Calendar.Local(at).ToString((now - at).Duration() < TimeSpan.FromDays(6) ? "ddd HH:mm" : "ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    private static string Rows(PlantProfile plant, int version, ImportRead read) =>
        $"Plan version {version} of {plant.Name} is in use: {string.Join(", ", read.Rows.Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Key} {table.Value:N0}")))}.";

    private static string Changes(PublishedPlan published)
    {
        var before = published.Version.Number - 1;
        if (before == 0) return "It is the plant's first plan.";
        if (published.Changes.Count == 0) return $"No row differs from version {before}.";
        return $"Changed since version {before}: {string.Join("; ", published.Changes.Select(Words))}.";

        static string Words(TableChange table) => $"{table.Table} " + string.Join(", ",
            from part in new[] { (Count: table.New, Word: "new"), (Count: table.Changed, Word: "changed"), (Count: table.Gone, Word: "gone") }
            where part.Count > 0
            select string.Create(CultureInfo.InvariantCulture, $"{part.Count:N0} {part.Word}"));
    }

    private static string? Kept(PlantProfile plant, ImportRead read, TableOrigins origins, DateTimeOffset now)
    {
        if (read.Kept.Count == 0) return null;
        var groups = read.Kept.GroupBy(table => origins.Tables.GetValueOrDefault(table) ?? new(origins.Version, now)).OrderByDescending(group => group.Key.Version)
            .Select(group => (Tables: group.ToList(), Of: $"version {group.Key.Version} of {Moment(plant, group.Key.At, now)}")).ToList();
        if (read.Kept.Count <= read.Rows.Count)
            return $"Not sent: {string.Join("; ", groups.Select(group => $"{And(group.Tables)}, {Those(group.Tables)} of {group.Of}"))}.";
        var sent = read.Rows.Keys.ToList();
        var only = $"Only {And(sent)} {(IsOne(sent) ? "was" : "were")} sent";
        return groups is [var all]
            ? $"{only}; the other tables are those of {all.Of}."
            : $"{only}; of the other tables {string.Join(", ", groups.Select(group => $"{And(group.Tables)} {(IsOne(group.Tables) ? "is that" : "are those")} of {group.Of}"))}.";
    }

    private static string Those(List<string> tables) => IsOne(tables) ? "which stays that" : "which stay those";
    private static bool IsOne(List<string> tables) => tables is [var one] && Singular.Contains(one);
    private static string And(List<string> words) => words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
}
