using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Tables;

namespace SoeBot.Connectors.Suggest;

/// <summary>A mapping proposed from the headers and cells of somebody's export.</summary>
/// <param name="Json">The mapping file; null when no table was recognised.</param>
/// <param name="Report">What was found, how surely, what has no place, and what a trial reading said.</param>
/// <param name="Imports">The trial reading found nothing wrong.</param>
public sealed record MappingSuggestion(string? Json, IReadOnlyList<string> Report, bool Imports)
{
    private const int MostRepairs = 8, Shown = 10;
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="files">The export.</param>
    /// <param name="today">Of the plant, for the trial reading.</param>
    public static MappingSuggestion Of(IPlanFiles files, DateOnly today)
    {
        var problems = new ProblemList();
        var looks = new SourceFiles(files, problems).Look(problems).ToList();
        var report = problems.All.Select(problem => problem.ToString()).ToList();
        var tables = Choose(looks);
        tables.Find(table => table.Shape.Word == "items")?.NumberAs([.. tables.SelectMany(table => table.Columns).Where(column => column.Shape.RefersTo == "items").Select(column => column.From).OfType<ColumnLook>()]);
        if (tables.Count == 0) return new(null, [.. report, .. Unplaced(looks, tables), "No table was recognised."], false);

        var (json, read) = (Write(tables), Try(files, Write(tables), today));
        for (var repairs = 0; repairs < MostRepairs && read.Problems.Count > 0 && LeaveOut(tables, read, report); repairs++)
            (json, read) = (Write(tables), Try(files, Write(tables), today));
        report.AddRange(tables.SelectMany(table => table.Report()));
        report.AddRange(Unplaced(looks, tables));
        report.Add(read.Problems.Count == 0
            ? $"Tried: it reads {string.Join(", ", read.Rows.Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Key} {table.Value:N0}")))} without a problem."
            : $"Tried: {read.ProblemCount} problems are left; correct the mapping or the files.");
        return new(json, [.. report, .. read.Problems.Take(Shown).Select(problem => problem.ToString())], read.Problems.Count == 0);
    }

    /// <summary>Each file for one table and each table from one file, the best first.</summary>
    private static List<SuggestedTable> Choose(IReadOnlyList<SourceLook> looks)
    {
        var all = (from look in looks from shape in PlanTables.All let table = SuggestedTable.Of(shape, look) where table is not null orderby table.Score descending select table).ToList();
        var chosen = new List<SuggestedTable>();
        foreach (var table in all)
            if (chosen.All(one => one.Shape != table.Shape && one.Source != table.Source)) chosen.Add(table);
        return [.. PlanTables.All.Select(shape => chosen.Find(one => one.Shape == shape)).OfType<SuggestedTable>()];
    }

    /// <summary>An optional column that the trial stumbled over goes, with the reason.</summary>
    private static bool LeaveOut(List<SuggestedTable> tables, ImportRead read, List<string> report)
    {
        var left = false;
        foreach (var problem in read.Problems)
            foreach (var table in tables.Where(table => table.Source.Shown == problem.File))
                if (table.Columns.Find(column => !column.Shape.Required && column.From?.Header == problem.Column) is { } column && table.Columns.Remove(column))
                {
                    report.Add($"{table.Shape.Word}: {column.Shape.Name} is left out, because {problem}");
                    left = true;
                }
        return left;
    }

    private static IEnumerable<string> Unplaced(IReadOnlyList<SourceLook> looks, List<SuggestedTable> tables) =>
        from look in looks
        where tables.All(table => table.Source != look)
        let nearest = PlanTables.All.Where(shape => KnownHeaders.IsFileOf(shape.Word, Path.GetFileNameWithoutExtension(look.File)))
            .Select(shape => (shape.Word, Lacks: SuggestedTable.Lacks(shape, look))).FirstOrDefault()
        select $"{look.Shown}: no table was recognised in it."
            + (nearest.Lacks is { Count: > 0 } lacks ? $" By its name it is {nearest.Word}, but no column is, in every row, its {string.Join(", ", lacks)}." : "")
            + $" Its columns: {ProblemList.Shown(string.Join(", ", look.Columns.Select(column => column.Header)))}";

    private static ImportRead Try(IPlanFiles files, string json, DateOnly today)
    {
        var parse = PlanMapping.Parse(json);
        return parse.Mapping is { } mapping ? PlanReader.Read(files, mapping, new ReadRequest(today))
            : new ImportRead(ImportOutcome.Refused, null, new Dictionary<string, int>(), [], [.. parse.Problems.Select(problem => new ImportProblem("", null, null, null, problem))], parse.Problems.Count);
    }

    private static string Write(List<SuggestedTable> tables)
    {
        var columns = tables.SelectMany(table => table.Columns).ToList();
        var days = Common(columns.Select(column => column.DayForm).OfType<string>());
        var numbers = Common(columns.Select(column => column.NumberForm).OfType<NumberForm>());
        var format = new JsonObject();
        if (days is not null) format["dates"] = new JsonArray(days);
        if (numbers is not null)
        {
            format["decimal"] = numbers.Decimal.ToString();
            if (numbers.Thousands is { } thousands) format["thousands"] = thousands.ToString();
        }
        var all = new JsonObject();
        foreach (var table in tables)
        {
            var one = new JsonObject { ["file"] = table.Source.File };
            if (table.Source.Encoding is { } encoding) one["encoding"] = encoding;
            one["columns"] = new JsonObject(table.Columns.Select(column => KeyValuePair.Create(column.Shape.Name, Column(column, days, numbers))));
            all[table.Shape.Word] = one;
        }
        return new JsonObject { ["name"] = "Proposed", ["format"] = format, ["tables"] = all }.ToJsonString(Readable);
    }

    private static JsonNode? Column(SuggestedColumn column, string? days, NumberForm? numbers)
    {
        if (column.Constant is { } constant) return new JsonObject { ["constant"] = constant };
        var one = new JsonObject { ["from"] = column.From!.Header };
        if (column.From.EmptyWhen.Count > 0) one["emptyWhen"] = new JsonArray([.. column.From.EmptyWhen.Order(StringComparer.Ordinal).Select(text => JsonValue.Create(text))]);
        if (column.Codes.Count > 0) one["codes"] = new JsonObject(column.Codes.Select(code => KeyValuePair.Create(code.Key, (JsonNode?)code.Value)));
        if (column.DayForm is { } day && day != days) one["dates"] = new JsonArray(day);
        if (column.NumberForm is { } number && number != numbers)
        {
            one["decimal"] = number.Decimal.ToString();
            if (number.Thousands is { } thousands) one["thousands"] = thousands.ToString();
        }
        return one.Count == 1 ? column.From.Header : one;
    }

    private static T? Common<T>(IEnumerable<T> all) where T : class => all.GroupBy(one => one).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;
}
