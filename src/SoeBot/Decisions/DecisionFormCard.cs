using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Extensions;
using SoeBot.Teams;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <param name="Likely">Proposed owners, the likeliest first; the picker offers everybody else.</param>
/// <param name="Problems">What the server refused, by input id; shown beside the field.</param>
/// <param name="Picker">False: the client looks nothing up, so only the likely ones can be chosen and the order is typed.</param>
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
            TextBlock.Subtle($"{DataLine.Short(view.PlantName, 40)}. Nothing is recorded before somebody presses Record."),
        };
        if (draft.Problem is { } problem) body.Add(new TextBlock(problem) { Color = TextColor.Attention });
        Add("in_text", new TextInput("in_text", "Decision")
        {
            Value = draft.Text.Length > 0 ? draft.Text : null, IsMultiline = true, IsRequired = true, MaxLength = 500,
            ErrorMessage = "Write what was decided.", Placeholder = "Get a second quote for the castings",
        });
        Add("in_owner", new ChoiceInput("in_owner", "Owner: one person")
        {
            Choices = [.. view.Likely.Select(person => new Choice(person.Name, person.Key.ObjectId))],
            Value = draft.OwnerKey?.ObjectId, PeoplePicker = view.Picker, IsRequired = true,
            ErrorMessage = "A decision needs one named person.",
        });
        Add("in_due", new DateInput("in_due", "Due")
        {
            Value = draft.Due, Min = view.Today, IsRequired = true, ErrorMessage = "A decision needs a due date.",
        });
        if (view.NextMeeting is { } next)
            body.Add(TextBlock.Subtle(draft.Due > next
                ? $"That is after the next meeting, {DayWords.Of(next, view.Today)}."
                : $"Next meeting: {DayWords.Of(next, view.Today)}. Due before it, so that the meeting can open with the result."));
        Add("in_about", About(view));
        return new Card
        {
            Summary = draft.Text.Length > 0 ? $"Record this decision? {Short(draft.Text)}" : "Record a decision",
            Body = body,
            Actions =
            [
                new ExecuteAction("Record", Verbs.Record, new { p = view.Plant, r = draft.Id.ToString("N") }) { Style = ActionStyle.Positive },
                new ExecuteAction("Drop it", Verbs.DropDraft, new { p = view.Plant, r = draft.Id.ToString("N") }) { AssociatedInputs = AssociatedInputs.None },
            ],
        };

        // Beside its field, where the eye is, and not in the field's own error message, which some clients show only when it is empty.
        void Add(string field, CardElement input)
        {
            if (view.Problems.GetValueOrDefault(field) is { } words) body.Add(new TextBlock(CardText.Of($"**Please mend:** {words}")) { Color = TextColor.Attention });
            body.Add(input);
        }
    }

    /// <summary>The same form inside a dialog, which is closed and not dropped.</summary>
    public static Card DrawDialog(DecisionFormView view, string where)
    {
        var card = Draw(view);
        return card with
        {
            Body = [.. card.Body, TextBlock.Subtle(where)],
            Actions = [new SubmitAction("Record", new { p = view.Plant, r = view.Draft.Id.ToString("N") }) { Style = ActionStyle.Positive }],
        };
    }

    private static InputElement About(DecisionFormView view)
    {
        const string label = "About (an order, may stay empty)";
        var about = view.Draft.About;
        return view.Picker
            ? new ChoiceInput("in_about", label)
            {
                Choices = about.Length > 0 ? [new Choice(about, about)] : [], Value = about.Length > 0 ? about : null,
                Dataset = Datasets.Orders, Style = ChoiceStyle.Filtered, Placeholder = "Type a number, a customer or an item",
            }
            : new TextInput("in_about", label) { Value = about.Length > 0 ? about : null, MaxLength = 60 };
    }

    private static string Short(string text) => text.Length <= 120 ? text : text.Cut(119) + "…";
}
