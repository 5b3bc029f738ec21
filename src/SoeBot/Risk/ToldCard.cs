using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Risk;

/// <param name="Words">"told Mon 6 Jan, promised Thu 16 Jan".</param>
/// <param name="IsFailure">On the commitment date or after it (R54).</param>
internal sealed record ToldRow(string Order, string Words, string? By, bool IsFailure);

/// <param name="Days">How far back it looks.</param>
/// <param name="Rows">The newest first.</param>
internal sealed record ToldView(string PlantName, int Days, IReadOnlyList<ToldRow> Rows, DataLine Data);

/// <summary>The commitment log: what was promised to whom and when, and how often the notice came too late to be one (R54, R123).</summary>
internal static class ToldCard
{
    public const string Source = "told";
    private const int Most = 12;

    public static Card Draw(ToldView view)
    {
        var late = view.Rows.Count(row => row.IsFailure);
        var title = view.Rows.Count == 0
            ? $"{DataLine.Short(view.PlantName, 40)}: no customer was told a new date in {view.Days} days"
            : $"{DataLine.Short(view.PlantName, 40)}: customers told {PlanWords.Count(view.Rows.Count, "time", "times")} in {view.Days} days, {(late == 0 ? "each before the day" : $"{late} too late")}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (late > 0) body.Add(TextBlock.Subtle("Too late: on the promised day itself or after it. Three working days before is the model."));
        body.AddRange(view.Rows.Take(Most).Select(row => new TextBlock(CardText.Of($"**{DataLine.Short(row.Order, 30)}** {DataLine.Short(row.Words, 150)}{(row.By is { } by ? $" ({DataLine.Short(by, 40)})" : "")}"))
        {
            Spacing = Spacing.Small, Color = row.IsFailure ? TextColor.Attention : TextColor.Default,
        }));
        if (view.Rows.Count > Most) body.Add(TextBlock.Subtle($"{view.Rows.Count - Most} earlier ones: see the history of each order."));
        body.AddRange(view.Data.Draw());
        return new Card { Summary = title, Body = body };
    }
}
