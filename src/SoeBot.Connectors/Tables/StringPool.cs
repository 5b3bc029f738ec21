namespace SoeBot.Connectors.Tables;

/// <summary>One string for equal texts: plan files repeat item numbers and names thousands of times.</summary>
internal sealed class StringPool
{
    private readonly HashSet<string> strings = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> spans;

    public StringPool() => spans = strings.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<char> text)
    {
        if (spans.TryGetValue(text, out var known)) return known;
        var made = text.ToString();
        strings.Add(made);
        return made;
    }
}
