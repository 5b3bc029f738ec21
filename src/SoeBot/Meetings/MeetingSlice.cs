using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Meetings;
using SoeBot.People;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Teams;

namespace SoeBot.Meetings;

/// <summary>Meetings by typed line; what their buttons do is in <see cref="MeetingPresses"/>.</summary>
internal sealed partial class MeetingSlice(
    RunMeeting run, MeetingRights rights, MeetingStore meetings, PersonFinder finder, MeetingCardSources cards, MeetingStepCards steps, MeetingPresses presses,
    MeetingOccurrences occurrences, MeetingHints hints, MoveMeeting move) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        cards.Register(registry.Cards);
        steps.Register(registry.Cards);
        occurrences.Register(registry);
        registry.Hints.OnMeetings(hints.RunAsync);
        presses.Register(registry.Presses);
        move.Register(registry);
        var commands = registry.Commands;
        commands.Add("meeting.start", StartLine(), "start", StartAsync);
        commands.Add("meeting.next", NextLine(), "next", (turn, _, ct) => ActAsync(turn, (actor, m) => run.NextAsync(actor, m, null, ct), ct));
        commands.Add("meeting.back", BackLine(), "back", (turn, _, ct) => ActAsync(turn, (actor, m) => run.BackAsync(actor, m, null, ct), ct));
        commands.Add("meeting.skip", SkipLine(), "skip: no data today", (turn, words, ct) => ActAsync(turn, (actor, m) => run.SkipAsync(actor, m, null, words.Groups["why"].Value, ct), ct));
        commands.Add("meeting.park", ParkLine(), "park: new press for line 2", (turn, words, ct) =>
            ActAsync(turn, (actor, m) => run.ParkAsync(actor, m, words.Groups["text"].Value.Cut(200), ct), ct, anyone: true));
        commands.Add("meeting.here", HereLine(), "I am here", (turn, _, ct) => ActAsync(turn, (actor, m) => run.HereAsync(actor, m, ct), ct, anyone: true));
        commands.Add("meeting.chair", ChairLine(), "chair @Petra", ChairAsync);
        commands.Add("meeting.close", CloseLine(), "close", (turn, _, ct) => ActAsync(turn, (actor, m) => run.CloseAsync(actor, m, byPerson: true, ct), ct));
        commands.Add("meeting.agenda", AgendaLine(), "agenda", ShowAsync);
    }

    private async Task<Effect> StartAsync(Turn turn, Match words, CancellationToken ct)
    {
        var actor = Of(turn);
        if (AgendaTemplates.Typed(words.Groups["which"].Value) is not { } template)
            return turn.Refuse($"I know these meetings: {string.Join(", ", AgendaTemplates.All.Where(one => !one.InChat).Select(one => one.Title))}.");
        if (await rights.RefusalAsync(turn.Plant, turn.By, null, "move the agenda", turn.Now, ct) is { } refused) return turn.Refuse(refused);
        var (meeting, already) = await run.StartAsync(actor, template, ct);
        if (!already) return Effect.None;
        var agenda = new CardRef(AgendaCard.Source, meeting.Id.ToString());
        return meeting.Conversation == turn.Conversation ? turn.Answer(agenda)
            : turn.Answer(agenda, SayCard.Of("The meeting was started in another conversation, and its cards are posted there. Type \"close\" to end it, then \"start\" here."));
    }

    private async Task<Effect> ChairAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (await meetings.OpenAsync(turn.Plant, ct) is not { } meeting) return turn.Answer(SayCard.Of("No meeting is open. Type start to open one."));
        if (await rights.RefusalAsync(turn.Plant, turn.By, meeting, "move the agenda", turn.Now, ct) is { } refused) return turn.Refuse(refused);
        if (await finder.NamedInAsync(turn, words.Groups["who"].Value, ct) is not { } person)
            return turn.Answer(SayCard.Of("I do not know whom you mean. Mention one person with @, who has written to me once."));
        var moved = await run.HandOverAsync(Of(turn), meeting, person.Key, ct);
        return moved.Outcome == MeetingOutcome.Changed ? Effect.None
            : turn.Answer(SayCard.Of(moved.Outcome == MeetingOutcome.SameAsBefore ? $"{person.Name} chairs it already." : MeetingTitles.Words(moved)));
    }

    private async Task<Effect> ActAsync(Turn turn, Func<Actor, Meeting, Task<Moved>> act, CancellationToken ct, bool anyone = false)
    {
        if (await meetings.OpenAsync(turn.Plant, ct) is not { } meeting) return turn.Answer(SayCard.Of("No meeting is open. Type start to open one."));
        if (!anyone && await rights.RefusalAsync(turn.Plant, turn.By, meeting, "move the agenda", turn.Now, ct) is { } refused) return turn.Refuse(refused);
        var moved = await act(Of(turn), meeting);
        return moved.Outcome == MeetingOutcome.Changed ? Effect.None : turn.Answer(SayCard.Of(MeetingTitles.Words(moved)));
    }

    private async Task<Effect> ShowAsync(Turn turn, Match words, CancellationToken ct) =>
        await meetings.OpenAsync(turn.Plant, ct) is { } meeting
            // Live like the first one: whoever looks here sees the meeting move.
            ? turn.Answer() with { Messages = [turn.ToConversation(new CardRef(AgendaCard.Source, meeting.Id.ToString()), $"in:{turn.InboxId}:0", $"{MeetingCards.Agenda}:{meeting.Id}")] }
            : turn.Answer(new CardRef(MeetingCardSources.Ask, turn.Now.ToString("yyyy-MM-dd", null)));

    private static Actor Of(Turn turn) => new(turn.Plant, turn.By, turn.Tenant, turn.Conversation, $"in{turn.InboxId}", turn.InboxId, turn.Now);

    [GeneratedRegex(@"^\s*start(?:\s+the)?(?:\s+(?!meeting\b)(?<which>daily(?:\s+check-?in)?|check-in|demand(?:\s+review)?|supply(?:\s+review)?|reconciliation|pre-?\s?s&op|executive(?:\s+meeting)?|commitments(?:\s+review)?|data\s+review))?(?:\s+meeting)?\s*[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex StartLine();

    [GeneratedRegex(@"^\s*next(?:\s+step)?\s*[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex NextLine();

    [GeneratedRegex(@"^\s*(?:back|previous)(?:\s+step)?\s*[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex BackLine();

    [GeneratedRegex(@"^\s*skip(?:\s+(?:this\s+)?step)?\s*[:,]?\s*(?:because\s+)?(?<why>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex SkipLine();

    [GeneratedRegex(@"^\s*park\s*:?\s+(?<text>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ParkLine();

    [GeneratedRegex(@"^\s*(?:i\s+am|i'm|im)\s+here\s*[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex HereLine();

    [GeneratedRegex(@"^\s*chair\s*:?\s+(?<who>@?\S.{0,80})$", RegexOptions.IgnoreCase)]
    private static partial Regex ChairLine();

    [GeneratedRegex(@"^\s*(?:close|end)(?:\s+(?:the\s+)?meeting)?\s*[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex CloseLine();

    [GeneratedRegex(@"^\s*agenda\s*\??\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex AgendaLine();
}
