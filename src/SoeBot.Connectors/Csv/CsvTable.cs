using System.Text;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Reading.Checks;
using SoeBot.Connectors.Reading.Held;
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
    private readonly ChangedRecords? changed;
    private int nextRow = 1, record = -1;
    private bool strayed;

    private CsvTable(string file, Stream stream, TextForm form, ProblemList problems, FileRecords? known)
    {
        File = file;
        this.stream = stream;
        this.problems = problems;
        var options = new CsvDataReaderOptions
        {
            HasHeaders = false, Comment = '\0', BufferSize = 1 << 16, MaxBufferSize = LongestRow, Delimiter = form.Delimiter, OwnsReader = true,
        };
        TextReader text = CsvText.Open(stream, form.Encoding);
        if (known is not null) text = changed = new ChangedRecords(text, known, LongestRow);
        Guarded(() => CsvDataReader.Create(text, options), out reader);
        Header = reader is not null && Next() ? [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim())] : [];
    }

    public string File { get; }
    public string Source => File;
    public string[] Header { get; }

    /// <summary>The line on which the current row begins; the header is 1.</summary>
    public int Row { get; private set; } = 1;

    /// <summary>The records of the file, once they are read. Where only changed ones are read there are others between them: see <see cref="Changed"/>.</summary>
    public FileRecords Records { get; } = new();

    /// <summary>Null when the whole file is read. What is read of a file with known records counts only when there was no problem and this did not give up.</summary>
    public ChangedRecords? Changed => changed;

    /// <summary>Known records were taken out of the file where its form does not allow it: it has to be read whole.</summary>
    public bool GaveUp => changed is not null && (strayed || changed.GaveUp || record != changed.Count);

    /// <summary>Which of the records that are read is the current one; the header is 0.</summary>
    public int Record => record;

    public ReadOnlySpan<char> this[int column] => reader!.GetFieldSpan(column).Trim();
    public CellKind KindOf(int column) => CellKind.Text;

    /// <summary>Opens a file and checks its header; null when it cannot be used, and then a problem says why.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="stream">Disposed with the table.</param>
    /// <param name="form">How it is written.</param>
    /// <param name="problems">Take what is wrong.</param>
    /// <param name="known">Records that are passed over; null: all are read.</param>
    public static CsvTable? Open(string file, Stream stream, TextForm form, ProblemList problems, FileRecords? known = null)
    {
        var before = problems.Count;
        var width = 0;
        if ((CsvText.Disguise(stream) ?? ((width = CsvText.Width(stream, form)) > MostColumns ? $"is {width} columns wide, at most {MostColumns} are read. Export only what the plan needs." : null)) is { } disguise)
        {
            problems.Add(file, null, null, null, disguise);
            stream.Dispose();
            return null;
        }
        var table = new CsvTable(file, stream, form, problems, known);
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
        if (reader is null || !Guarded(reader.Read, out var read)) return false;
        record++;
        if (!read) return false;
        var raw = reader.GetRawRecordSpan();
        nextRow += Lines(raw);
        if (changed is not null) strayed |= record >= changed.Count || raw.Length != changed.LengthOf(record);
        else
        {
            Records.Add(FileRecords.HashOf(raw), raw.Length, FileRecords.NoRow);
            Records.LastIsOpen = raw is not [.., '\r' or '\n'];
        }
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
