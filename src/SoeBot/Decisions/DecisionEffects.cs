using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Reminders;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Routing;

namespace SoeBot.Decisions;

/// <summary>What a change of a decision brings with it: its audit line, the cards that show it, its reminders.</summary>
internal sealed class DecisionEffects(OutboxStore outbox)
{
    public static string Receipts(DecisionId id) => $"decision-form:{id}";
    public static string Chases(DecisionId id) => $"chase:{id}";

    /// <param name="older">An open one about the same, whose place it may take; null when there is none.</param>
    /// <param name="tell">Post the card by which the customer is told.</param>
    /// <param name="post">Where to post its card when there is no form that becomes it.</param>
    public Effect Recorded(Origin origin, PlantProfile plant, Decision decision, Meeting? meeting, Decision? older, bool tell, MessageTarget? post)
    {
        var messages = new List<NewMessage> { post is null ? origin.Edit(Receipts(decision.Id), Receipt(decision), $"{decision.Version}") : Posted(plant, decision, post) };
        if (meeting is not null) messages.AddRange(ShowInMeeting(origin, meeting, decision));
        // In the meeting the owner hears at its close, with the day's other decisions; one who is not there is asked at once.
        if (decision is { IsComplete: true, Owner: { } owner } && owner != origin.By && (meeting is null || (decision.Present.Count > 1 && !decision.Present.Contains(owner))))
            messages.Add(ToOwner(plant, decision, "recorded", MessageKind.Record));
        var where = post ?? new MessageTarget.Conversation(origin.Tenant, origin.Conversation);
        if (older is not null) messages.Add(Beside(plant, decision, where, new CardRef(ReplaceCard.Source, $"{decision.Number}:{older.Number}")));
        if (tell) messages.Add(Beside(plant, decision, where, new CardRef("tell-customer", decision.Subject.Reference)));
        return new Effect
        {
            Audit = [new(plant.Id, origin.Now, origin.By, Verbs.Record, decision.Name, decision.Text, decision.PlanVersion)],
            Messages = messages,
            Occurrences = DecisionChase.Steps(plant.Id, decision, plant.Calendar, origin.Now),
        };
    }

    private static NewMessage Beside(PlantProfile plant, Decision decision, MessageTarget where, CardRef card) => new()
    {
        Plant = plant.Id, Key = $"{card.Source}:{decision.Id}", Target = where, Card = card, Kind = MessageKind.Record, TrackAs = $"{card.Source}:{decision.Id}",
    };

    public static Effect Both(Effect first, Effect second) => new()
    {
        Audit = [.. first.Audit, .. second.Audit], Messages = [.. first.Messages, .. second.Messages],
        Withdraw = [.. first.Withdraw, .. second.Withdraw], Occurrences = [.. first.Occurrences, .. second.Occurrences],
    };

    public static Effect Changed(Origin origin, PlantProfile plant, Decision decision, string verb, Meeting? meeting, string? detail = null)
    {
        var messages = Shown(origin, decision);
        if (meeting is not null) messages.AddRange(ShowInMeeting(origin, meeting, decision));
        return new Effect
        {
            Audit = [new(plant.Id, origin.Now, origin.By, verb, decision.Name, detail, decision.PlanVersion)],
            Messages = messages,
            Withdraw = [(plant.Id, DecisionChase.KeyPrefix(decision))],
            Occurrences = DecisionChase.Steps(plant.Id, decision, plant.Calendar, origin.Now),
        };
    }

    /// <summary>To its owner; a draft without one has nobody to tell.</summary>
    public static NewMessage ToOwner(PlantProfile plant, Decision decision, string step, MessageKind kind) => new()
    {
        Plant = plant.Id,
        // Of this decision, not of one of that number in another plant; and anew when it comes back to somebody.
        Key = $"{step}:{decision.Id}:{decision.Owner!.Value.ObjectId}:{decision.Version}",
        Target = new MessageTarget.Person(decision.Owner!.Value),
        Card = new CardRef(DecisionCard.Chase, $"{decision.Number}:{step}"),
        Kind = kind,
        TrackAs = Chases(decision.Id),
        Chain = kind == MessageKind.Reminder ? $"chase:{decision.Id}" : null,
    };

    public async Task<PressAnswer> PostAsync(NewMessage message, string toast, CancellationToken ct)
    {
        await outbox.AddAsync(new Effect { Messages = [message] }, ct);
        return PressAnswer.Say(toast);
    }

    public async Task<PressAnswer> DropFormAsync(Press press, Guid form, CancellationToken ct)
    {
        const string words = "Dropped. Nothing was recorded.";
        await outbox.AddAsync(new Effect { Messages = [press.Edit(Receipts(new DecisionId(form)), SayCard.Of(words), "dropped")] }, ct);
        return PressAnswer.Show(SayCard.Draw(words));
    }

    private static NewMessage Posted(PlantProfile plant, Decision decision, MessageTarget where) => new()
    {
        Plant = plant.Id, Key = $"recorded:{decision.Id}", Target = where, Card = Receipt(decision), Kind = MessageKind.Record, TrackAs = Receipts(decision.Id),
    };

    private static CardRef Receipt(Decision decision) => new(DecisionCard.Receipt, $"{decision.Number}");

    private static List<NewMessage> Shown(Origin origin, Decision decision) =>
    [
        origin.Edit(Receipts(decision.Id), Receipt(decision), $"{decision.Version}"),
        origin.Edit(Chases(decision.Id), new CardRef(DecisionCard.Chase, $"{decision.Number}:state"), $"{decision.Version}"),
    ];

    // The meeting's own cards count and list decisions; they are drawn again from the state of the moment they are sent.
    private static IEnumerable<NewMessage> ShowInMeeting(Origin origin, Meeting meeting, Decision decision) =>
        from card in MeetingCards.ThatListDecisions
        select origin.Edit($"{card}:{meeting.Id}", new CardRef(card, meeting.Id.ToString()), $"{decision.Name}.{decision.Version}");
}
