using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;

namespace SoeBot.Meetings;

/// <summary>Who acts on the meeting and from where; the same for a typed line and a press.</summary>
/// <param name="Key">Unique per line or press: what is posted because of it carries this in its key.</param>
/// <param name="InboxId">The typed line, to be marked worked with the change; null for a press.</param>
internal sealed record Actor(PlantId Plant, PersonKey By, string Tenant, string Conversation, string Key, long? InboxId, DateTimeOffset Now);

/// <summary>Start, next, back, park, close. One meeting per plant; every step is one transaction with its audit line and its cards.</summary>
internal sealed class RunMeeting(MeetingStore meetings, DecisionStore decisions, PlanStore plans, PlantProfiles plants, MeetingDates dates, Rights rights, PersonFinder people)
{
    /// <summary>The open meeting when there is one already: a second start is the same start.</summary>
    public async Task<(Meeting Meeting, bool AlreadyOpen)> StartAsync(Actor actor, CancellationToken ct)
    {
        var plant = plants.Get(actor.Plant);
        var version = await plans.CurrentAsync(actor.Plant, ct);
        var meeting = Meeting.Start(new MeetingId(Guid.CreateVersion7(actor.Now)), actor.Plant, plant.Calendar.DayOf(actor.Now),
            AgendaTemplate.WeeklyId, actor.By, actor.Conversation, version?.Number, actor.Now);
        var effect = Effects(actor, Verbs.Start, meeting) with
        {
            Messages = [Post(actor, meeting, MeetingCards.Agenda, meeting.Id.ToString()), Step(actor, meeting)],
        };
        var result = await meetings.StartAsync(meeting, effect, ct);
        return (result.Meeting, result.AlreadyOpen);
    }

    /// <param name="from">The step that the presser saw; null for a typed line.</param>
    public Task<(MeetingOutcome Outcome, Meeting Meeting)> NextAsync(Actor actor, Meeting meeting, int? from, CancellationToken ct) =>
        ChangeAsync(actor, meeting, Verbs.Next, m => m.Next(from, AgendaTemplate.Find(m.Template).Steps.Count, actor.Now), m => [Step(actor, m)], ct);

    public Task<(MeetingOutcome Outcome, Meeting Meeting)> BackAsync(Actor actor, Meeting meeting, int? from, CancellationToken ct) =>
        ChangeAsync(actor, meeting, Verbs.Back, m => m.Back(from, actor.Now), m => [Step(actor, m)], ct);

    public Task<(MeetingOutcome Outcome, Meeting Meeting)> ParkAsync(Actor actor, Meeting meeting, string topic, CancellationToken ct) =>
        ChangeAsync(actor, meeting, Verbs.Park, m => m.Park(topic, actor.By, actor.Now), _ => [], ct, topic);

    public async Task<(MeetingOutcome Outcome, Meeting Meeting)> CloseAsync(Actor actor, Meeting meeting, CancellationToken ct)
    {
        var made = await decisions.OfMeetingAsync(meeting.Id, ct);
        var next = await dates.NextAsync(plants.Get(meeting.Plant), actor.Now, ct);
        return await ChangeAsync(actor, meeting, Verbs.Close, m => m.Close(made.Count(decision => !decision.IsComplete), actor.Now), m => Minutes(actor, m, made), ct, next: next);
    }

    /// <summary>Null when this person may move the agenda, else the words that say who may.</summary>
    public async Task<string?> RefusalAsync(Actor actor, Meeting? meeting, CancellationToken ct)
    {
        if (meeting?.Chair == actor.By) return null;
        if (await rights.HasAsync(actor.Plant, actor.By, Role.Lead, ct) || await rights.HasAsync(actor.Plant, actor.By, Role.Coordinator, ct)) return null;
        return $"Only the chair or {string.Join(" or ", await people.NamesAsync(actor.Plant, Role.Lead, ct))} can move the agenda.";
    }

    private async Task<(MeetingOutcome, Meeting)> ChangeAsync(
        Actor actor, Meeting meeting, string verb, Func<Meeting, MeetingOutcome> change, Func<Meeting, IReadOnlyList<NewMessage>> posts, CancellationToken ct, string? detail = null, DateTimeOffset? next = null)
    {
        var result = await meetings.ChangeAsync(meeting.Id, m =>
        {
            var outcome = change(m);
            if (outcome != MeetingOutcome.Changed) return (outcome, new Effect());
            var edit = Post(actor, m, MeetingCards.Agenda, m.Id.ToString()) with
            {
                Key = $"edit:agenda:{m.Id}:{m.Version}", Kind = MessageKind.Edit, Chain = $"edit:agenda:{m.Id}",
            };
            return (outcome, Effects(actor, verb, m, detail) with { Messages = [edit, .. posts(m)], NextMeeting = next });
        }, ct);
        return (result.Outcome, result.Value ?? meeting);
    }

    private static Effect Effects(Actor actor, string verb, Meeting meeting, string? detail = null) => new()
    {
        InboxDone = actor.InboxId,
        Audit = [new AuditLine(actor.Plant, actor.Now, actor.By, verb, meeting.Day.ToString("yyyy-MM-dd", null), detail ?? $"step {meeting.Step + 1}", meeting.PlanVersion)],
    };

    private static NewMessage Step(Actor actor, Meeting meeting)
    {
        var step = AgendaTemplate.Find(meeting.Template).Steps[meeting.Step];
        var about = MeetingCards.ThatListDecisions.Contains(step.Card) ? meeting.Id.ToString() : "";
        return Post(actor, meeting, step.Card, about) with { Key = $"step:{meeting.Id}:{meeting.Version}" };
    }

    private static NewMessage Post(Actor actor, Meeting meeting, string card, string about) => new()
    {
        Plant = meeting.Plant, Key = $"{card}:{meeting.Id}:{actor.Key}", Kind = MessageKind.Answer, Card = new CardRef(card, about),
        Target = new MessageTarget.Conversation(actor.Tenant, meeting.Conversation), TrackAs = $"{card}:{meeting.Id}",
    };

    /// <summary>Into the meeting, into the channel when that is elsewhere, and each owner's own part into their chat.</summary>
    private static List<NewMessage> Minutes(Actor actor, Meeting meeting, IReadOnlyList<Decision> made)
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
}
