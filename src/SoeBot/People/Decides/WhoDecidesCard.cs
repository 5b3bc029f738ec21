using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Teams.Cards;

namespace SoeBot.People.Decides;

/// <param name="Title">"Who decides" or what was asked about.</param>
/// <param name="Facts">What, and who with what amount.</param>
internal sealed record WhoDecidesView(string Plant, string PlantName, string Title, IReadOnlyList<(string What, string Who)> Facts, string? Note = null);

/// <param name="Part">Which the fields are for.</param>
/// <param name="Words">As typed, or as it stands.</param>
/// <param name="Answer">What came of the last press.</param>
/// <param name="Rights">As they stand, to be read beside the fields; a line each.</param>
internal sealed record RightsFormView(string Plant, string PlantName, RightsPart Part, string? Words, IReadOnlyList<(string What, string Who)> Rights, RightsAnswer? Answer = null);

/// <summary>Who may decide what in which zone (R105, R106), and the form by which administrators change it.</summary>
internal static class WhoDecidesCard
{
    public const string Source = "who-decides", Form = "rights-form";
    public const string FormVerb = "rights.form", SaveVerb = "rights.save";

    public static Card Draw(WhoDecidesView view)
    {
        var title = $"{DataLine.Short(view.PlantName, 40)} - {DataLine.Short(view.Title, 80)}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (view.Note is { } note) body.Add(new TextBlock(DataLine.Short(note, 300)));
        body.Add(Facts(view.Facts));
        body.Add(TextBlock.Subtle("Amounts are the value of the customer orders that a change is about or makes later; one that nobody knows counts as above any limit. Silence never approves."));
        return new Card { Summary = title, Body = body, Actions = [new ExecuteAction("Change it", FormVerb, new { p = view.Plant, r = "rights", v = 1 })] };
    }

    public static Card DrawForm(RightsFormView view)
    {
        var title = $"{DataLine.Short(view.PlantName, 40)} - who shall decide?";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (view.Answer is { } answer) body.Add(new TextBlock(DataLine.Short(answer.Words, 300)) { Color = answer.Changed ? TextColor.Good : TextColor.Attention, Weight = TextWeight.Bolder });
        body.Add(Facts(view.Rights));
        body.Add(new ChoiceInput("in_part", "What")
        {
            Choices =
            [
                new Choice("Frozen week: who decides", nameof(RightsPart.Frozen)), new Choice("Firm week: who signs", nameof(RightsPart.Firm)), new Choice("Firm week, no agreement: who decides", nameof(RightsPart.Tie)),
                new Choice("Escalation path, from low to high", nameof(RightsPart.Path)), new Choice("Executive sponsor", nameof(RightsPart.Sponsor)),
            ],
            Value = view.Part.ToString(), IsRequired = true, ErrorMessage = "Choose what.",
        });
        body.Add(new TextInput("in_words", "Who") { Value = view.Words, MaxLength = 200, IsRequired = true, ErrorMessage = "Name the roles; of the sponsor the person.", Placeholder = "plant manager up to 50,000, then executive" });
        body.Add(TextBlock.Subtle("Only administrators change this; every change is written down with what stood before. Requests that were sent keep who decides them."));
        return new Card { Summary = title, Body = body, Actions = [new ExecuteAction("Save", SaveVerb, new { p = view.Plant, r = "rights", v = 1 }) { Style = ActionStyle.Positive }] };
    }

    private static FactSet Facts(IReadOnlyList<(string What, string Who)> facts) => new([.. facts.Select(fact => new Fact(fact.What, DataLine.Short(fact.Who, 220)))]);
}
