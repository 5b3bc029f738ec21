using SoeBot.Cards;
using SoeBot.Domain.Sop;
using SoeBot.Plants;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Sop;

/// <param name="SentBy">Null while it is a draft.</param>
/// <param name="EditedBy">Null while nobody has put own words in.</param>
/// <param name="HasChannel">A channel is known as S&amp;OP's.</param>
internal sealed record MonthSummaryView(PlantProfile Plant, MonthSummary Summary, string? SentBy, string? EditedBy, bool HasChannel);

/// <summary>The S&amp;OE summary for S&amp;OP (R121): to the lead as a draft with Edit words and Send, then to the channel as it was sent.</summary>
internal static class MonthSummaryCard
{
    public const string Draft = "month-summary";
    public const string Sent = "month-summary-sent";
    public const string Form = "month-summary-form";

    public static Card Draw(MonthSummaryView view)
    {
        var summary = view.Summary;
        var sent = summary.SentAt is { } at ? $"sent {DayWords.Moment(at, view.Plant.Calendar)} by {view.SentBy}" : "draft";
        var title = $"{DataLine.Short(view.Plant.Name, 40)}, S&OE summary {SopWords.Month(summary.Month)} for S&OP";
        var body = new List<CardElement> { TextBlock.Heading(title), TextBlock.Subtle(DataLine.Capital($"{sent}{(view.EditedBy is { } editor ? $", words by {editor}" : "")}{(summary.PlanVersion is { } version ? $", plan version {version}" : "")}.", 200)) };
        foreach (var section in summary.Sections)
        {
            body.Add(new TextBlock(SopWords.Part(section.Part)) { Weight = TextWeight.Bolder, Separator = true });
            body.Add(section.Words is { } words
                ? new TextBlock(DataLine.Short(words, MonthSummary.MostWords)) { Spacing = Spacing.None }
                : new TextBlock(CardText.Bullets(section.Lines.Select(line => (CardText)DataLine.Capital(line, 220)))) { Spacing = Spacing.None });
        }
        return new Card { Summary = title, Body = body, Actions = summary.SentAt is null ? [.. Actions(view)] : [] };
    }

    /// <summary>One part is chosen and written anew; empty words bring the draft back.</summary>
    public static Card DrawForm(MonthSummaryView view)
    {
        var title = $"{DataLine.Short(view.Plant.Name, 40)}, words for the S&OE summary {SopWords.Month(view.Summary.Month)}";
        return new Card
        {
            Summary = title,
            Body =
            [
                TextBlock.Heading(title),
                new ChoiceInput("in_part", "Part") { Choices = [.. view.Summary.Sections.Select(section => new Choice(SopWords.Part(section.Part), section.Part.ToString()))], Value = view.Summary.Sections[0].Part.ToString() },
                new TextInput("in_words", "Your words in place of the draft") { IsMultiline = true, MaxLength = MonthSummary.MostWords, Placeholder = "left empty: the draft comes back" },
            ],
            Actions = [Button(view, "Save words", SopVerbs.Save)],
        };
    }

    private static IEnumerable<CardAction> Actions(MonthSummaryView view)
    {
        yield return Button(view, "Edit words", SopVerbs.Words) with { AssociatedInputs = AssociatedInputs.None };
        yield return Button(view, view.HasChannel ? "Send to S&OP channel" : "Send to the plant's channel", SopVerbs.Send) with { AssociatedInputs = AssociatedInputs.None };
    }

    private static ExecuteAction Button(MonthSummaryView view, string title, string verb) =>
        new(title, verb, new { p = view.Plant.Id.Value, r = view.Summary.Month.ToString("yyyy-MM-dd", null), v = view.Summary.Version });
}
