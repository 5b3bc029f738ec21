using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SoeBot.Connectors.Tables;

/// <summary>
/// One string for equal texts: plan files repeat item numbers and names thousands of times. What it forgets is only made once more; a pool
/// that keeps a million order numbers costs more than it saves.
/// </summary>
internal sealed class StringPool
{
    private const int Places = 1 << 14;
    private readonly string?[] strings = new string?[Places];

    public string Of(ReadOnlySpan<char> text)
    {
        var hash = (ulong)text.Length;
        var rest = MemoryMarshal.AsBytes(text);
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..]) hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest)) * 0x9E3779B97F4A7C15;
        foreach (var one in rest) hash = (hash ^ one) * 0x100000001B3;
        ref var known = ref strings[(hash ^ (hash >> 32)) & (Places - 1)];
        return known is not null && text.SequenceEqual(known) ? known : known = text.ToString();
    }
}
