using SoeBot.Teams.Cards;

namespace SoeBot.Risk;

/// <summary>Where the numbers of a card come from, for its last line (R136, R139).</summary>
/// <param name="DataAt">"Mon 09:00", plant time.</param>
/// <param name="Refused">How old the data is and why a newer import was not used; null when there was none.</param>
internal sealed record DataLine(string DataAt, string Source, int Version, string? Refused = null)
{
    public IEnumerable<CardElement> Draw()
    {
        if (Refused is { } why)
            yield return new Container([new TextBlock(CardText.Of($"**Old data.** {Short(why, 300)}"))]) { Style = ContainerStyle.Warning };
        yield return TextBlock.Subtle($"data {DataAt}, {Short(Source, 60)}, version {Version}");
    }

    /// <summary>Text of people and files has no length; a card of ten rows has.</summary>
    public static string Short(string? text, int most)
    {
        if (text is null || text.Length <= most) return text ?? "";
        var cut = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..cut].TrimEnd() + "…";
    }
}
