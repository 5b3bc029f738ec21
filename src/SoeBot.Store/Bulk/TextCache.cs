using System.Buffers.Binary;
using System.Text;

namespace SoeBot.Store.Bulk;

/// <summary>One string for texts that come again and again in a column, as items and customers do. What it forgets is only made once more.</summary>
internal sealed class TextCache
{
    private const int Places = 1 << 14, Longest = 64;
    private readonly string?[] _texts = new string?[Places];

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return "";
        if (utf8.Length > Longest) return Encoding.UTF8.GetString(utf8);
        var hash = (ulong)utf8.Length;
        var rest = utf8;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..]) hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest)) * 0x9E3779B97F4A7C15;
        foreach (var one in rest) hash = (hash ^ one) * 0x100000001B3;
        ref var known = ref _texts[(hash ^ (hash >> 32)) & (Places - 1)];
        // Equal as ASCII; a text of other letters is made each time.
        return known is not null && Ascii.Equals(utf8, known) ? known : known = Encoding.UTF8.GetString(utf8);
    }
}
