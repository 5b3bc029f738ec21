using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Meetings;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Teams;
using SoeBot.Teams.Routing;

namespace SoeBot.Meetings;

/// <summary>The weekly meeting by typed line and by button.</summary>
internal sealed partial class MeetingSlice(RunMeeting run, MeetingStore meetings, OutboxStore outbox, MeetingCardSources cards, MeetingOccurrences occurrences, MeetingHints hints) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        cards.Register(registry.Cards);
        occurrences.Register(registry.Occurrences);
        registry.Hints.OnMeetings(hints.RunAsync);
        var commands = registry.Commands;
        commands.Add("meeting.start", StartLine(), "start", StartTypedAsync);
        commands.Add("meeting.next", NextLine(), "next", (turn, _, ct) => TypedAsync(turn, (actor, m) => run.NextAsync(actor, m, null, ct), ct));
        commands.Add("meeting.back", BackLine(), "back", (turn, _, ct) => TypedAsync(turn, (actor, m) => run.BackAsync(actor, m, null, ct), ct));
        commands.Add("meeting.park", ParkLine(), "park: new press for line 2", (turn, words, ct) =>
            TypedAsync(turn, (actor, m) => run.ParkAsync(actor, m, words.Groups["text"].Value, ct), ct, anyone: true));
        commands.Add("meeting.close", CloseLine(), "close", (turn, _, ct) => TypedAsync(turn, (actor, m) => run.CloseAsync(actor, m, ct), ct));
        commands.Add("meeting.agenda", AgendaLine(), "agenda", ShowAsync);
        var presses = registry.Presses;
        presses.On(Verbs.Start, StartPressedAsync);
        presses.On(Verbs.NotToday, (_, _) => Task.FromResult(PressAnswer.Show(SayCard.Draw("No meeting today. Type start when you want one."))));
        presses.On(Verbs.Next, (press, ct) => PressedAsync(press, (actor, m) => run.NextAsync(actor, m, press.Input.Whole("s"), ct), ct));
        presses.On(Verbs.Back, (press, ct) => PressedAsync(press, (actor, m) => run.BackAsync(actor, m, press.Input.Whole("s"), ct), ct));
        presses.On(Verbs.Close, (press, ct) => PressedAsync(press, (actor, m) => run.CloseAsync(actor, m, ct), ct));
        presses.On(Verbs.ParkForm, OfferParkAsync);
        presses.On(Verbs.Park, ParkAsync);
    }

    private async Task<Effect> StartTypedAsync(Turn turn, Match words, CancellationToken ct)
    {
        var actor = Of(turn);
        if (await run.RefusalAsync(actor, null, ct) is { } refused) return turn.Refuse(refused);
        var (meeting, already) = await run.StartAsync(actor, ct);
        if (!already) return Effect.None;
        var agenda = new CardRef(AgendaCard.Source, meeting.Id.ToString());
        return meeting.Conversation == turn.Conversation ? turn.Answer(agenda)
            : turn.Answer(agenda, SayCard.Of("The meeting was started in another conversation, and its cards are posted there. Type \"close\" to end it, then \"start\" here."));
    }

    private async Task<PressAnswer> StartPressedAsync(Press press, CancellationToken ct)
    {
        var actor = Of(press);
        if (await run.RefusalAsync(actor, null, ct) is { } refused) return PressAnswer.Say(refused);
        var (meeting, already) = await run.StartAsync(actor, ct);
        return already
            ? PressAnswer.Show(await cards.AgendaAsync(meeting, ct))
            : PressAnswer.Show(SayCard.Draw("The meeting is open. The agenda is below."));
    }

    private async Task<Effect> TypedAsync(Turn turn, Func<Actor, Meeting, Task<(MeetingOutcome Outcome, Meeting Meeting)>> act, CancellationToken ct, bool anyone = false)
    {
        if (await meetings.OpenAsync(turn.Plant, ct) is not { } meeting) return turn.Answer(SayCard.Of("No meeting is open. Type start to open one."));
        var actor = Of(turn);
        if (!anyone && await run.RefusalAsync(actor, meeting, ct) is { } refused) return turn.Refuse(refused);
        var (outcome, _) = await act(actor, meeting);
        return outcome == MeetingOutcome.Changed ? Effect.None : turn.Answer(SayCard.Of(Words(outcome)));
    }

    private async Task<PressAnswer> PressedAsync(Press press, Func<Actor, Meeting, Task<(MeetingOutcome Outcome, Meeting Meeting)>> act, CancellationToken ct)
    {
        if (await PressedOnAsync(press, ct) is not { } meeting) return PressAnswer.Say("This meeting is not known any more. Type start to open one.");
        var actor = Of(press);
        if (meeting.State == MeetingState.Open && await run.RefusalAsync(actor, meeting, ct) is { } refused) return PressAnswer.Say(refused);
        var (outcome, now) = await act(actor, meeting);
        return outcome is MeetingOutcome.AtTheEnd or MeetingOutcome.AtTheBeginning or MeetingOutcome.DecisionsIncomplete
            ? PressAnswer.Say(Words(outcome))
            : PressAnswer.Show(await cards.AgendaAsync(now, ct));
    }

    private async Task<PressAnswer> OfferParkAsync(Press press, CancellationToken ct)
    {
        if (await PressedOnAsync(press, ct) is not { State: MeetingState.Open } meeting) return PressAnswer.Say("No meeting is open. Type start to open one.");
        var form = press.ToConversation(new CardRef(MeetingCardSources.ParkForm, meeting.Id.ToString()), $"park:{press.ActivityId}", trackAs: $"park:{press.ActivityId}");
        await outbox.AddAsync(new Effect { Messages = [form] }, ct);
        return PressAnswer.Say("The form is below: write the topic.");
    }

    private async Task<PressAnswer> ParkAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Text("in_topic") is not { } topic) return PressAnswer.Say("Write the topic in a few words.");
        if (await PressedOnAsync(press, ct) is not { } meeting) return PressAnswer.Say("This meeting is not known any more.");
        var (outcome, _) = await run.ParkAsync(Of(press), meeting, topic.Cut(200), ct);
        return outcome == MeetingOutcome.Changed ? PressAnswer.Show(SayCard.Draw($"Parked for S&OP: {topic}")) : PressAnswer.Say(Words(outcome));
    }

    private async Task<Effect> ShowAsync(Turn turn, Match words, CancellationToken ct) =>
        await meetings.OpenAsync(turn.Plant, ct) is { } meeting
            // Live like the first one: whoever looks here sees the meeting move.
            ? turn.Answer() with { Messages = [turn.ToConversation(new CardRef(AgendaCard.Source, meeting.Id.ToString()), $"in:{turn.InboxId}:0", $"{MeetingCards.Agenda}:{meeting.Id}")] }
            : turn.Answer(new CardRef(MeetingCardSources.Ask, turn.Now.ToString("yyyy-MM-dd", null)));

    private async Task<Meeting?> PressedOnAsync(Press press, CancellationToken ct) =>
        press.Input.Guid("r") is { } id && await meetings.FindAsync(new MeetingId(id), ct) is { } meeting && meeting.Plant == press.Plant ? meeting : null;

    private static Actor Of(Turn turn) => new(turn.Plant, turn.By, turn.Tenant, turn.Conversation, $"in{turn.InboxId}", turn.InboxId, turn.Now);

    private static Actor Of(Press press) => new(press.Plant, press.By, press.Tenant, press.Conversation, press.ActivityId, null, press.Now);

    private static string Words(MeetingOutcome outcome) => outcome switch
    {
        MeetingOutcome.Changed => "Done.",
        MeetingOutcome.AlreadyMoved => "Somebody moved on already. The agenda above shows where the meeting is.",
        MeetingOutcome.AtTheEnd => "This is the last step. Type close to end the meeting.",
        MeetingOutcome.AtTheBeginning => "This is the first step.",
        MeetingOutcome.AlreadyClosed => "The meeting is closed already.",
        MeetingOutcome.DecisionsIncomplete => "A decision lacks an owner or a date. Complete it or drop it, then close.",
    };

    [GeneratedRegex(@"^\s*start(?:\s+(?:the\s+)?meeting)?\s*[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex StartLine();

    [GeneratedRegex(@"^\s*next(?:\s+step)?\s*[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex NextLine();

    [GeneratedRegex(@"^\s*(?:back|previous)(?:\s+step)?\s*[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex BackLine();

    [GeneratedRegex(@"^\s*park\s*:?\s+(?<text>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ParkLine();

    [GeneratedRegex(@"^\s*(?:close|end)(?:\s+(?:the\s+)?meeting)?\s*[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex CloseLine();

    [GeneratedRegex(@"^\s*agenda\s*\??\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex AgendaLine();
}
