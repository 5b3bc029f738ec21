using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;

namespace SoeBot.Meetings;

/// <summary>What a change of the meeting posts and edits.</summary>
internal sealed class MeetingPosts(CardSources cards)
{
    public static Effect Effects(Actor actor, string verb, Meeting meeting, string? detail = null, bool byPerson = true) => new()
    {
        InboxDone = actor.InboxId,
        Audit = [new AuditLine(actor.Plant, actor.Now, byPerson ? actor.By : null, verb, $"{meeting.Day:yyyy-MM-dd}", detail ?? $"step {meeting.Step + 1}", meeting.PlanVersion)],
    };

    public static NewMessage Agenda(Actor actor, Meeting meeting) => Post(actor, meeting, MeetingCards.Agenda, meeting.Id.ToString());

    public static NewMessage AgendaEdit(Actor actor, Meeting meeting) => Edit(actor, meeting, MeetingCards.Agenda);

    public NewMessage OrderEdit(Actor actor, Meeting meeting) => Edit(actor, meeting, MeetingCards.Order);

    /// <summary>The list of what goes up is drawn anew where it was posted.</summary>
    public IReadOnlyList<NewMessage> Upwards(Actor actor, Meeting meeting) =>
        AgendaTemplate.Find(meeting.Template).Steps.Any(step => step.Card == UpwardsCard.Source) ? [Edit(actor, meeting, UpwardsCard.Source)] : [];

    /// <summary>The cards of the step that the meeting is in. One whose slice is not there is left out; the agenda says what is decided.</summary>
    public IEnumerable<NewMessage> Step(Actor actor, Meeting meeting) =>
        Cards(AgendaTemplate.Find(meeting.Template).StepAt(meeting.Step), meeting)
            .Select((card, at) => Post(actor, meeting, card.Source, card.About) with { Key = $"step:{meeting.Id}:{meeting.Version}:{at}" });

    /// <summary>What was left for the chat goes into the plant's channel, one card for each.</summary>
    public IEnumerable<NewMessage> InChannel(Meeting meeting, IReadOnlyList<int> steps) =>
        from at in steps
        from card in Cards(AgendaTemplate.Find(meeting.Template).StepAt(at), meeting)
        select new NewMessage
        {
            Plant = meeting.Plant, Key = $"chat:{meeting.Id}:{at}:{card.Source}", Kind = MessageKind.Record, Card = card,
            Target = new MessageTarget.Channel(meeting.Plant), TrackAs = $"{card.Source}:{meeting.Id}",
        };

    /// <summary>Into the meeting, into the channel when that is elsewhere, and each owner's own part into their chat.</summary>
    public static IReadOnlyList<NewMessage> Minutes(Actor actor, Meeting meeting, IReadOnlyList<Decision> made)
    {
        var minutes = new NewMessage
        {
            Plant = meeting.Plant, Key = $"minutes:{meeting.Id}:channel", Kind = MessageKind.Record,
            Target = new MessageTarget.Channel(meeting.Plant), Card = new CardRef(MeetingCards.Minutes, meeting.Id.ToString()), TrackAs = $"minutes:{meeting.Id}",
        };
        return
        [
            minutes,
            minutes with { Key = $"minutes:{meeting.Id}:meeting", Target = new MessageTarget.Conversation(actor.Tenant, meeting.Conversation) },
            .. made.Select(decision => decision.Owner).OfType<PersonKey>().Distinct().Select(owner => new NewMessage
            {
                Plant = meeting.Plant, Key = $"yours:{meeting.Id}:{owner.ObjectId}", Kind = MessageKind.Record, Target = new MessageTarget.Person(owner),
                Card = new CardRef(MeetingCardSources.Yours, $"{meeting.Id}|{owner}"), TrackAs = $"yours:{meeting.Id}",
            }),
        ];
    }

    private IEnumerable<CardRef> Cards(AgendaStep step, Meeting meeting)
    {
        if (cards.Knows(step.Card)) yield return new(step.Card, step.Artifact ?? step.About ?? meeting.Id.ToString());
        if (step.Also is { } also && cards.Knows(also)) yield return new(also, "");
    }

    private static NewMessage Edit(Actor actor, Meeting meeting, string card) => Post(actor, meeting, card, meeting.Id.ToString()) with
    {
        Key = $"edit:{card}:{meeting.Id}:{meeting.Version}", Kind = MessageKind.Edit, Chain = $"edit:{card}:{meeting.Id}",
    };

    private static NewMessage Post(Actor actor, Meeting meeting, string card, string about) => new()
    {
        Plant = meeting.Plant, Key = $"{card}:{meeting.Id}:{actor.Key}", Kind = MessageKind.Answer, Card = new CardRef(card, about),
        Target = new MessageTarget.Conversation(actor.Tenant, meeting.Conversation), TrackAs = $"{card}:{meeting.Id}",
    };
}
