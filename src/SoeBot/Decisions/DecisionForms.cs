using System.Globalization;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>The small forms of the owner's answers: one question each, edited only by their own submit.</summary>
internal static class DecisionForms
{
    public const string Redate = "decision-redate";
    public const string Miss = "decision-miss";
    public const string ThirdDate = "decision-third-date";
    public const string Complete = "decision-complete";
    public const string Delegate = "decision-delegate";
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
                1 => [new TextBlock("It was moved once. The second move is shown amber in the meeting. Is this still the right owner?") { Weight = TextWeight.Bolder }],
                _ => [new TextBlock("It was moved twice. A third date is for the S&OE lead to give, who is asked.") { Color = TextColor.Attention }],
            },
        ], "Save", Verbs.Redate);

    public static Card DrawRefuse(DecisionView view, IReadOnlyList<Person> likely, bool picker) => Draw(view, $"{view.Decision.Name}: who then?",
        [
            new ChoiceInput("in_owner", "One person who answers for it")
            {
                Choices = [.. likely.Where(person => person.Key != view.Decision.Owner).Select(person => new Choice(person.Name, person.Key.ObjectId))],
                PeoplePicker = picker,
            },
            new TextInput("in_why", "Why not you, or who then in words") { MaxLength = 300, Placeholder = "Ravi buys frames" },
        ], "Hand over", Verbs.Refuse);

    public static Card DrawMiss(DecisionView view) => Draw(view, $"{view.Decision.Name}: why was it missed?",
        [new TextInput("in_why", "Why") { IsRequired = true, MaxLength = 300, ErrorMessage = "Say why in a few words.", Placeholder = "supplier did not answer" }], "Save", Verbs.Miss);

    /// <summary>To the lead: the owner moved it twice and asks for a third date. Null when nothing is asked any more.</summary>
    public static Card? DrawThirdDate(DecisionView view)
    {
        var decision = view.Decision;
        if (!decision.IsOpen || decision.AskedDue is not { } asked || decision.Events.LastOrDefault(e => e.Kind == DecisionEventKind.RedateAsked) is not { } wish) return null;
        var title = $"{view.Names.Of(wish.By)} asks for a third date for {decision.Name}: {DayWords.Of(asked, view.Today)}?";
        return new Card
        {
            Summary = title,
            Body =
            [
                TextBlock.Heading(title), new TextBlock(decision.Text) { Weight = TextWeight.Bolder },
                new TextBlock($"Because: {wish.Note}"),
                DecisionCard.Amber($"Due {DayWords.Of(decision.Due, view.Today)}, moved twice already. Is {view.Names.Owner(decision)} still the right owner?"),
                TextBlock.Subtle($"{view.PlantName}."),
            ],
            Actions =
            [
                DecisionCard.Action(view, $"Agree to {DayWords.Of(asked, view.Today)}", Verbs.AgreeDate) with { Style = ActionStyle.Positive },
                DecisionCard.Action(view, "Other date", Verbs.RedateForm), DecisionCard.Action(view, "Other owner", Verbs.RefuseForm),
            ],
        };
    }

    /// <param name="question">What is asked about the date that was entered; null for a fresh form.</param>
    public static Card DrawComplete(DecisionView view, IReadOnlyList<Person> likely, bool picker, PersonKey? owner, DateOnly? due, string? question = null, DateOnly? use = null, DateOnly? keep = null)
    {
        var decision = view.Decision;
        var form = Draw(view, $"{decision.Name}: {(decision.Owner is null ? "who answers for it?" : "by when?")}",
            [
                .. question is null ? Array.Empty<CardElement>() : [new TextBlock(question) { Color = TextColor.Attention, Weight = TextWeight.Bolder }],
                new ChoiceInput("in_owner", "One person who answers for it")
                {
                    Choices = [.. likely.Select(person => new Choice(person.Name, person.Key.ObjectId))], Value = (owner ?? decision.Owner)?.ObjectId,
                    PeoplePicker = picker, IsRequired = true, ErrorMessage = "A decision needs one named person.",
                },
                new DateInput("in_due", "Due") { Value = due ?? decision.Due, Min = view.Today, IsRequired = true, ErrorMessage = "A decision needs a due date." },
            ], "Save", Verbs.Complete);
        return form with
        {
            Actions =
            [
                .. use is { } day ? [Dated(view, $"Save with {DayWords.Of(day, view.Today)}", null, day)] : Array.Empty<CardAction>(),
                .. keep is { } kept ? [Dated(view, $"Keep {DayWords.Of(kept, view.Today)}", kept, null)] : Array.Empty<CardAction>(),
                .. form.Actions, DecisionCard.Action(view, "Drop it: why", Verbs.DropForm) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    private static ExecuteAction Dated(DecisionView view, string title, DateOnly? keep, DateOnly? use) => new(title, Verbs.Complete, new
    {
        p = view.Plant, r = view.Decision.Number, v = view.Decision.Version,
        k = keep?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), u = use?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    });

    public static Card DrawDelegate(DecisionView view, IReadOnlyList<Person> likely, bool picker) => Draw(view, $"{view.Decision.Name}: who decides in your place?",
        [
            new ChoiceInput("in_owner", "One person")
            {
                Choices = [.. likely.Where(person => person.Key != view.Decision.WaitsFor).Select(person => new Choice(person.Name, person.Key.ObjectId))],
                PeoplePicker = picker, IsRequired = true, ErrorMessage = "Choose one person.",
            },
        ], "Delegate", Verbs.Delegate);

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
