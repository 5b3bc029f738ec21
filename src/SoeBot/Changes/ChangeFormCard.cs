using SoeBot.Cards;
using SoeBot.Domain.Changes;
using SoeBot.Plants;
using SoeBot.Teams.Cards;

namespace SoeBot.Changes;

/// <param name="Problems">What the server refused, by input id; shown beside the field.</param>
internal sealed record ChangeFormView(PlantProfile Plant, ChangeDraft Draft, DateOnly Today, IReadOnlyDictionary<string, string> Problems);

/// <summary>C7. A form of its own; the request that "Check" makes of it takes its place.</summary>
internal static class ChangeFormCard
{
    public const string Source = "change-form";

    public static Card Draw(ChangeFormView view)
    {
        var draft = view.Draft;
        var title = draft.Reference.Length > 0 ? $"What is to change about {DataLine.Short(draft.Reference, 40)}?" : "What is to change?";
        var body = new List<CardElement>
        {
            TextBlock.Heading(title),
            TextBlock.Subtle($"{DataLine.Short(view.Plant.Name, 40)}. Check computes what it would do. Nobody is asked before you send it."),
        };
        Add(new ChoiceInput("in_kind", "Change")
        {
            Choices = [.. Enum.GetValues<ChangeKind>().Select(kind => new Choice(ChangeWords.Of(kind), kind.ToString()))],
            Value = draft.Kind.ToString(), IsRequired = true, ErrorMessage = "Choose what is to change.",
        });
        Add(new TextInput("in_ref", "Order, production order or item") { Value = draft.Reference.Length > 0 ? draft.Reference : null, IsRequired = true, MaxLength = 40, ErrorMessage = "Write its number." });
        Add(new DateInput("in_to", "New day") { Value = draft.To, Min = view.Today });
        Add(new NumberInput("in_quantity", "Pieces (new quantity, what is added, or the first part of a split)") { Value = draft.Quantity, Min = 1 });
        var more = draft.Kind is ChangeKind.Line or ChangeKind.Sequence;
        Add(new TextInput("in_centre", "Other work centre") { Value = draft.WorkCentre, MaxLength = 40, IsVisible = more });
        Add(new NumberInput("in_sequence", "Place in its queue") { Value = draft.Sequence, Min = 1, IsVisible = more });
        Add(new ChoiceInput("in_reason", "Reason")
        {
            Choices = [.. Enum.GetValues<ChangeReason>().Select(reason => new Choice(ChangeWords.Of(reason), reason.ToString()))], Value = draft.Reason?.ToString(),
        });
        Add(new TextInput("in_text", "In your words") { Value = draft.Text.Length > 0 ? draft.Text : null, MaxLength = 300 });
        Add(new DateInput("in_wanted", "Wanted by (may stay empty)") { Value = draft.WantedBy, Min = view.Today });
        Add(new ToggleInput("in_customer", "The customer asks for it") { Value = draft.CustomerAsked });
        Add(new ToggleInput("in_done", "Emergency: done already, filed afterwards") { Value = draft.IsEmergency });
        return new Card
        {
            Summary = title,
            Body = body,
            Actions =
            [
                new ExecuteAction("Check", Verbs.Check, Data(view)) { Style = ActionStyle.Positive },
                .. more ? Array.Empty<CardAction>() : [new ToggleVisibilityAction("Work centre, queue", "in_centre", "in_sequence")],
                new ExecuteAction("Drop it", Verbs.DropForm, Data(view)) { AssociatedInputs = AssociatedInputs.None },
            ],
        };

        void Add(InputElement input)
        {
            if (view.Problems.GetValueOrDefault(input.Id!) is { } words) body.Add(new TextBlock(CardText.Of($"**Please mend:** {words}")) { Color = TextColor.Attention });
            body.Add(input);
        }
    }

    private static object Data(ChangeFormView view) => new { p = view.Plant.Id.Value, r = view.Draft.Id.ToString("N"), v = 1 };
}
