using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;

namespace SoeBot.Cards;

/// <summary>A plain answer in words: a title line and, after the first line break, the rest.</summary>
internal static class SayCard
{
    public const string Source = "say";

    public static CardRef Of(string words) => new(Source, words);

    public static Card Draw(string words)
    {
        var lines = words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new Card { Summary = lines.Length > 0 ? lines[0] : "SoeBot", FullWidth = false, Body = [.. lines.Select(line => new TextBlock(line))] };
    }
}
