using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Excel;

namespace SoeBot.Connectors.Reading;

/// <summary>
/// Finds a table among the files of an import: a CSV file of the mapping's name, a sheet of a workbook, or a workbook with a single
/// sheet. Case, spaces, dashes and underscores of names do not matter, nor does the number that a copy gets: "Work Centres (1)".
/// </summary>
internal sealed class SourceFiles
{
    private readonly IPlanFiles files;
    private readonly List<Workbook> workbooks = [];

    public SourceFiles(IPlanFiles files, ProblemList problems)
    {
        this.files = files;
        foreach (var name in files.Names.Where(Workbook.IsName).Order(StringComparer.OrdinalIgnoreCase))
            if (files.Open(name) is { } stream)
                using (stream)
                    if (Workbook.Open(name, stream, problems) is { } workbook) workbooks.Add(workbook);
    }

    /// <summary>Everything there is, for whoever named nothing that is known.</summary>
    public IEnumerable<string> Found =>
        files.Names.Where(name => !Workbook.IsName(name)).Concat(workbooks.SelectMany(book => book.Sheets.Select(sheet => $"{book.File}, sheet {sheet}")));

    /// <summary>Tables can be read at the same time. The sheets of a workbook cannot: it is one stream.</summary>
    public bool AreIndependent => workbooks.Count == 0;

    /// <summary>What a message names when the table is not there.</summary>
    public string Wanted(string file) => workbooks is [var only] && files.Names.Count == 1 ? $"{only.File}, sheet {Path.GetFileNameWithoutExtension(file)}" : file;

    /// <returns>False when it is not there. True with null: it is there and cannot be used, and problems say why.</returns>
    public bool TryOpen(string file, string? word, char? delimiter, ProblemList problems, out ISourceTable? table)
    {
        table = null;
        var wanted = new[] { Plain(Path.GetFileNameWithoutExtension(file)), Plain(word ?? "") };
        if (NameOf(file, wanted[0]) is { } name && files.Open(name) is { } stream)
        {
            table = CsvTable.Open(name, stream, delimiter, problems);
            return true;
        }

        var sheets = (from book in workbooks from sheet in book.Sheets.Index() where wanted.Contains(Plain(sheet.Item)) select (book, sheet.Index)).ToList();
        if (sheets.Count == 0) sheets = [.. from book in workbooks where book.Sheets.Count == 1 && wanted.Contains(Plain(Path.GetFileNameWithoutExtension(book.File))) select (book, 0)];
        if (sheets.Count > 1)
            problems.Add(
                sheets[0].book.File, null, null, null,
                $"{string.Join(" and ", sheets.Select(one => $"{one.book.File}, sheet {one.book.Sheets[one.Item2]}"))} are one table by their names; leave one of them.");
        else if (sheets is [var (workbook, index)])
            table = workbook.OpenSheet(index, problems);
        return sheets.Count > 0;
    }

    private string? NameOf(string file, string plain) =>
        files.Names.FirstOrDefault(name => name.Equals(file, StringComparison.OrdinalIgnoreCase))
        ?? files.Names.FirstOrDefault(name => name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && Plain(Path.GetFileNameWithoutExtension(name)) == plain);

    /// <summary>Letters and digits alone, and without the number of a copy.</summary>
    private static string Plain(string name)
    {
        var end = name.AsSpan().TrimEnd();
        if (end.EndsWith(")") && end.LastIndexOf('(') is > 0 and var open && end[(open + 1)..^1].IndexOfAnyExceptInRange('0', '9') < 0) end = end[..open];
        else if (end.LastIndexOf(' ') is > 0 and var blank && end[(blank + 1)..].IndexOfAnyExceptInRange('0', '9') < 0) end = end[..blank];
        return string.Concat(end.ToString().Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }
}
