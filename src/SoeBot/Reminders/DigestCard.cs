using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Reminders;

/// <summary>One thing of a digest.</summary>
/// <param name="What">"**D-41** second quote for the frame".</param>
/// <param name="When">"due Fri 27 Nov, 2 days over".</param>
/// <param name="Due">For the order of the lines; null for the end.</param>
internal sealed record DigestLine(string PlantName, CardText What, string When, bool IsLate, DateOnly? Due, IReadOnlyList<CardAction> Buttons);

/// <summary>Everything that is open of one person, over all plants, in one card: the most urgent with buttons, the rest in a line each (R140).</summary>
internal static class DigestCard
{
    private const int WithButtons = 4, Most = 10;

    /// <param name="name">Of the reader.</param>
    /// <returns>Null when nothing is open.</returns>
    public static Card? Draw(string name, IReadOnlyList<DigestLine> lines)
    {
        if (lines.Count == 0) return null;
        var sorted = lines.OrderByDescending(line => line.IsLate).ThenBy(line => line.Due ?? DateOnly.MaxValue).ToList();
        var late = sorted.Count(line => line.IsLate);
        var title = $"{(name.Length > 0 ? $"{DataLine.Short(name, 40)}, " : "")}{PlanWords.Count(lines.Count, "thing waits", "things wait")} for you{(late > 0 ? $", {late} overdue" : "")}";
        var several = sorted.Select(line => line.PlantName).Distinct(StringComparer.Ordinal).Count() > 1;
        var body = new List<CardElement> { TextBlock.Heading(title) };
        body.AddRange(sorted.Take(WithButtons).Select(line => Row(line, several, withButtons: true)));
        body.AddRange(sorted.Skip(WithButtons).Take(Most - WithButtons).Select(line => Row(line, several, withButtons: false)));
        if (sorted.Count > Most) body.Add(TextBlock.Subtle($"and {sorted.Count - Most} more: type \"my\""));
        if (!several) body.Add(TextBlock.Subtle(DataLine.Short(sorted[0].PlantName, 40)));
        return new Card { Summary = title, Body = body };
    }

    private static Container Row(DigestLine line, bool several, bool withButtons) => new(
    [
        new TextBlock(line.What),
        new TextBlock(several ? $"{DataLine.Short(line.PlantName, 40)}: {line.When}" : line.When)
        {
            Spacing = Spacing.None, Size = TextSize.Small, Color = line.IsLate ? TextColor.Attention : TextColor.Default,
        },
        .. withButtons && line.Buttons.Count > 0
            ? [new ColumnSet([.. line.Buttons.Select(action => new Column(ColumnWidth.Stretch, new ActionSet(action)))]) { Spacing = Spacing.Small }]
            : Array.Empty<CardElement>(),
    ]) { Separator = true };
}
