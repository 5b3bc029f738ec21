using System.Buffers.Binary;
using System.Text;

namespace SoeBot.Store.Bulk;

/// <summary>One string for texts that come again and again in a column, as items and customers do. What it forgets is only made once more.</summary>
internal sealed class TextCache
{
    private const int Least = 1 << 10, Most = 1 << 18, Longest = 64;
    private string?[] _texts = new string?[Least];

    /// <summary>Since it was last made larger.</summary>
    private int _made;

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return "";
        if (utf8.Length > Longest) return Encoding.UTF8.GetString(utf8);
        var hash = (ulong)utf8.Length;
        var rest = utf8;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..]) hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest)) * 0x9E3779B97F4A7C15;
        foreach (var one in rest) hash = (hash ^ one) * 0x100000001B3;
        ref var known = ref _texts[(hash ^ (hash >> 32)) & (ulong)(_texts.Length - 1)];
        // Equal as ASCII; a text of other letters is made each time.
        if (known is not null && Ascii.Equals(utf8, known)) return known;
        var text = known = Encoding.UTF8.GetString(utf8);
        if (++_made > _texts.Length && _texts.Length < Most) Grow();
        return text;
    }

    private void Grow() => (_texts, _made) = (new string?[_texts.Length * 4], 0);
}
