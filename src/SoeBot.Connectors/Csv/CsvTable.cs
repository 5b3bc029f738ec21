using System.Text;
using SoeBot.Connectors.Reading;
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

    private readonly Stream stream;
    private readonly ProblemList problems;
    private readonly CsvDataReader? reader;
    private int nextRow = 1;

    private CsvTable(string file, Stream stream, char? delimiter, ProblemList problems)
    {
        File = file;
        this.stream = stream;
        this.problems = problems;
        var options = new CsvDataReaderOptions
        {
            HasHeaders = false, Comment = '\0', BufferSize = 1 << 16, MaxBufferSize = LongestRow, Delimiter = delimiter, OwnsReader = true,
        };
        Guarded(() => CsvDataReader.Create(CsvText.Open(stream), options), out reader);
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
    public static CsvTable? Open(string file, Stream stream, char? delimiter, ProblemList problems)
    {
        var before = problems.Count;
        var table = new CsvTable(file, stream, delimiter, problems);
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
            if (count == Header.Length) return true;
            problems.Add(File, Row, null, null, count < Header.Length
                ? $"has {count} of {Header.Length} values: the file was cut off here, or a delimiter is missing. Export the file again."
                : $"has {count} values, the header has {Header.Length}: a text that holds the delimiter must stand in double quotes.");
        }
        return false;
    }

    public void Dispose() => reader?.Dispose();

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
            problems.Add(File, CsvText.FirstBrokenRow(stream), null, null, "is not UTF-8 text. Save the file as \"CSV UTF-8\".");
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
