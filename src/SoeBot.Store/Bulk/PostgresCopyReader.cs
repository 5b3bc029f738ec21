using System.Buffers.Binary;

namespace SoeBot.Store.Bulk;

/// <summary>Rows as PostgreSQL's COPY gives them in its binary format, read off a stream.</summary>
internal sealed class PostgresCopyReader(Stream stream) : IRowSource
{
    private const int HeaderLength = 19;
    private static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;
    private readonly TextCaches _texts = new();
    private byte[] _bytes = new byte[1 << 16];
    private int _at, _filled, _start, _column;

    public async Task ReadAsync(Action<IRowSource> row, CancellationToken cancellation)
    {
        await FillAsync(HeaderLength, cancellation);
        _start = HeaderLength;
        while (true)
        {
            await FillAsync(sizeof(short), cancellation);
            var columns = BinaryPrimitives.ReadInt16BigEndian(_bytes.AsSpan(_start));
            if (columns < 0) return;
            var end = sizeof(short);
            for (var column = 0; column < columns; column++)
            {
                await FillAsync(end + sizeof(int), cancellation);
                end += sizeof(int) + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(_start + end)));
            }
            await FillAsync(end, cancellation);
            (_at, _column) = (_start + sizeof(short), 0);
            row(this);
            _start += end;
        }
    }

    public string? Text() => Value(out var bytes) ? _texts.Of(_column, bytes) : null;
    public long? Big() => Value(out var bytes) ? BinaryPrimitives.ReadInt64BigEndian(bytes) : null;
    public int? Whole() => Value(out var bytes) ? BinaryPrimitives.ReadInt32BigEndian(bytes) : null;
    public DateOnly? Day() => Value(out var bytes) ? DateOnly.FromDayNumber(BinaryPrimitives.ReadInt32BigEndian(bytes) + Epoch) : null;
    public bool? Flag() => Value(out var bytes) ? bytes[0] != 0 : null;
    public void Skip() => Value(out _);

    private bool Value(out ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(_at));
        _at += sizeof(int);
        _column++;
        bytes = default;
        if (length < 0) return false;
        bytes = _bytes.AsSpan(_at, length);
        _at += length;
        return true;
    }

    /// <summary>Waits until so many bytes are there from the start of the row; the stream gives a row at a time.</summary>
    private ValueTask FillAsync(int wanted, CancellationToken cancellation) => _filled - _start >= wanted ? default : ReadMoreAsync(wanted, cancellation);

    private async ValueTask ReadMoreAsync(int wanted, CancellationToken cancellation)
    {
        if (_start + wanted > _bytes.Length - 4096)
        {
            var larger = wanted > _bytes.Length / 2 ? new byte[wanted * 2] : _bytes;
            _bytes.AsSpan(_start.._filled).CopyTo(larger);
            (_bytes, _filled, _start) = (larger, _filled - _start, 0);
        }
        while (_filled - _start < wanted)
        {
            var read = await stream.ReadAsync(_bytes.AsMemory(_filled), cancellation);
            if (read == 0) throw new EndOfStreamException("The rows end in the middle of one.");
            _filled += read;
        }
    }
}
