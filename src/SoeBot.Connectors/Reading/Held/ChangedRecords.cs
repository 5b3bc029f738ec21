namespace SoeBot.Connectors.Reading.Held;

/// <summary>
/// The text of a file without the records that are known from the file before: header and what is new. Where a record begins, the same
/// characters up to its end make the same record, so known ones need no parser. Whoever parses the rest compares the records that come out with
/// <see cref="LengthOf"/>: where they differ, this took something for a record that is none, and the whole file has to be read.
/// </summary>
internal sealed class ChangedRecords(TextReader source, FileRecords known, int longest) : TextReader
{
    /// <summary>In <see cref="Order"/>: the next one of those that are handed on.</summary>
    public const int Next = -1;
    private readonly List<int> order = [], lengths = [];
    private readonly List<ulong> hashes = [];
    private char[] text = new char[1 << 17];
    private int start, filled, handedFrom, handedTo, expected = 1;
    private bool ended;

    /// <summary>Behind the header: which known record, or <see cref="Next"/>.</summary>
    public IReadOnlyList<int> Order => order;

    /// <summary>How many were handed on, with the header.</summary>
    public int Count => lengths.Count;

    /// <summary>The file differs in a way that asks for reading all of it.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>The last record has no line end.</summary>
    public bool LastIsOpen { get; private set; }

    public int LengthOf(int record) => lengths[record];
    public ulong HashOf(int record) => hashes[record];

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        while (handedFrom == handedTo)
            if (GaveUp || !FindChanged()) return 0;
        var count = Math.Min(buffer.Length, handedTo - handedFrom);
        text.AsSpan(handedFrom, count).CopyTo(buffer);
        handedFrom += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Passes over known records up to one that is to be handed on; false at the end.</summary>
    private bool FindChanged()
    {
        while (true)
        {
            if (lengths.Count > 0 && expected < known.Count && IsKnown(expected))
            {
                PassOver(expected);
                continue;
            }
            var length = Line(0);
            if (length == 0) return false;
            var hash = FileRecords.HashOf(text.AsSpan(start, length));
            if (lengths.Count > 0 && known.Find(hash, length) is > 0 and var at && IsWhole(at, length))
            {
                PassOver(at);
                continue;
            }
            // Quotes without a partner: the record goes on behind the line end.
            while (int.IsOddInteger(text.AsSpan(start, length).Count('"')) && length <= longest && Line(length) is > 0 and var more) length += more;
            HandOn(length);
            return !GaveUp;
        }
    }

    private void PassOver(int record)
    {
        start += known.Length(record);
        LastIsOpen = text[start - 1] is not ('\r' or '\n');
        order.Add(record);
        expected = record + 1;
    }

    private void HandOn(int length)
    {
        var record = text.AsSpan(start, length);
        var hash = FileRecords.HashOf(record);
        GaveUp = length > longest || (lengths.Count == 0 && (hash != known.Hash(0) || length != known.Length(0)));
        LastIsOpen = record[^1] is not ('\r' or '\n');
        if (lengths.Count > 0)
        {
            order.Add(Next);
            // A line that was changed stands where it stood.
            expected++;
        }
        lengths.Add(length);
        hashes.Add(hash);
        (handedFrom, handedTo) = (start, start + length);
        start += length;
    }

    private bool IsKnown(int record)
    {
        var length = known.Length(record);
        Fill(length + 1);
        return filled - start >= length && IsWhole(record, length) && FileRecords.HashOf(text.AsSpan(start, length)) == known.Hash(record);
    }

    /// <summary>It ends here as it ended there.</summary>
    private bool IsWhole(int record, int length)
    {
        if (record == known.Count - 1 && known.LastIsOpen) return ended && filled - start == length;
        return text[start + length - 1] != '\r' || filled - start == length || text[start + length] != '\n';
    }

    /// <summary>Characters from a place behind the start to the end of that line with its line end; 0 at the end of the file.</summary>
    private int Line(int from)
    {
        for (var looked = from; ; looked = filled - start)
        {
            Fill(looked + 1);
            if (filled - start <= looked) return filled - start - from;
            var end = text.AsSpan(start + looked, filled - start - looked).IndexOfAny('\r', '\n');
            if (end < 0)
            {
                if (filled - start > longest * 2) return filled - start - from;
                continue;
            }
            var length = looked + end + 1;
            if (text[start + length - 1] == '\n') return length - from;
            Fill(length + 1);
            return (filled - start > length && text[start + length] == '\n' ? length + 1 : length) - from;
        }
    }

    /// <summary>Reads until so many characters stand behind the start, or to the end of the file.</summary>
    private void Fill(int wanted)
    {
        if (filled - start >= wanted || ended) return;
        if (start + wanted > text.Length)
        {
            // What is handed on lies before the start and is gone by now.
            var larger = wanted > text.Length / 2 ? new char[wanted * 2] : text;
            text.AsSpan(start..filled).CopyTo(larger);
            (text, filled, start) = (larger, filled - start, 0);
            (handedFrom, handedTo) = (0, 0);
        }
        while (filled - start < wanted)
        {
            var read = source.Read(text, filled, text.Length - filled);
            ended = read == 0;
            if (ended) return;
            filled += read;
        }
    }
}
