using SoeBot.Cards;
using SoeBot.Teams.Cards;

namespace SoeBot.Orders;

/// <summary>A question with up to six answers to press: which order, or what a line meant.</summary>
/// <param name="Title">The question.</param>
/// <param name="Note">A line below it; null for none.</param>
/// <param name="Answers">Title of the button, its verb and its record.</param>
internal sealed record ChoiceView(string Plant, string Title, string? Note, IReadOnlyList<(string Title, string Verb, string Record)> Answers);

internal static class ChoiceCard
{
    public static Card Draw(ChoiceView view)
    {
        var body = new List<CardElement> { TextBlock.Heading(view.Title) };
        if (view.Note is { } note) body.Add(new TextBlock(note));
        return new Card
        {
            Summary = view.Title, FullWidth = false, Body = body,
            Actions = [.. view.Answers.Take(6).Select(answer => new ExecuteAction(DataLine.Short(answer.Title, 60), answer.Verb, new { p = view.Plant, r = DataLine.Key(answer.Record), v = (object)0 }))],
        };
    }

    /// <summary>No such order: the nearest ones, so that a slip of the finger costs one press.</summary>
    public static Card DrawUnknown(string plant, string plantName, string asked, IReadOnlyList<string> near)
    {
        var names = near.Select(order => DataLine.Short(order, 30)).ToList();
        return Draw(new ChoiceView(
            plant,
            near.Count == 0 ? $"No order {DataLine.Short(asked, 30)} in {DataLine.Short(plantName, 40)}." : $"No order {DataLine.Short(asked, 30)}. Did you mean {string.Join(" / ", names)}?",
            near.Count == 0 ? "Type its number as it stands in the plan, or \"at risk\" for the list." : $"{DataLine.Short(plantName, 40)}.",
            [.. near.Select(order => (order, OrderVerbs.Show, order))]));
    }

    public static Card DrawSeveral(string plant, string plantName, string asked, IReadOnlyList<string> found) => Draw(new ChoiceView(
        plant, $"Several orders end in {DataLine.Short(asked, 30)}. Which one?", $"{DataLine.Short(plantName, 40)}.",
        [.. found.Select(order => (order, OrderVerbs.Show, order))]));
}
