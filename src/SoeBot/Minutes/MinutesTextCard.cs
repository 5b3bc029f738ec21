using SoeBot.Cards;
using SoeBot.Teams.Cards;

namespace SoeBot.Minutes;

/// <summary>The markdown of the minutes, page by page, to be copied into another document.</summary>
internal static class MinutesTextCard
{
    private const int OnPage = 30;
    private const int LongestLine = 700;

    public static Card Draw(MinutesView view, int skip)
    {
        var lines = MinutesMarkdown.Write(MinutesDocument.Of(view)).Split('\n').Where(line => line.Length > 0).ToList();
        skip = Paging.Clamp(skip, OnPage, lines.Count);
        var title = $"{DataLine.Short(view.Plant.Name, 40)}, minutes as text, lines {Paging.Range(skip, OnPage, lines.Count)}";
        var actions = new List<CardAction>();
        if (skip > 0) actions.Add(MinutesCard.Button(view, "Previous", MinutesVerbs.Text, $":{skip - OnPage}"));
        if (skip + OnPage < lines.Count) actions.Add(MinutesCard.Button(view, "Next", MinutesVerbs.Text, $":{skip + OnPage}"));
        actions.Add(MinutesCard.Button(view, "Link to print or download", MinutesVerbs.Link, ""));
        return new Card
        {
            Summary = title, Actions = actions,
            Body = [TextBlock.Heading(title), .. lines.Skip(skip).Take(OnPage).Select(line => new TextBlock(DataLine.Short(line, LongestLine)) { Spacing = Spacing.None, Size = TextSize.Small })],
        };
    }
}
