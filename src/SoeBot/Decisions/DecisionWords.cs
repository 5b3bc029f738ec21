using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>Names by person; a person who was forgotten or never seen keeps a short mark of the key.</summary>
internal sealed class DecisionNames(IReadOnlyDictionary<PersonKey, Person> people)
{
    public string Of(PersonKey key) => key.IsRule ? "the plant's rule" : people.TryGetValue(key, out var person) && person.Name.Length > 0 ? DataLine.Short(person.Name, 60) : $"person {key.ObjectId[..Math.Min(8, key.ObjectId.Length)]}";
    public string Of(PersonKey? key) => key is { } known ? Of(known) : "the calendar";

    /// <summary>Of a draft, "nobody yet".</summary>
    public string Owner(Decision decision) => decision.Owner is { } owner ? Of(owner) : "nobody yet";
}

/// <summary>What cards and minutes say of a decision.</summary>
internal static class DecisionWords
{
    public static string Headline(Decision decision, DecisionNames names) => decision.Status switch
    {
        DecisionStatus.Draft => $"{decision.Name} noted: {(decision.Owner is null ? "who answers for it?" : "by when?")}",
        DecisionStatus.Proposed => $"{decision.Name} recorded: {names.Owner(decision)}, do you take it?",
        DecisionStatus.Taken => $"{decision.Name}: {names.Owner(decision)} does it",
        DecisionStatus.Kept => $"{decision.Name} is done",
        DecisionStatus.DoneLate => $"{decision.Name} is done, late",
        DecisionStatus.Missed => $"{decision.Name} was missed: {names.Owner(decision)}, done or a new date?",
        DecisionStatus.Dropped => $"{decision.Name} was dropped",
        DecisionStatus.Replaced => $"{decision.Name} was replaced by D-{decision.ReplacedBy}",
    };

    /// <summary>The same for readers of whom nothing is asked.</summary>
    public static string Title(Decision decision, DecisionNames names) =>
        decision.Status == DecisionStatus.Proposed ? $"{decision.Name}: {names.Owner(decision)} is asked to take it" : Headline(decision, names).Replace(", done or a new date?", "", StringComparison.Ordinal);

    public static string Distance(Decision decision, DateOnly today)
    {
        if (!decision.IsOpen || decision.Due is not { } due) return "";
        var days = due.DayNumber - today.DayNumber;
        return days switch { 0 => ", today", 1 => ", tomorrow", > 1 => $", in {days} days", -1 => ", 1 day over", _ => $", {-days} days over" };
    }

    /// <summary>Functions it touches that had no part in it: "procurement, customer service"; null when none is known to miss.</summary>
    public static string? Isolated(Decision decision) => decision.NotInRoom.Count == 0 ? null : string.Join(", ", decision.NotInRoom.Select(Roles.Words));

    /// <summary>Where it was decided, for the last line of a card.</summary>
    public static string Where(Decision decision) => decision.EnteredLater ? ", in a meeting, entered later" : decision.Meeting is null ? ", outside the meeting" : "";

    /// <summary>The last thing that was said about it, in the speaker's words; null when nothing was.</summary>
    public static CardText? LastWords(Decision decision, DecisionNames names, DateOnly today) => decision.Events.LastOrDefault(e => e.Kind != DecisionEventKind.Recorded) switch
    {
        null => null,
        { Kind: DecisionEventKind.Redated } e => CardText.Of($"{names.Of(e.By)}: from {DayWords.Of(e.OldDue, today)} to {DayWords.Of(e.NewDue, today)}, because {e.Note}"),
        { Kind: DecisionEventKind.Taken } e => CardText.Of($"{names.Of(e.By)} took it"),
        { Kind: DecisionEventKind.GivenTo } e => CardText.Of($"{names.Of(e.By)} gave it to {names.Of(e.To ?? decision.Owner)}{(e.Note is { } why ? $": {why}" : "")}"),
        { Kind: DecisionEventKind.Inherited } e => CardText.Of($"Inherited by {names.Of(e.To ?? decision.Owner)}: {e.Note}"),
        { Kind: DecisionEventKind.Corrected } e => CardText.Of($"{names.Of(e.By)} corrected it; it read: {e.Note}"),
        { Kind: DecisionEventKind.Refused } e => CardText.Of($"{names.Of(e.By)}: not me{(e.Note is { } why ? $". {why}" : "")}"),
        { Kind: DecisionEventKind.Completed } e => CardText.Of($"{names.Of(e.By)} completed it"),
        { Kind: DecisionEventKind.RedateAsked } e => CardText.Of($"{names.Of(e.By)} asks the lead for {DayWords.Of(e.NewDue, today)}, because {e.Note}"),
        { Kind: DecisionEventKind.Replaces } e => CardText.Of($"It replaces {e.Note}"),
        { Kind: DecisionEventKind.Replaced } e => CardText.Of($"{names.Of(e.By)} let {e.Note} replace it"),
        { Kind: DecisionEventKind.StillNeeded } e => CardText.Of($"{names.Of(e.By)}: still needed, although {e.Note}"),
        { Kind: DecisionEventKind.Escalated } e => CardText.Of($"{names.Of(e.By)} asked {names.Of(e.To)} to decide by {DayWords.Of(e.NewDue, today)}. Recommended: {e.Note}"),
        { Kind: DecisionEventKind.CallAsked } e => CardText.Of($"{names.Of(e.By)} asks to be called about it"),
        { Kind: DecisionEventKind.Delegated } e => CardText.Of($"{names.Of(e.By)} lets {names.Of(e.To)} decide"),
        { Kind: DecisionEventKind.OptionChosen } e => CardText.Of($"{names.Of(e.By)} decided: {e.Note}"),
        { Kind: DecisionEventKind.Missed, By: null } => CardText.Of($"The due date passed without an answer"),
        { Note: { Length: > 0 } note } e => CardText.Of($"{names.Of(e.By)}: {note}"),
        _ => null,
    };
}
