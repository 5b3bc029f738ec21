namespace SoeBot.Domain.Plan;

/// <summary>
/// Numbers in the ordinal order of texts, so that most of many texts are sorted without a look at them: order numbers of one source begin
/// alike, and what follows differs within a few letters. Equal numbers say nothing; then the texts have to be compared.
/// </summary>
internal sealed class TextOrder
{
    /// <summary>Seven bits each in 63.</summary>
    private const int Letters = 9;
    private const char Last = (char)127;
    private string? _first;
    private int _alike;

    /// <summary>All texts are to be told before the first number is asked for.</summary>
    public void Add(string text)
    {
        if (_first is null) (_first, _alike) = (text, text.Length);
        else if (!text.AsSpan().StartsWith(_first.AsSpan(0, _alike))) _alike = text.AsSpan().CommonPrefixLength(_first.AsSpan(0, _alike));
    }

    public long Of(string text)
    {
        long number = 0;
        var end = false;
        for (var at = _alike; at < _alike + Letters; at++)
        {
            var letter = end || at >= text.Length ? (char)0 : text[at] < Last ? text[at] : Last;
            // Of what is no ASCII only that it comes later is known, and nothing of what follows it.
            end |= letter == Last;
            number = (number << 7) | letter;
        }
        return number;
    }
}
