using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;

namespace SoeBot.Meetings;

/// <summary>Who acts on the meeting and from where; the same for a typed line and a press.</summary>
/// <param name="Key">Unique per line or press: what is posted because of it carries this in its key.</param>
/// <param name="InboxId">The typed line, to be marked worked with the change; null for a press.</param>
internal sealed record Actor(PlantId Plant, PersonKey By, string Tenant, string Conversation, string Key, long? InboxId, DateTimeOffset Now);

/// <param name="Names">What stands in the way: red orders without a word, decisions without owner or date.</param>
internal sealed record Moved(MeetingOutcome Outcome, Meeting Meeting, IReadOnlyList<string> Names)
{
    public Moved(MeetingOutcome outcome, Meeting meeting) : this(outcome, meeting, []) { }
}

/// <summary>Start, next, back, park, close. One meeting per plant; every step is one transaction with its audit line and its cards.</summary>
internal sealed class RunMeeting(MeetingStore meetings, PlanStore plans, PlantProfiles plants, MeetingDates dates, MeetingOrders orders, MeetingPosts posts)
{
    /// <summary>The open meeting when there is one already: a second start is the same start.</summary>
    /// <param name="minutes">Planned length; null for the template's, or the plant's for the weekly one.</param>
    public async Task<(Meeting Meeting, bool AlreadyOpen)> StartAsync(Actor actor, AgendaTemplate template, CancellationToken ct, int? minutes = null)
    {
        var plant = plants.Get(actor.Plant);
        var version = await plans.CurrentAsync(actor.Plant, ct);
        var meeting = Meeting.Start(new MeetingId(Guid.CreateVersion7(actor.Now)), actor.Plant, plant.Calendar.DayOf(actor.Now),
            template.Id, actor.By, actor.Conversation, version?.Number, actor.Now, minutes ?? (template.Id == AgendaTemplate.WeeklyId ? plant.MeetingMinutes : template.Minutes));
        if (template.StepAt(0).ByOrder) meeting.TakeUp(await NamesAsync(meeting, ct), actor.Now);
        var effect = MeetingPosts.Effects(actor, Verbs.Start, meeting, template.Title) with { Messages = [MeetingPosts.Agenda(actor, meeting), .. posts.Step(actor, meeting)] };
        var result = await meetings.StartAsync(meeting, effect, ct);
        return (result.Meeting, result.AlreadyOpen);
    }

    /// <param name="from">The step that the presser saw; null for a typed line.</param>
    public async Task<Moved> NextAsync(Actor actor, Meeting meeting, int? from, CancellationToken ct)
    {
        var template = AgendaTemplate.Find(meeting.Template);
        var listed = await orders.LoadAsync(meeting, ct);
        return await MoveAsync(actor, meeting, Verbs.Next, listed, m =>
        {
            var red = template.StepAt(m.Step).ByOrder && (from is null || from == m.Step) && m.State == MeetingState.Open ? m.RedOpen(listed.Select(one => one.ToReviewed())) : [];
            return red.Count > 0 ? MeetingOutcome.RedOrdersOpen : m.Next(from, template.Steps.Count, actor.Now);
        }, ct);
    }

    public async Task<Moved> BackAsync(Actor actor, Meeting meeting, int? from, CancellationToken ct) =>
        await MoveAsync(actor, meeting, Verbs.Back, await orders.LoadAsync(meeting, ct), m => m.Back(from, actor.Now), ct);

    public async Task<Moved> SkipAsync(Actor actor, Meeting meeting, int? from, string? why, CancellationToken ct) =>
        await MoveAsync(actor, meeting, Verbs.Skip, await orders.LoadAsync(meeting, ct), m => m.Skip(from, Steps(m), why, actor.Now), ct, why);

    /// <summary>Leaves what is open for the chat, or altogether with a reason, and goes to the read-back.</summary>
    public async Task<Moved> GoToTheEndAsync(Actor actor, Meeting meeting, int? from, StepEnd end, string? why, CancellationToken ct)
    {
        var left = meeting.OpenSteps(Steps(meeting));
        return await ChangeAsync(actor, meeting, end == StepEnd.MovedToChat ? Verbs.ToChat : Verbs.SkipRest, m => m.GoToTheEnd(from, Steps(m), end, why, actor.Now),
            m => [.. posts.Step(actor, m), .. end == StepEnd.MovedToChat ? posts.InChannel(m, left) : []], ct, why);
    }

    public Task<Moved> MoreTimeAsync(Actor actor, Meeting meeting, int? from, CancellationToken ct) =>
        ChangeAsync(actor, meeting, Verbs.MoreTime, m => m.GiveMoreTime(from), _ => [], ct);

    public Task<Moved> ExtendAsync(Actor actor, Meeting meeting, DateTimeOffset seen, int minutes, CancellationToken ct) =>
        ChangeAsync(actor, meeting, Verbs.Extend, m => m.Extend(seen, minutes), _ => [], ct, $"{minutes} min");

    public Task<Moved> ParkAsync(Actor actor, Meeting meeting, string topic, CancellationToken ct) =>
        ChangeAsync(actor, meeting, Verbs.Park, m => m.Park(topic, actor.By, actor.Now), m => posts.Upwards(actor, m), ct, topic);

    public Task<Moved> HereAsync(Actor actor, Meeting meeting, CancellationToken ct) =>
        ChangeAsync(actor, meeting, Verbs.Here, m => m.MarkHere(actor.By, actor.Now), _ => [], ct);

    public Task<Moved> HandOverAsync(Actor actor, Meeting meeting, PersonKey to, CancellationToken ct) =>
        ChangeAsync(actor, meeting, Verbs.Chair, m => m.HandOver(to), _ => [], ct, to.ObjectId);

    public async Task<Moved> ReviewAsync(Actor actor, Meeting meeting, string verb, string order, ReviewResult result, string? because, CancellationToken ct)
    {
        var listed = await orders.LoadAsync(meeting, ct);
        var seen = listed.FirstOrDefault(one => one.Order.Order == order)?.ToReviewed() ?? new ReviewedOrder(order, IsRed: false, HasDecision: false);
        var names = listed.Select(one => one.Order.Order).ToList();
        return await ChangeAsync(actor, meeting, verb, m => m.Review(seen, result, because, names, actor.By, actor.Now),
            m => [posts.OrderEdit(actor, m), .. posts.Upwards(actor, m)], ct, because is null ? order : $"{order}: {because}");
    }

    /// <param name="byPerson">False: it closes itself, and is unfinished.</param>
    public async Task<Moved> CloseAsync(Actor actor, Meeting meeting, bool byPerson, CancellationToken ct)
    {
        IReadOnlyList<string> incomplete = [];
        var next = await dates.NextAsync(plants.Get(meeting.Plant), actor.Now, ct);
        var result = await meetings.ChangeWithDecisionsAsync(meeting.Id, (m, made) =>
        {
            incomplete = [.. made.Where(decision => !decision.IsComplete && decision.IsOpen).Select(decision => decision.Name)];
            var outcome = m.Close(incomplete.Count, byPerson ? actor.By : null, actor.Now);
            return outcome != MeetingOutcome.Changed ? (outcome, new Effect())
                : (outcome, MeetingPosts.Effects(actor, Verbs.Close, m, byPerson ? null : "unfinished", byPerson) with { Messages = [MeetingPosts.AgendaEdit(actor, m), .. MeetingPosts.Minutes(actor, m, made)], NextMeeting = next });
        }, ct);
        return new(result.Outcome, result.Value ?? meeting, incomplete);
    }

    private async Task<Moved> MoveAsync(Actor actor, Meeting meeting, string verb, IReadOnlyList<OrderInMeeting> listed, Func<Meeting, MeetingOutcome> move, CancellationToken ct, string? detail = null)
    {
        var names = listed.Select(one => one.Order.Order).ToList();
        var moved = await ChangeAsync(actor, meeting, verb, m =>
        {
            var outcome = move(m);
            if (outcome == MeetingOutcome.Changed && AgendaTemplate.Find(m.Template).StepAt(m.Step).ByOrder) m.TakeUp(names, actor.Now);
            return outcome;
        }, m => posts.Step(actor, m), ct, detail);
        return moved.Outcome == MeetingOutcome.RedOrdersOpen ? moved with { Names = moved.Meeting.RedOpen(listed.Select(one => one.ToReviewed())) } : moved;
    }

    private async Task<Moved> ChangeAsync(
        Actor actor, Meeting meeting, string verb, Func<Meeting, MeetingOutcome> change, Func<Meeting, IEnumerable<NewMessage>> says, CancellationToken ct, string? detail = null)
    {
        var result = await meetings.ChangeAsync(meeting.Id, m =>
        {
            var outcome = change(m);
            return outcome == MeetingOutcome.Changed
                ? (outcome, MeetingPosts.Effects(actor, verb, m, detail) with { Messages = [MeetingPosts.AgendaEdit(actor, m), .. says(m)] })
                : (outcome, new Effect());
        }, ct);
        return new(result.Outcome, result.Value ?? meeting);
    }

    private async Task<IReadOnlyList<string>> NamesAsync(Meeting meeting, CancellationToken ct) => [.. (await orders.LoadAsync(meeting, ct)).Select(one => one.Order.Order)];

    private static int Steps(Meeting meeting) => AgendaTemplate.Find(meeting.Template).Steps.Count;
}
