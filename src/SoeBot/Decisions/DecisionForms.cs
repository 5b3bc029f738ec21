using SoeBot.Domain.People;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>The small forms of the owner's answers: one question each, edited only by their own submit.</summary>
internal static class DecisionForms
{
    public const string Redate = "decision-redate";
    public const string Refuse = "decision-refuse";
    public const string Block = "decision-blocked";
    public const string Correct = "decision-correct";
    public const string Drop = "decision-drop";

    public static Card DrawRedate(DecisionView view, DateOnly proposed) => Draw(view, $"{view.Decision.Name}: which new date, and why?",
        [
            new DateInput("in_due", "New date") { Value = proposed, Min = view.Today, IsRequired = true, ErrorMessage = "Choose the new date." },
            new TextInput("in_why", "Why") { IsRequired = true, MaxLength = 300, ErrorMessage = "A new date needs a reason.", Placeholder = "Supplier answers on Monday only" },
            .. view.Decision.Redates switch
            {
                0 => Array.Empty<CardElement>(),
                1 => [new TextBlock("It was moved once. The second move is shown amber in the meeting.") { Weight = TextWeight.Bolder }],
                _ => [new TextBlock("It was moved twice. A third date needs the S&OE lead.") { Color = TextColor.Attention }],
            },
        ], "Save", Verbs.Redate);

    public static Card DrawRefuse(DecisionView view, IReadOnlyList<Person> likely, bool picker) => Draw(view, $"{view.Decision.Name}: who then?",
        [
            new ChoiceInput("in_owner", "One person who answers for it")
            {
                Choices = [.. likely.Where(person => person.Key != view.Decision.Owner).Select(person => new Choice(person.Name, person.Key.ObjectId))],
                PeoplePicker = picker, IsRequired = true, ErrorMessage = "Choose one person.",
            },
            new TextInput("in_why", "Why not you (may stay empty)") { MaxLength = 300 },
        ], "Hand over", Verbs.Refuse);

    public static Card DrawBlock(DecisionView view) => Draw(view, $"{view.Decision.Name}: what stands in the way?",
        [new TextInput("in_why", "Blocked by") { IsRequired = true, MaxLength = 300, ErrorMessage = "Say what or who blocks it." }], "Save", Verbs.Blocked);

    public static Card DrawCorrect(DecisionView view) => Draw(view, $"{view.Decision.Name}: what was decided?",
        [new TextInput("in_text", "Decision") { Value = view.Decision.Text, IsMultiline = true, IsRequired = true, MaxLength = 500, ErrorMessage = "Write what was decided." }], "Save", Verbs.Correct);

    public static Card DrawDrop(DecisionView view) => Draw(view, $"{view.Decision.Name}: why is it dropped?",
        [new TextInput("in_why", "Reason") { IsRequired = true, MaxLength = 300, ErrorMessage = "A decision is dropped with a reason." }], "Drop it", Verbs.Drop);

    private static Card Draw(DecisionView view, string title, IReadOnlyList<CardElement> fields, string button, string verb) => new()
    {
        Summary = title,
        Body = [TextBlock.Heading(title), new TextBlock(view.Decision.Text), TextBlock.Subtle($"{view.PlantName}. Due {DayWords.Of(view.Decision.Due, view.Today)}."), .. fields],
        Actions = [DecisionCard.Action(view, button, verb) with { Style = ActionStyle.Positive }],
    };
}
