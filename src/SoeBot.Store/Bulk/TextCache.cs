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
        var hash = 2166136261u;
        foreach (var one in utf8) hash = (hash ^ one) * 16777619u;
        ref var known = ref _texts[(hash ^ (hash >> 15)) & (Places - 1)];
        return known is not null && Same(known, utf8) ? known : known = Encoding.UTF8.GetString(utf8);
    }

    private static bool Same(string text, ReadOnlySpan<byte> utf8)
    {
        if (text.Length != utf8.Length) return false;
        for (var at = 0; at < utf8.Length; at++)
            if (text[at] != utf8[at] || utf8[at] > 0x7F) return false;
        return true;
    }
}
