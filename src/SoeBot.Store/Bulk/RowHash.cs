using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace SoeBot.Store.Bulk;

/// <summary>
/// A number for the stored values of a row, the same on every machine: rows that differ in one number always have different ones, and
/// other rows but for a chance of one in 2^64.
/// </summary>
internal sealed class RowHash : IRowSink
{
    private const ulong Seed = 0xE7037ED1A0B428DB, Missing = 0xA0761D6478BD642F, Odd = 0x9E3779B97F4A7C15;
    private ulong _hash = Seed;

    /// <summary>Of what was taken in since the last time.</summary>
    public long Take()
    {
        var hash = (_hash ^ (_hash >> 32)) * Odd;
        _hash = Seed;
        return (long)(hash ^ (hash >> 29));
    }

    public void Text(string? value)
    {
        if (value is null)
        {
            Add(Missing);
            return;
        }
        Add((ulong)value.Length);
        var rest = MemoryMarshal.AsBytes(value.AsSpan());
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..]) Add(BinaryPrimitives.ReadUInt64LittleEndian(rest));
        if (rest.IsEmpty) return;
        ulong last = 0;
        for (var at = rest.Length - 1; at >= 0; at--) last = (last << 8) | rest[at];
        Add(last);
    }

    public void Big(long? value) => Add(value is { } number ? (ulong)number : Missing);
    public void Whole(int? value) => Add(value is { } number ? (ulong)number : Missing);
    public void Day(DateOnly? value) => Add(value is { } day ? (ulong)day.DayNumber : Missing);
    public void Flag(bool? value) => Add(value is { } flag ? flag ? 1UL : 0 : Missing);

    private void Add(ulong value) => _hash = BitOperations.RotateLeft((_hash ^ value) * Odd, 29);
}
