using System.Text;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Excel;
using SoeBot.Connectors.Reading.Held;
using SoeBot.Connectors.Suggest;

namespace SoeBot.Connectors.Reading;

/// <summary>
/// Finds a table among the files of an import: a CSV file of the mapping's name, a sheet of a workbook, or a workbook with a single
/// sheet. Case, spaces, dashes and underscores of names do not matter, nor does the number that a copy gets: "Work Centres (1)".
/// </summary>
internal sealed class SourceFiles
{
    private readonly IPlanFiles files;
    private readonly List<Workbook> workbooks = [];

    /// <param name="files">Of the import.</param>
    /// <param name="problems">Take what makes a workbook unusable.</param>
    /// <param name="mostUnpacked">Bytes that a workbook may unpack to.</param>
    public SourceFiles(IPlanFiles files, ProblemList problems, long mostUnpacked = Workbook.LargestUnpacked)
    {
        this.files = files;
        foreach (var name in files.Names.Where(Workbook.IsName).Order(StringComparer.OrdinalIgnoreCase))
            if (Workbook.Open(name, () => files.Open(name)!, problems, mostUnpacked) is { } workbook) workbooks.Add(workbook);
    }

    /// <summary>Everything there is, for whoever named nothing that is known.</summary>
    public IEnumerable<string> Found =>
        files.Names.Where(name => !Workbook.IsName(name)).Concat(workbooks.SelectMany(book => book.Sheets.Select(sheet => $"{book.File}, sheet {sheet}")));

    /// <summary>What a message names when the table is not there.</summary>
    public string Wanted(string file) => workbooks is [var only] && files.Names.Count == 1 ? $"{only.File}, sheet {Path.GetFileNameWithoutExtension(file)}" : file;

    /// <summary>When a file was written, as far as its source says.</summary>
    public DateTimeOffset? WrittenAt(string source) => files.WrittenAt(source);

    /// <summary>Whether <see cref="TryOpen"/> finds it.</summary>
    public bool Has(string file, string? word)
    {
        string[] wanted = [Plain(Path.GetFileNameWithoutExtension(file)), .. word is null ? Array.Empty<string>() : [Plain(word)]];
        return TextsOf(file, wanted[0]).Count + SheetsOf(wanted).Count > 0;
    }

    /// <summary>Every text file and every sheet, looked through for a proposal of a mapping.</summary>
    public IEnumerable<SourceLook> Look(ProblemList problems)
    {
        foreach (var name in files.Names.Where(name => name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.OrdinalIgnoreCase))
        {
            string? encoding;
            using (var stream = files.Open(name)!) encoding = SourceLook.EncodingOf(stream);
            using var table = CsvTable.Open(name, files.Open(name)!, new(null, encoding is null ? null : Encoding.GetEncoding(encoding)), problems);
            if (table is not null) yield return SourceLook.Of(name, encoding, table);
        }
        var alike = workbooks.SelectMany(book => book.Sheets).GroupBy(sheet => Plain(sheet)).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        foreach (var book in workbooks)
            foreach (var (at, sheet) in book.Sheets.Index())
            {
                using var table = book.OpenSheet(at, problems);
                // A sheet is found by its own name; where several have one, by that of the workbook.
                if (table is not null) yield return SourceLook.Of(alike.Contains(Plain(sheet)) ? book.File : $"{sheet}.csv", null, table);
            }
    }

    /// <returns>False when it is not there. True with null: it is there and cannot be used, and problems say why.</returns>
    public bool TryOpen(string file, string? word, TextForm form, ProblemList problems, out ISourceTable? table, FileRecords? known = null)
    {
        table = null;
        string[] wanted = [Plain(Path.GetFileNameWithoutExtension(file)), .. word is null ? Array.Empty<string>() : [Plain(word)]];
        var texts = TextsOf(file, wanted[0]);
        var sheets = SheetsOf(wanted);
        if (texts.Count + sheets.Count > 1)
            problems.Add(
                texts.FirstOrDefault() ?? sheets[0].Book.File, null, null, null,
                $"{string.Join(" and ", texts.Select(name => ProblemList.Shown(name)).Concat(sheets.Select(one => $"{one.Book.File}, sheet {ProblemList.Shown(one.Book.Sheets[one.Index])}")))} are one table by their names; leave one of them.");
        else if (texts is [var name])
            table = CsvTable.Open(name, files.Open(name)!, form, problems, known);
        else if (sheets is [var (workbook, index)])
            table = workbook.OpenSheet(index, problems);
        return texts.Count + sheets.Count > 0;
    }

    private List<(Workbook Book, int Index)> SheetsOf(string[] wanted)
    {
        var sheets = (from book in workbooks from sheet in book.Sheets.Index() where wanted.Contains(Plain(sheet.Item)) select (book, sheet.Index)).ToList();
        return sheets.Count > 0 ? sheets : [.. from book in workbooks where book.Sheets.Count == 1 && wanted.Contains(Plain(Path.GetFileNameWithoutExtension(book.File))) select (book, 0)];
    }

    private List<string> TextsOf(string file, string plain) =>
    [
        .. files.Names.Where(name => !Workbook.IsName(name) && (name.Equals(file, StringComparison.OrdinalIgnoreCase)
            || (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && Plain(Path.GetFileNameWithoutExtension(name)) == plain))),
    ];

    /// <summary>Letters and digits alone, and without the number of a copy.</summary>
    private static string Plain(string name)
    {
        var end = name.AsSpan().TrimEnd();
        if (end.EndsWith(")") && end.LastIndexOf('(') is > 0 and var open && end[(open + 1)..^1].IndexOfAnyExceptInRange('0', '9') < 0) end = end[..open];
        else if (end.LastIndexOf(' ') is > 0 and var blank && end[(blank + 1)..].IndexOfAnyExceptInRange('0', '9') < 0) end = end[..blank];
        return string.Concat(end.ToString().Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }
}
