using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>The typed answers: "done D-41 quote in", "D-41 to Mon, supplier slow", "not mine D-41: Ravi buys frames", "I take D-41", "missed D-41 no answer", "D-41".</summary>
internal sealed partial class DecisionCommands(
    DecisionStore decisions, MeetingStore meetings, PlantProfiles plants, PersonFinder people, Rights rights, StandIns standIns, TypedDates dates, DecisionCards cards)
{
    private sealed record Change(Func<Decision, DecisionOutcome> Apply)
    {
        public bool TellOwner { get; init; }
        public Func<Decision, IReadOnlyList<NewMessage>> Say { get; init; } = _ => [];
    }

    public void Register(CommandList commands)
    {
        commands.Add("decision.done", DoneLine(), "done D-41 quote is in", async (turn, words, ct) =>
        {
            var acts = await ActsAsync(turn, words, ct);
            return await ChangeAsync(turn, words, new(d => d.Done(turn.By, Rest(words), plants.Get(turn.Plant).Calendar, turn.Now, acts)), ct);
        });
        commands.Add("decision.take", TakeLine(), "I take D-41", async (turn, words, ct) =>
        {
            var acts = await ActsAsync(turn, words, ct);
            return await ChangeAsync(turn, words, new(d => d.Take(turn.By, turn.Now, acts)), ct);
        });
        commands.Add("decision.miss", MissedLine(), "missed D-41 supplier did not answer", async (turn, words, ct) =>
        {
            var acts = await ActsAsync(turn, words, ct);
            return await ChangeAsync(turn, words, new(d => d.Miss(turn.By, Rest(words), turn.Now, acts)), ct);
        });
        commands.Add("decision.refuse", NotMineLine(), "not mine D-41: Ravi buys frames", RefuseAsync);
        commands.Add("decision.redate", RedateLine(), "D-41 to Mon, supplier slow", dates.Read(RedateLine(), RedateAsync));
        commands.Add("decision.show", BareLine(), "D-41", (turn, words, ct) => ShowAsync(turn, words, DecisionCard.Chase, ct));
    }

    private async Task<Effect> RedateAsync(Turn turn, Match words, CancellationToken ct)
    {
        var calendar = plants.Get(turn.Plant).Calendar;
        var today = calendar.DayOf(turn.Now);
        var rest = words.Groups["rest"].Value;
        if (DayReading.In("to " + rest, today, calendar) is not { } due) return await ShowAsync(turn, words, DecisionForms.Redate, ct);
        var why = ("to " + rest).Replace(due.Text, " ", StringComparison.Ordinal).Trim(' ', ',', '.', ':', ';', '-');
        if (why.StartsWith("because ", StringComparison.OrdinalIgnoreCase)) why = why[8..];
        var (day, past) = TypedDue.Of(due, turn.Now, calendar);
        if (past is not null) return turn.Answer(SayCard.Of($"{past}\nType D-{NumberOf(words)} to {DayWords.Of(day, today)}, {(why.Length > 0 ? why : "and why")}."));
        var lead = await rights.ActsAsAsync(turn.Plant, turn.By, Role.Lead, today, ct);
        var acts = await ActsAsync(turn, words, ct);
        var leads = await rights.ActingAsync(turn.Plant, Role.Lead, today, ct);
        return await ChangeAsync(turn, words, new(d => d.Redate(day, turn.By, lead, why, calendar, turn.Now, acts)) { Say = d => AnswerDecision.ThirdDate(d, leads) }, ct);
    }

    private async Task<Effect> RefuseAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (Rest(words) is not { } why) return await ShowAsync(turn, words, DecisionForms.Refuse, ct);
        var other = await people.NamedInAsync(turn, why, ct);
        if (other is null || other.Key == turn.By) return await ChangeAsync(turn, words, new(d => d.Refuse(turn.By, why, turn.Now)) { Say = AnswerDecision.WhoThen }, ct);
        var lead = await rights.ActsAsAsync(turn.Plant, turn.By, Role.Lead, plants.Get(turn.Plant).Calendar.DayOf(turn.Now), ct);
        return await ChangeAsync(turn, words, new(d => turn.By != d.Owner && turn.By != d.DecidedBy && !lead ? DecisionOutcome.NotYours : d.GiveTo(other.Key, turn.By, why, turn.Now)) { TellOwner = true }, ct);
    }

    private async Task<Effect> ChangeAsync(Turn turn, Match words, Change change, CancellationToken ct)
    {
        var number = NumberOf(words);
        var plant = plants.Get(turn.Plant);
        if (await decisions.FindAsync(turn.Plant, number, ct) is not { } found) return turn.Answer(SayCard.Of($"There is no D-{number}. Type my to see yours."));
        var meeting = await meetings.OpenAsync(turn.Plant, ct);
        var result = await decisions.ChangeAsync(found.Id, decision =>
        {
            var outcome = change.Apply(decision);
            if (outcome is not (DecisionOutcome.Changed or DecisionOutcome.LeadAsked)) return (outcome, Effect.None);
            var answer = turn.Answer(new CardRef(DecisionCard.Receipt, $"{number}"));
            var changed = DecisionEffects.Changed(turn.Origin, plant, decision, "decision.typed", meeting, turn.Text);
            NewMessage[] told = change.TellOwner && decision.Owner != turn.By ? [DecisionEffects.ToOwner(plant, decision, "recorded", MessageKind.Record)] : [];
            return (outcome, changed with { InboxDone = answer.InboxDone, Messages = [.. answer.Messages, .. changed.Messages, .. told, .. change.Say(decision)] });
        }, ct);
        return result.Outcome switch
        {
            DecisionOutcome.Changed or DecisionOutcome.LeadAsked => Effect.None,
            DecisionOutcome.SameAsBefore or DecisionOutcome.AlreadyClosed => turn.Answer(new CardRef(DecisionCard.Receipt, $"{number}")),
            var refused => turn.Refuse(await cards.RefusalAsync(refused, result.Value!, turn.Plant, ct)),
        };
    }

    private async Task<bool> ActsAsync(Turn turn, Match words, CancellationToken ct) =>
        await decisions.FindAsync(turn.Plant, NumberOf(words), ct) is { Owner: { } owner } && owner != turn.By
        && (await standIns.ForAsync(turn.Plant, owner, plants.Get(turn.Plant).Calendar.DayOf(turn.Now), ct)).Person == turn.By;

    private async Task<Effect> ShowAsync(Turn turn, Match words, string source, CancellationToken ct)
    {
        var number = NumberOf(words);
        return await decisions.FindAsync(turn.Plant, number, ct) is null
            ? turn.Answer(SayCard.Of($"There is no D-{number}. Type my to see yours."))
            : turn.Answer(new CardRef(source, $"{number}"));
    }

    private static string? Rest(Match words) => words.Groups["rest"].Value.Trim(' ', ',', '.', ':', '-') is { Length: > 0 } rest ? rest : null;

    private static int NumberOf(Match words) => int.TryParse(words.Groups["n"].Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^\s*(?:done|hecho|erledigt|fait|zrobione)\b[\s:]*d-?(?<n>\d{1,6})\b(?<rest>.*)$|^\s*d-?(?<n>\d{1,6})\s+(?:is\s+)?done\b(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex DoneLine();

    [GeneratedRegex(@"^\s*(?:i\s+(?:will\s+)?)?take\s+d-?(?<n>\d{1,6})\s*[.!]?\s*$|^\s*d-?(?<n>\d{1,6})\s+(?:is\s+mine|i\s+take\s+it|mine)\s*[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex TakeLine();

    [GeneratedRegex(@"^\s*missed\s+d-?(?<n>\d{1,6})\b(?<rest>.*)$|^\s*d-?(?<n>\d{1,6})\s+(?:was\s+|is\s+)?missed\b(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex MissedLine();

    [GeneratedRegex(@"^\s*not\s+(?:mine|me)\b[\s:,]*d-?(?<n>\d{1,6})\b(?<rest>.*)$|^\s*d-?(?<n>\d{1,6})[\s,:]+(?:is\s+)?not\s+(?:mine|me)\b(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex NotMineLine();

    [GeneratedRegex(@"^\s*(?:move\s+)?d-?(?<n>\d{1,6})\s+(?:to|until|on)\s+(?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex RedateLine();

    [GeneratedRegex(@"^\s*d-(?<n>\d{1,6})\s*\??\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex BareLine();
}
