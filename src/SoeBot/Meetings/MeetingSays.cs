using SoeBot.Cards;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;

namespace SoeBot.Meetings;

/// <summary>What an open meeting says by itself. Each line re-reads the state first: who decided, moved on or closed meanwhile is not told.</summary>
internal sealed class MeetingSays(MeetingStore meetings, DecisionStore decisions, MeetingOrders orders, RunMeeting run, PlantProfiles plants)
{
    public const string NoDecision = "meeting-no-decision";

    public void Register(SliceRegistry registry)
    {
        var kinds = registry.Occurrences;
        Add(NoDecision, MeetingMomentKind.NoDecision, async (meeting, occurrence, ct) => (await decisions.OfMeetingAsync(meeting.Id, ct)).Count > 0 ? null
            : Say(meeting, occurrence, new CardRef(NoDecision, $"{meeting.Id}|{Part(occurrence)}")));
        Add("meeting-near-end", MeetingMomentKind.NearEnd, (meeting, occurrence, _) => Task.FromResult(Guard(meeting, occurrence, "near")));
        Add("meeting-over", MeetingMomentKind.Over, (meeting, occurrence, _) => Task.FromResult(Guard(meeting, occurrence, "over")));
        Add("meeting-unfinished", MeetingMomentKind.Unfinished, UnfinishedAsync);
        Add("meeting-clock", MeetingMomentKind.Clock, (meeting, occurrence, _) => Task.FromResult<Effect?>(new Effect { Messages = [Edit(meeting, occurrence, MeetingCards.Agenda), Edit(meeting, occurrence, MeetingCards.Order)] }));
        registry.Cards.Add(NoDecision, DrawNoDecisionAsync);
        registry.Cards.Add(GuardCard.Source, DrawGuardAsync);

        void Add(string id, MeetingMomentKind kind, Func<Meeting, Occurrence, CancellationToken, Task<Effect?>> say) => kinds.Add(id, Derive(id, kind), async (occurrence, plant, _, ct) =>
            await meetings.OpenAsync(plant.Id, ct) is { } meeting && Moments(meeting).Any(moment => moment.Kind == kind && moment.Key == occurrence.Key) ? await say(meeting, occurrence, ct) : null, Urgency.Urgent);
    }

    private DeriveOccurrences Derive(string id, MeetingMomentKind kind) => async (plant, _, _, ct) =>
        await meetings.OpenAsync(plant.Id, ct) is not { } meeting ? []
            : [.. Moments(meeting).Where(moment => moment.Kind == kind).Select(moment => new Occurrence(plant.Id, id, moment.Key, moment.At))];

    private static IReadOnlyList<MeetingMoment> Moments(Meeting meeting) => MeetingMoments.Of(meeting, AgendaTemplate.Find(meeting.Template));

    private async Task<Effect?> UnfinishedAsync(Meeting meeting, Occurrence occurrence, CancellationToken ct)
    {
        var template = AgendaTemplate.Find(meeting.Template);
        var open = meeting.OpenSteps(template.Steps.Count).Select(at => template.Steps[at].Title).ToList();
        var red = meeting.RedOpen((await orders.LoadAsync(meeting, ct)).Select(one => one.ToReviewed()));
        // On the plant's clock, as if the chair had pressed at that moment.
        var actor = new Actor(meeting.Plant, meeting.Chair, meeting.Chair.Tenant, meeting.Conversation, $"unfinished:{meeting.Id}", null, occurrence.DueAt);
        var moved = await run.CloseAsync(actor, meeting, byPerson: false, ct);
        if (moved.Outcome != MeetingOutcome.Changed) return null;
        var words = new List<string> { $"{template.Title}: nobody closed it, so it closed itself, unfinished" };
        if (open.Count > 0) words.Add($"Open steps: {string.Join(", ", open)}.");
        if (red.Count > 0) words.Add($"Red orders without a decision: {string.Join(", ", red)}.");
        if (moved.Names.Count > 0) words.Add($"Without owner or date: {string.Join(", ", moved.Names)}.");
        var say = Say(meeting, occurrence, SayCard.Of(string.Join('\n', words)));
        return say with { Messages = [.. say.Messages, say.Messages[0] with { Key = $"{say.Messages[0].Key}:chair", Target = new MessageTarget.Person(meeting.Chair) }] };
    }

    private async Task<Card?> DrawNoDecisionAsync(CardRequest request, CancellationToken ct)
    {
        var parts = request.About.Split('|', 2);
        if (await FindAsync(parts[0], ct) is not { } meeting || (await decisions.OfMeetingAsync(meeting.Id, ct)).Count > 0) return null;
        var plant = plants.Get(meeting.Plant);
        var red = (await orders.LoadAsync(plant, meeting, ct)).Where(one => one.IsRed && one.Decisions.Count == 0).OrderBy(one => meeting.ReviewOf(one.Order.Order) is not null).ThenBy(one => one.Order.Rank).FirstOrDefault();
        var words = $"{parts[1]} minutes, no decision yet. {(red is null ? "Nothing is red" : $"Next red order: {DataLine.Short(red.Order.Order, 40)}")}. What do we do?";
        return new Card
        {
            Summary = $"{words} ({plant.Name})",
            Body = [TextBlock.Heading(MeetingTitles.Of(plants, plant) + words)],
            Actions = [new ExecuteAction("Decide", "decision.form", new { p = plant.Id.Value, order = red is null ? "" : DataLine.Key(red.Order.Order) }) { Style = ActionStyle.Positive }],
        };
    }

    private async Task<Card?> DrawGuardAsync(CardRequest request, CancellationToken ct)
    {
        var parts = request.About.Split('|', 2);
        if (await FindAsync(parts[0], ct) is not { } meeting) return null;
        var plant = plants.Get(meeting.Plant);
        var incomplete = (await decisions.OfMeetingAsync(meeting.Id, ct)).Where(decision => !decision.IsComplete && decision.IsOpen).Select(decision => decision.Name);
        return GuardCard.Draw(new(plant, MeetingTitles.Of(plants, plant), meeting, AgendaTemplate.Find(meeting.Template), parts[1] == "over", [.. incomplete]));
    }

    private async Task<Meeting?> FindAsync(string id, CancellationToken ct) =>
        Guid.TryParse(id, out var guid) && await meetings.FindAsync(new MeetingId(guid), ct) is { State: MeetingState.Open } meeting ? meeting : null;

    private static Effect? Guard(Meeting meeting, Occurrence occurrence, string which) => Say(meeting, occurrence, new CardRef(GuardCard.Source, $"{meeting.Id}|{which}"));

    private static Effect Say(Meeting meeting, Occurrence occurrence, CardRef card) => new() { Messages = [Message(meeting, $"{occurrence.Kind}:{occurrence.Key}", card)] };

    private static NewMessage Edit(Meeting meeting, Occurrence occurrence, string card) => Message(meeting, $"edit:{card}:{occurrence.Key}", new CardRef(card, meeting.Id.ToString())) with
    {
        Kind = MessageKind.Edit, Chain = $"edit:{card}:{meeting.Id}", TrackAs = $"{card}:{meeting.Id}",
    };

    private static NewMessage Message(Meeting meeting, string key, CardRef card) => new()
    {
        Plant = meeting.Plant, Key = key, Kind = MessageKind.Reminder, Card = card, Target = new MessageTarget.Conversation(meeting.Chair.Tenant, meeting.Conversation),
    };

    private static string Part(Occurrence occurrence) => occurrence.Key[(occurrence.Key.LastIndexOf('@') + 1)..];
}
