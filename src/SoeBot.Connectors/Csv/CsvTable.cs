using System.Text;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Reading.Checks;
using Sylvan.Data.Csv;

namespace SoeBot.Connectors.Csv;

/// <summary>
/// The rows of one CSV file, with the line number at which an editor shows each. What breaks the file's form becomes a problem,
/// after which the rest of the file is not read.
/// </summary>
internal sealed class CsvTable : ISourceTable
{
    /// <summary>Characters of one row; beyond it a closing quote is missing or somebody means harm.</summary>
    public const int LongestRow = 1 << 18;

    /// <summary>No table of ours has a tenth of it.</summary>
    public const int MostColumns = 500;

    private readonly Stream stream;
    private readonly ProblemList problems;
    private readonly CsvDataReader? reader;
    private int nextRow = 1;

    private CsvTable(string file, Stream stream, TextForm form, ProblemList problems)
    {
        File = file;
        this.stream = stream;
        this.problems = problems;
        var options = new CsvDataReaderOptions
        {
            HasHeaders = false, Comment = '\0', BufferSize = 1 << 16, MaxBufferSize = LongestRow, Delimiter = form.Delimiter, OwnsReader = true,
        };
        Guarded(() => CsvDataReader.Create(CsvText.Open(stream, form.Encoding), options), out reader);
        Header = reader is not null && Next() ? [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim())] : [];
    }

    public string File { get; }
    public string Source => File;
    public string[] Header { get; }

    /// <summary>The line on which the current row begins; the header is 1.</summary>
    public int Row { get; private set; } = 1;

    public ReadOnlySpan<char> this[int column] => reader!.GetFieldSpan(column).Trim();
    public CellKind KindOf(int column) => CellKind.Text;

    /// <summary>Opens a file and checks its header; null when it cannot be used, and then a problem says why.</summary>
    public static CsvTable? Open(string file, Stream stream, TextForm form, ProblemList problems)
    {
        var before = problems.Count;
        var width = 0;
        if ((CsvText.Disguise(stream) ?? ((width = CsvText.Width(stream, form)) > MostColumns ? $"is {width} columns wide, at most {MostColumns} are read. Export only what the plan needs." : null)) is { } disguise)
        {
            problems.Add(file, null, null, null, disguise);
            stream.Dispose();
            return null;
        }
        var table = new CsvTable(file, stream, form, problems);
        table.CheckHeader(before);
        if (problems.Count == before) return table;
        table.Dispose();
        return null;
    }

    /// <summary>Goes to the next row that has as many values as the header; blank lines are passed over, others are problems.</summary>
    public bool Read()
    {
        while (Next())
        {
            var count = reader!.RowFieldCount;
            if (count == 1 && reader.GetFieldSpan(0).IsWhiteSpace() && Header.Length > 1) continue;
            if (count == Header.Length)
            {
                if (reader.GetFieldSpan(0).IsWhiteSpace() && Header.Length > 1 && IsBlank()) continue;
                return true;
            }
            problems.Add(File, Row, null, null, count < Header.Length
                ? $"has {count} of {Header.Length} values: the file was cut off here, or a delimiter is missing. Export the file again."
                : $"has {count} values, the header has {Header.Length}: a text that holds the delimiter must stand in double quotes.");
        }
        return false;
    }

    public string[]? Peek() => Next() ? [.. Enumerable.Range(0, reader!.RowFieldCount).Select(i => reader.GetString(i).Trim())] : null;

    public void Dispose() => reader?.Dispose();

    /// <summary>Spreadsheets write rows of nothing but delimiters where something was once.</summary>
    private bool IsBlank()
    {
        for (var column = 1; column < Header.Length; column++)
            if (!reader!.GetFieldSpan(column).IsWhiteSpace()) return false;
        return true;
    }

    private bool Next()
    {
        Row = nextRow;
        if (reader is null || !Guarded(reader.Read, out var read) || !read) return false;
        nextRow += Lines(reader.GetRawRecordSpan());
        return true;
    }

    private void CheckHeader(int problemsBefore)
    {
        if (problems.Count > problemsBefore) return;
        if (Header is [['<', ..], ..])
        {
            problems.Add(File, null, null, null, "is a web page or XML, not a table: perhaps the page on which one signs in. Export the file again.");
            return;
        }
        if (Header.Length == 0 || Header.All(h => h.Length == 0))
            problems.Add(File, null, null, null, "is empty: not even a header. Export the file again.");
        else if (Header.Any(h => h.Contains('\0')))
            problems.Add(File, null, null, null, "is not UTF-8 text; it looks like UTF-16 without a mark. Save it as \"CSV UTF-8\".");
        HeaderCheck.Doubled(this, problems);
    }

    private bool Guarded<T>(Func<T> read, out T? result)
    {
        try
        {
            result = read();
            return true;
        }
        catch (DecoderFallbackException)
        {
            problems.Add(File, CsvText.FirstBrokenRow(stream), null, null, "is not UTF-8 text. Save the file as \"CSV UTF-8\", or name its encoding in the mapping.");
        }
        catch (CsvRecordTooLargeException)
        {
            problems.Add(File, Row, null, null, $"is longer than {LongestRow} characters: a closing double quote is missing, or a cell holds something else than plan data.");
        }
        catch (CsvFormatException)
        {
            problems.Add(File, Row, null, null, "has a double quote without its partner: the file was cut off, or a quote inside a text is not doubled. Export the file again.");
        }
        result = default;
        return false;
    }

    private static int Lines(ReadOnlySpan<char> record) => record.Count('\n') + record.Count('\r') - record.Count("\r\n");
}
