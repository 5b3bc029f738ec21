using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SoeBot.Store.Bulk;

/// <summary>
/// Rows as PostgreSQL's COPY takes them in its binary format (https://www.postgresql.org/docs/current/sql-copy.html): the driver's own importer
/// looks up a type and waits for a buffer with each value, which costs more than the server takes for the row.
/// </summary>
internal sealed class PostgresCopyWriter(int columns) : IRowSink
{
    /// <summary>"PGCOPY" and five bytes that a transfer as text would break, then no flags and no extension.</summary>
    private static readonly byte[] Signature = [.. "PGCOPY"u8, 0x0A, 0xFF, 0x0D, 0x0A, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 17);

    public int Length => _bytes.WrittenCount;

    /// <summary>What was written since the last time; valid until the next row.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        var written = _bytes.WrittenMemory;
        _bytes.ResetWrittenCount();
        return written;
    }

    public void Begin() => _bytes.Write(Signature);

    public void BeginRow() => Short((short)columns);

    public void End() => Short(-1);

    public void Text(string? value)
    {
        if (value is null)
        {
            Int(-1);
            return;
        }
        var room = _bytes.GetSpan(sizeof(int) + Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, room[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        _bytes.Advance(sizeof(int) + length);
    }

    public void Big(long? value)
    {
        if (!Head(value is null, sizeof(long))) return;
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(sizeof(long)), value!.Value);
        _bytes.Advance(sizeof(long));
    }

    public void Whole(int? value)
    {
        if (Head(value is null, sizeof(int))) Int(value!.Value);
    }

    public void Day(DateOnly? value)
    {
        if (Head(value is null, sizeof(int))) Int(value!.Value.DayNumber - Epoch);
    }

    public void Flag(bool? value)
    {
        if (Head(value is null, sizeof(byte))) _bytes.Write([value!.Value ? (byte)1 : (byte)0]);
    }

    /// <summary>The length of a value, -1 for none.</summary>
    private bool Head(bool none, int length)
    {
        Int(none ? -1 : length);
        return !none;
    }

    private void Short(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(_bytes.GetSpan(sizeof(short)), value);
        _bytes.Advance(sizeof(short));
    }

    private void Int(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), value);
        _bytes.Advance(sizeof(int));
    }
}
