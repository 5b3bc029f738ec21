using SoeBot.Cards;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Reminders;
using SoeBot.People;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plants;
using SoeBot.Teams;
using SoeBot.Teams.Routing;

namespace SoeBot.Meetings;

/// <summary>What the buttons of the meeting's cards do.</summary>
internal sealed class MeetingPresses(RunMeeting run, MeetingRights rights, MeetingStore meetings, OutboxStore outbox, MeetingCardSources cards, MeetingStepCards steps, PersonFinder finder)
{
    private const int ExtendBy = 15;

    public void Register(PressList presses)
    {
        presses.On(Verbs.Start, StartAsync);
        presses.On(Verbs.Later, LaterAsync);
        presses.On(Verbs.NotToday, NotTodayAsync);
        presses.On(Verbs.Here, (press, ct) => PressedAsync(press, (actor, m) => run.HereAsync(actor, m, ct), ct, anyone: true));
        presses.On(Verbs.Next, (press, ct) => PressedAsync(press, (actor, m) => run.NextAsync(actor, m, From(press), ct), ct));
        presses.On(Verbs.Back, (press, ct) => PressedAsync(press, (actor, m) => run.BackAsync(actor, m, From(press), ct), ct));
        presses.On(Verbs.MoreTime, (press, ct) => PressedAsync(press, (actor, m) => run.MoreTimeAsync(actor, m, From(press), ct), ct));
        presses.On(Verbs.Skip, (press, ct) => PressedAsync(press, (actor, m) => run.SkipAsync(actor, m, From(press), Why(press), ct), ct, said: "Skipped."));
        presses.On(Verbs.Close, (press, ct) => PressedAsync(press, (actor, m) => run.CloseAsync(actor, m, byPerson: true, ct), ct));
        presses.On(Verbs.Extend, (press, ct) => PressedAsync(press, (actor, m) => run.ExtendAsync(actor, m, End(press), ExtendBy, ct), ct, said: $"{ExtendBy} minutes more."));
        presses.On(Verbs.ToChat, (press, ct) => PressedAsync(press, (actor, m) => run.GoToTheEndAsync(actor, m, From(press), StepEnd.MovedToChat, null, ct), ct, said: "The open steps go on in the channel. Here comes the read-back."));
        presses.On(Verbs.SkipRest, (press, ct) => Why(press) is null ? AskWhyAsync(press, Verbs.SkipRest, "", ct)
            : PressedAsync(press, (actor, m) => run.GoToTheEndAsync(actor, m, From(press), StepEnd.Skipped, Why(press), ct), ct, said: "Skipped. Here comes the read-back."));
        presses.On(Verbs.SkipForm, (press, ct) => AskWhyAsync(press, Verbs.Skip, "", ct));
        presses.On(Verbs.ParkForm, (press, ct) => OfferAsync(press, m => new CardRef(MeetingCardSources.ParkForm, m.Id.ToString()), "The form is below: write the topic.", anyone: true, ct));
        presses.On(Verbs.Park, ParkAsync);
        presses.On(Verbs.ChairForm, (press, ct) => OfferAsync(press, m => new CardRef(MeetingCardSources.Chair, m.Id.ToString()), "The form is below: choose who takes the chair.", anyone: false, ct));
        presses.On(Verbs.Chair, ChairAsync);
        foreach (var (verb, result) in ((string, ReviewResult)[])[(Verbs.Decided, ReviewResult.Decided), (Verbs.Watch, ReviewResult.Watched), (Verbs.Escalate, ReviewResult.Escalated), (Verbs.Done, ReviewResult.Done)])
            presses.On(verb, (press, ct) => ReviewAsync(press, verb, result, ct));
    }

    private async Task<PressAnswer> StartAsync(Press press, CancellationToken ct)
    {
        if (await rights.RefusalAsync(press.Plant, press.By, null, "move the agenda", press.Now, ct) is { } refused) return PressAnswer.Say(refused);
        var (meeting, already) = await run.StartAsync(Of(press), AgendaTemplate.Weekly, ct);
        return PressAnswer.Show(already ? await cards.AgendaAsync(meeting, ct) : SayCard.Draw("The meeting is open. The agenda is below."));
    }

    private async Task<PressAnswer> LaterAsync(Press press, CancellationToken ct)
    {
        if (await rights.RefusalAsync(press.Plant, press.By, null, "move the agenda", press.Now, ct) is { } refused) return PressAnswer.Say(refused);
        var again = press.Now.AddMinutes(10);
        await outbox.AddAsync(new Effect
        {
            Audit = [new AuditLine(press.Plant, press.Now, press.By, Verbs.Later, press.Input.Text("r")?.Cut(10) ?? "")],
            Occurrences = [new Occurrence(press.Plant, MeetingOccurrences.AskAgain, $"{press.Conversation.Split(';')[0]}@{again:yyyyMMddHHmm}", again)],
        }, ct);
        return PressAnswer.Show(SayCard.Draw("I ask again in 10 minutes. Type start to begin before."));
    }

    private async Task<PressAnswer> NotTodayAsync(Press press, CancellationToken ct)
    {
        if (await rights.RefusalAsync(press.Plant, press.By, null, "move the agenda", press.Now, ct) is { } refused) return PressAnswer.Say(refused);
        var day = press.Input.Text("r")?.Cut(10) ?? "";
        await outbox.AddAsync(new Effect
        {
            Audit = [new AuditLine(press.Plant, press.Now, press.By, Verbs.NotToday, day)],
            Notes = [new PlantNote(press.Plant, MeetingOccurrences.NotTodayNote, day)],
        }, ct);
        return PressAnswer.Show(SayCard.Draw("No meeting today. Type start when you want one."));
    }

    /// <param name="said">For a press on a form: it becomes this line, since the agenda is drawn anew anyway.</param>
    private async Task<PressAnswer> PressedAsync(Press press, Func<Actor, Meeting, Task<Moved>> act, CancellationToken ct, bool anyone = false, string? said = null)
    {
        if (await PressedOnAsync(press, ct) is not { } meeting) return PressAnswer.Say("This meeting is not known any more. Type start to open one.");
        if (!anyone && meeting.State == MeetingState.Open && await rights.RefusalAsync(press.Plant, press.By, meeting, "move the agenda", press.Now, ct) is { } refused) return PressAnswer.Say(refused);
        var moved = await act(Of(press), meeting);
        return moved.Outcome switch
        {
            MeetingOutcome.AtTheEnd or MeetingOutcome.AtTheBeginning or MeetingOutcome.DecisionsIncomplete or MeetingOutcome.RedOrdersOpen or MeetingOutcome.ReasonNeeded => PressAnswer.Say(MeetingTitles.Words(moved)),
            MeetingOutcome.Changed when said is not null => PressAnswer.Show(SayCard.Draw(said)),
            MeetingOutcome.Changed or MeetingOutcome.SameAsBefore or MeetingOutcome.AlreadyMoved or MeetingOutcome.AlreadyClosed => PressAnswer.Show(await cards.AgendaAsync(moved.Meeting, ct)),
        };
    }

    private async Task<PressAnswer> ReviewAsync(Press press, string verb, ReviewResult result, CancellationToken ct)
    {
        if (press.Input.Text("order") is not { } order || await PressedOnAsync(press, ct) is not { } meeting) return PressAnswer.Say("This meeting is not known any more. Type start to open one.");
        if (meeting.State == MeetingState.Open && await rights.RefusalAsync(press.Plant, press.By, meeting, "move the agenda", press.Now, ct) is { } refused) return PressAnswer.Say(refused);
        var moved = await run.ReviewAsync(Of(press), meeting, verb, order, result, Why(press), ct);
        if (moved.Outcome == MeetingOutcome.ReasonNeeded && result == ReviewResult.Decided) return PressAnswer.Say($"Nothing was decided about {order} yet.");
        if (moved.Outcome == MeetingOutcome.ReasonNeeded) return await AskWhyAsync(press, verb, order, ct);
        // The form with the reason becomes a line; the card of the order shows the next one.
        return PressAnswer.Show(moved.Outcome == MeetingOutcome.Changed && Why(press) is { } why ? SayCard.Draw($"{order}: {why}")
            : await steps.OrderAsync(moved.Meeting, ct));
    }

    private async Task<PressAnswer> ChairAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Text("in_chair") is not { } picked || await finder.PickedAsync(press, picked, ct) is not { } person) return PressAnswer.Say("Choose one person who is in this conversation.");
        return await PressedAsync(press, (actor, m) => run.HandOverAsync(actor, m, person.Key, ct), ct, said: $"{person.Name} chairs the meeting.");
    }

    private async Task<PressAnswer> ParkAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Text("in_topic") is not { } topic) return PressAnswer.Say("Write the topic in a few words.");
        return await PressedAsync(press, (actor, m) => run.ParkAsync(actor, m, topic.Cut(200), ct), ct, anyone: true, said: $"Parked for S&OP: {topic.Cut(200)}");
    }

    private Task<PressAnswer> AskWhyAsync(Press press, string verb, string subject, CancellationToken ct) =>
        OfferAsync(press, m => new CardRef(MeetingCardSources.Why, $"{m.Id}|{verb}|{subject}"), "The form is below: write the reason.", anyone: false, ct);

    private async Task<PressAnswer> OfferAsync(Press press, Func<Meeting, CardRef> form, string words, bool anyone, CancellationToken ct)
    {
        if (await PressedOnAsync(press, ct) is not { State: MeetingState.Open } meeting) return PressAnswer.Say("No meeting is open. Type start to open one.");
        if (!anyone && await rights.RefusalAsync(press.Plant, press.By, meeting, "move the agenda", press.Now, ct) is { } refused) return PressAnswer.Say(refused);
        var key = $"form:{press.ActivityId}";
        await outbox.AddAsync(new Effect { Messages = [press.ToConversation(form(meeting), key, trackAs: key)] }, ct);
        return PressAnswer.Say(words);
    }

    private async Task<Meeting?> PressedOnAsync(Press press, CancellationToken ct) =>
        press.Input.Guid("r") is { } id && await meetings.FindAsync(new MeetingId(id), ct) is { } meeting && meeting.Plant == press.Plant ? meeting : null;

    /// <summary>As text on the wire, where a number 0 is left out. A card that does not say its step was made up, and moves nothing.</summary>
    private static int From(Press press) => press.Input.Whole("s") ?? -1;

    private static DateTimeOffset End(Press press) => long.TryParse(press.Input.Text("e"), out var ticks) && ticks is > 0 and < 3_000_000_000_000_000_000 ? new(ticks, TimeSpan.Zero) : default;

    private static string? Why(Press press) => press.Input.Text("in_why")?.Cut(300);

    private static Actor Of(Press press) => new(press.Plant, press.By, press.Tenant, press.Conversation, press.ActivityId, null, press.Now);
}
