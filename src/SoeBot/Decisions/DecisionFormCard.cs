using SoeBot.Domain.People;
using SoeBot.Teams;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <param name="Likely">Proposed owners, the likeliest first; the picker offers everybody else.</param>
/// <param name="Problems">What the server refused, by input id; shown beside the field.</param>
/// <param name="Picker">False: only the likely ones can be chosen.</param>
internal sealed record DecisionFormView(
    string Plant, string PlantName, DecisionDraft Draft, IReadOnlyList<Person> Likely, DateOnly Today, DateOnly? NextMeeting,
    IReadOnlyDictionary<string, string> Problems, bool Picker = true);

/// <summary>C5. A form of its own, edited only by its own submit, so that nobody's update wipes what is being typed.</summary>
internal static class DecisionFormCard
{
    public const string Source = "decision-form";

    public static Card Draw(DecisionFormView view)
    {
        var draft = view.Draft;
        var body = new List<CardElement>
        {
            TextBlock.Heading(draft.Text.Length > 0 ? "Record this decision?" : "What was decided?"),
            TextBlock.Subtle($"{view.PlantName}. Nothing is recorded before somebody presses Record."),
        };
        if (draft.Problem is { } problem) body.Add(new TextBlock(problem) { Color = TextColor.Attention });
        foreach (var words in view.Problems.Values) body.Add(new TextBlock(CardText.Of($"**Please mend:** {words}")) { Color = TextColor.Attention });
        body.Add(new TextInput("in_text", "Decision")
        {
            Value = draft.Text.Length > 0 ? draft.Text : null, IsMultiline = true, IsRequired = true, MaxLength = 500,
            ErrorMessage = "Write what was decided.", Placeholder = "Get a second quote for the castings",
        });
        body.Add(new ChoiceInput("in_owner", "Owner: one person")
        {
            Choices = [.. view.Likely.Select(person => new Choice(person.Name, person.Key.ObjectId))],
            Value = draft.OwnerKey?.ObjectId, PeoplePicker = view.Picker, IsRequired = true,
            ErrorMessage = "A decision needs one named person.",
        });
        body.Add(new DateInput("in_due", "Due")
        {
            Value = draft.Due, Min = view.Today, IsRequired = true, ErrorMessage = "A decision needs a due date.",
        });
        if (view.NextMeeting is { } next)
            body.Add(TextBlock.Subtle(draft.Due > next
                ? $"That is after the next meeting, {DayWords.Of(next, view.Today)}."
                : $"Next meeting: {DayWords.Of(next, view.Today)}. Due before it, so that the meeting can open with the result."));
        body.Add(new TextInput("in_about", "About (order number, may stay empty)") { Value = draft.About.Length > 0 ? draft.About : null, MaxLength = 60 });
        return new Card
        {
            Summary = draft.Text.Length > 0 ? $"Record this decision? {Short(draft.Text)}" : "Record a decision",
            Body = body,
            Actions =
            [
                new ExecuteAction("Record", Verbs.Record, new { p = view.Plant, r = draft.Id.ToString("N") }) { Style = ActionStyle.Positive },
                new ExecuteAction("Drop it", Verbs.Drop, new { p = view.Plant, r = draft.Id.ToString("N") }) { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    private static string Short(string text) => text.Length <= 120 ? text : text.Cut(119) + "…";
}
