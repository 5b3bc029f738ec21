using System.Buffers.Binary;
using System.Text;

namespace SoeBot.Store.Bulk;

/// <summary>One string for texts that come again and again in a column, as items and customers do. What it forgets is only made once more.</summary>
internal sealed class TextCache
{
    private const int Least = 1 << 10, Most = 1 << 18, Longest = 64;

    /// <summary>After so many questions it is known whether the texts of a column come again: order numbers do in the rows that follow, and never later.</summary>
    private const int Trial = 1 << 15, NearlyAll = Trial / 32 * 31;
    private string?[] _texts = new string?[Least];
    private string? _last;

    /// <summary>Since it was last made larger, and from the beginning.</summary>
    private int _made, _madeEver, _asked;
    private bool _newEachTime;

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return "";
        // Equal as ASCII; a text of other letters is made each time.
        if (_last is not null && Ascii.Equals(utf8, _last)) return _last;
        return _last = _newEachTime || utf8.Length > Longest ? Encoding.UTF8.GetString(utf8) : Known(utf8);
    }

    private string Known(ReadOnlySpan<byte> utf8)
    {
        if (++_asked == Trial && _madeEver >= NearlyAll) (_newEachTime, _texts) = (true, [null]);
        var hash = (ulong)utf8.Length;
        var rest = utf8;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..]) hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest)) * 0x9E3779B97F4A7C15;
        foreach (var one in rest) hash = (hash ^ one) * 0x100000001B3;
        ref var known = ref _texts[(hash ^ (hash >> 32)) & (ulong)(_texts.Length - 1)];
        if (known is not null && Ascii.Equals(utf8, known)) return known;
        var text = known = Encoding.UTF8.GetString(utf8);
        _madeEver++;
        if (++_made > _texts.Length && _texts.Length < Most) Grow();
        return text;
    }

    private void Grow() => (_texts, _made) = (new string?[_texts.Length * 4], 0);
}

/// <summary>One for each column of a query.</summary>
internal sealed class TextCaches
{
    private TextCache?[] _columns = new TextCache?[16];

    public string Of(int column, ReadOnlySpan<byte> utf8)
    {
        if (column >= _columns.Length) Array.Resize(ref _columns, column * 2);
        return (_columns[column] ??= new()).Of(utf8);
    }
}
