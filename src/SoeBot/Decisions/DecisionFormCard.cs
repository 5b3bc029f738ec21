using System.Globalization;
using SoeBot.Cards;
using SoeBot.Domain.Decisions;
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
    IReadOnlyDictionary<string, string> Problems, bool Picker = true)
{
    /// <summary>Then owner and date may be missing still.</summary>
    public bool InMeeting { get; init; }

    /// <summary>Offered in place of the date that was entered.</summary>
    public DateOnly? UseDue { get; init; }

    /// <summary>May be kept by saying so.</summary>
    public DateOnly? KeepDue { get; init; }

    /// <summary>The day that stands in the field is none on which the plant works.</summary>
    public bool DueIsFree { get; init; }
}

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
        if (draft.Problem is { } problem) body.Add(new TextBlock(problem) { Color = TextColor.Attention, Weight = TextWeight.Bolder });
        Add("in_text", new TextInput("in_text", "Decision")
        {
            Value = draft.Text.Length > 0 ? draft.Text : null, IsMultiline = true, IsRequired = true, MaxLength = 500,
            ErrorMessage = "Write what was decided.", Placeholder = "Get a second quote for the castings",
        });
        Add("in_owner", new ChoiceInput("in_owner", "Owner: one person")
        {
            Choices = [.. view.Likely.Select(person => new Choice(person.Name, person.Key.ObjectId))],
            Value = draft.OwnerKey?.ObjectId, PeoplePicker = view.Picker, IsRequired = !view.InMeeting,
            ErrorMessage = "A decision needs one named person.",
        });
        Add("in_due", new DateInput("in_due", "Due")
        {
            Value = draft.Due, Min = view.Today, IsRequired = !view.InMeeting, ErrorMessage = "A decision needs a due date.",
        });
        if (view.DueIsFree && view.Problems.Count == 0)
            body.Add(TextBlock.Subtle($"{DayWords.Of(draft.Due!.Value, view.Today)} is a free day. Keep?"));
        else if (view.NextMeeting is { } next && !view.Problems.ContainsKey("in_due"))
            body.Add(TextBlock.Subtle(draft.Due > next
                ? $"That is after the next meeting, {DayWords.Of(next, view.Today)}. Keep?"
                : $"Next meeting: {DayWords.Of(next, view.Today)}. Due before it, so that the meeting can open with the result."));
        Add("in_about", About(view));
        body.AddRange(More(view));
        return new Card
        {
            Summary = draft.Text.Length > 0 ? $"Record this decision? {Short(draft.Text)}" : "Record a decision",
            Body = body,
            Actions = [.. Actions(view)],
        };

        // Beside its field, where the eye is, and not in the field's own error message, which some clients show only when it is empty.
        void Add(string field, CardElement input)
        {
            if (view.Problems.GetValueOrDefault(field) is { } words) body.Add(new TextBlock(field == "in_due" && view.KeepDue is not null ? CardText.Of($"{words}") : CardText.Of($"**Please mend:** {words}")) { Color = TextColor.Attention });
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
            Actions =
            [
                .. view.UseDue is { } use ? [new SubmitAction($"Record with {DayWords.Of(use, view.Today)}", Key(view, use: use)) { Style = ActionStyle.Positive }] : Array.Empty<CardAction>(),
                .. view.KeepDue is { } keep ? [new SubmitAction($"Keep {DayWords.Of(keep, view.Today)}", Key(view, keep))] : Array.Empty<CardAction>(),
                new SubmitAction("Record", Key(view)) { Style = view.UseDue is null ? ActionStyle.Positive : ActionStyle.Default },
            ],
        };
    }

    private static IEnumerable<CardAction> Actions(DecisionFormView view)
    {
        if (view.UseDue is { } use) yield return new ExecuteAction($"Record with {DayWords.Of(use, view.Today)}", Verbs.Record, Key(view, use: use)) { Style = ActionStyle.Positive };
        if (view.KeepDue is { } keep) yield return new ExecuteAction($"Keep {DayWords.Of(keep, view.Today)}", Verbs.Record, Key(view, keep));
        yield return new ExecuteAction("Record", Verbs.Record, Key(view)) { Style = view.UseDue is null ? ActionStyle.Positive : ActionStyle.Default };
        yield return new ExecuteAction("Record and tell the customer", Verbs.RecordAndTell, Key(view));
        yield return new ExecuteAction("Drop it", Verbs.DropDraft, Key(view)) { AssociatedInputs = AssociatedInputs.None };
    }

    /// <param name="keep">The date that is meant although it was asked about.</param>
    /// <param name="use">The date that takes the place of the one in the field.</param>
    private static object Key(DecisionFormView view, DateOnly? keep = null, DateOnly? use = null) => new
    {
        p = view.Plant, r = view.Draft.Id.ToString("N"), v = (object)0, h = view.Draft.Helpers, k = (keep ?? Asked(view))?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        u = use?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>The day that the fresh form asks about itself: whoever presses Record below the question keeps it.</summary>
    private static DateOnly? Asked(DecisionFormView view) => view.Problems.Count == 0 && (view.DueIsFree || view.Draft.Due > view.NextMeeting) ? view.Draft.Due : null;

    /// <summary>Hidden at first: four fields are what a phone shows at once, and most decisions need no more.</summary>
    private static IEnumerable<CardElement> More(DecisionFormView view)
    {
        var draft = view.Draft;
        if (draft.Helpers is { } group) yield return TextBlock.Subtle($"{DataLine.Short(group, 60)} helps.");
        yield return new ActionSet(new ToggleVisibilityAction("More: kind, options, where", "more"));
        yield return new Container(
        [
            new ChoiceInput("in_kind", "What sort of decision")
            {
                Choices = [.. Enum.GetValues<DecisionKind>().Select(kind => new Choice(DecisionKinds.Of(kind), kind.ToString()))], Value = draft.Kind.ToString(),
            },
            new TextInput("in_options", "Options looked at (may stay empty)") { Value = draft.Options, IsMultiline = true, MaxLength = 500, Placeholder = "second supplier, overtime, ship later" },
            .. view.InMeeting ? Array.Empty<CardElement>() :
            [
                new ChoiceInput("in_where", "Decided where")
                {
                    Choices = [new("Outside the meeting", "outside"), new("In a meeting, entered later", "later")], Value = draft.EnteredLater ? "later" : "outside",
                },
            ],
        ])
        { Id = "more", IsVisible = draft.Options is not null || draft.Kind != DecisionKind.Other || draft.EnteredLater || view.Problems.ContainsKey("in_options") };
    }

    private static InputElement About(DecisionFormView view)
    {
        const string label = "About (order, C-7, K-9, S-3, X-118; may stay empty)";
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
