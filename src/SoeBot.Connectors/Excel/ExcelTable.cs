using System.Globalization;
using ExcelDataReader;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Reading.Checks;

namespace SoeBot.Connectors.Excel;

/// <summary>The rows of one sheet. The first row that holds anything is the header; empty rows are passed over; a formula counts by its stored value.</summary>
internal sealed class ExcelTable : ISourceTable
{
    /// <summary>No table of ours has a tenth of it, and a forged size of a sheet costs no more than this.</summary>
    public const int MostColumns = 500;

    private readonly IExcelDataReader reader;
    private readonly ProblemList problems;
    private readonly Dictionary<(int Row, int Column), string> errors;
    private readonly CellRange[] merged;
    private readonly string[] texts;
    private readonly CellKind[] kinds;

    private ExcelTable(string source, IExcelDataReader reader, Dictionary<(int Row, int Column), string> errors, ProblemList problems)
    {
        (Source, File, this.reader, this.errors, this.problems) = (source, $"{source}, sheet {ProblemList.Shown(reader.Name)}", reader, errors, problems);
        merged = reader.MergeCells ?? [];
        texts = new string[Math.Min(reader.FieldCount, MostColumns)];
        kinds = new CellKind[texts.Length];
        Header = reader.FieldCount <= MostColumns && Next() ? [.. texts.Reverse().SkipWhile(text => text.Length == 0).Reverse()] : [];
    }

    public string Source { get; }
    public string File { get; }
    public string[] Header { get; }
    public int Row => reader.Depth + 1;
    public ReadOnlySpan<char> this[int column] => texts[column];
    public CellKind KindOf(int column) => kinds[column];

    /// <summary>Null when the sheet cannot be used, and then a problem says why.</summary>
    public static ExcelTable? Open(string source, IExcelDataReader reader, Dictionary<(int Row, int Column), string> errors, ProblemList problems)
    {
        var before = problems.Count;
        var table = new ExcelTable(source, reader, errors, problems);
        if (reader.FieldCount > MostColumns)
            problems.Add(table.File, null, null, null, $"is {reader.FieldCount} columns wide, at most {MostColumns} are read. Delete what stands far to the right.");
        else if (table.Header.Length == 0)
            problems.Add(table.File, null, null, null, "is empty: not even a header. Fill it, or delete the sheet.");
        else
            HeaderCheck.Doubled(table, problems);
        if (problems.Count == before) return table;
        table.Dispose();
        return null;
    }

    public bool Read() => Workbook.Guarded(File, problems, () => Next());

    public string[]? Peek() => Read() ? [.. texts] : null;

    public void Dispose() => reader.Dispose();

    private bool Next()
    {
        while (reader.Read())
        {
            var holds = false;
            for (var column = 0; column < texts.Length; column++)
            {
                (texts[column], kinds[column]) = errors.TryGetValue((reader.Depth, column), out var error) ? (error, error.Length == 0 ? CellKind.Uncomputed : CellKind.Error) : Cell(reader.GetValue(column));
                holds |= texts[column].Length > 0 || kinds[column] == CellKind.Uncomputed;
            }
            if (!holds) continue;
            foreach (var range in merged) Hide(range);
            return true;
        }
        return false;
    }

    private void Hide(CellRange range)
    {
        if (reader.Depth < range.FromRow || reader.Depth > range.ToRow) return;
        for (var column = range.FromColumn; column <= Math.Min(range.ToColumn, kinds.Length - 1); column++)
            if (column != range.FromColumn || reader.Depth != range.FromRow) kinds[column] = CellKind.Merged;
    }

    private static (string Text, CellKind Kind) Cell(object? value) => value switch
    {
        null => ("", CellKind.Text),
        string text => (text.Trim(), CellKind.Text),
        bool flag => (flag ? "true" : "false", CellKind.Text),
        DateTime day => (day.ToString(day.TimeOfDay == TimeSpan.Zero ? DayText.Iso : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), CellKind.Day),
        double number => (Plain(number), CellKind.Number),
        _ => (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", value is int or long or decimal ? CellKind.Number : CellKind.Text),
    };

    /// <summary>Fifteen digits, as many as Excel shows and keeps: the rest is what binary fractions leave behind.</summary>
    private static string Plain(double number) =>
        Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.############", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
}
