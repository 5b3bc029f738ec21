using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Teams.Cards;

namespace SoeBot.People.Absences;

/// <param name="Name">Of who is away; null when the reader is.</param>
/// <param name="Likely">People of the plant who could cover; the picker offers everybody else.</param>
/// <param name="Otherwise">To whom it falls when no deputy is chosen.</param>
/// <param name="Problems">What the server refused, by input id; shown beside the field.</param>
internal sealed record AbsenceFormView(
    string Plant, string PlantName, AbsenceDraft Draft, string? Name, IReadOnlyList<Person> Likely, string Otherwise, DateOnly Today,
    IReadOnlyDictionary<string, string> Problems, bool Picker = true);

/// <summary>C16: from, to, deputy, all or only approvals.</summary>
internal static class AbsenceFormCard
{
    public const string Source = "absence-form";

    public static Card Draw(AbsenceFormView view)
    {
        var draft = view.Draft;
        var title = view.Name is { } name ? $"{DataLine.Short(name, 40)} is away: when, and who covers?" : "You are away: when, and who covers?";
        var body = new List<CardElement> { TextBlock.Heading(title), TextBlock.Subtle($"{DataLine.Short(view.PlantName, 40)}. Nothing is entered before somebody presses Save.") };
        if (draft.Problem is { } problem) body.Add(new TextBlock(DataLine.Short(problem, 160)) { Color = TextColor.Attention });
        Add(new DateInput("in_from", "First day away") { Value = draft.From, IsRequired = true, ErrorMessage = "Choose the first day." });
        Add(new DateInput("in_until", "Last day away") { Value = draft.Until, Min = view.Today, IsRequired = true, ErrorMessage = "Choose the last day." });
        Add(new ChoiceInput("in_deputy", "Who covers (may stay empty)")
        {
            Choices = [.. view.Likely.Where(person => person.Key != draft.PersonKey).Select(person => new Choice(DataLine.Short(person.Name, 60), person.Key.ObjectId))],
            Value = draft.DeputyKey?.ObjectId, PeoplePicker = view.Picker, Placeholder = DataLine.Short(view.Otherwise, 80),
        });
        body.Add(TextBlock.Subtle($"Left empty, it goes {DataLine.Short(view.Otherwise, 80)}."));
        Add(new ChoiceInput("in_scope", "Covers")
        {
            Style = ChoiceStyle.Expanded, IsRequired = true, ErrorMessage = "Choose one.", Value = draft.Scope == AbsenceScope.All ? "all" : "approvals",
            Choices = [new("Everything: reminders and questions too", "all"), new("Only approvals", "approvals")],
        });
        return new Card
        {
            Summary = title, Body = body,
            Actions = [new ExecuteAction("Save", AbsenceVerbs.Save, new { p = view.Plant, r = draft.Id.ToString("N"), w = draft.PersonKey.ObjectId, v = 1 }) { Style = ActionStyle.Positive }],
        };

        void Add(InputElement input)
        {
            if (view.Problems.GetValueOrDefault(input.Id!) is { } words) body.Add(new TextBlock(CardText.Of($"**Please mend:** {DataLine.Short(words, 160)}")) { Color = TextColor.Attention });
            body.Add(input);
        }
    }
}
