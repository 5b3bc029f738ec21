using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Meetings;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>The typed answers: "done D-41 quote in", "D-41 to Mon, supplier slow", "not mine D-41", "D-41".</summary>
internal sealed partial class DecisionCommands(DecisionStore decisions, MeetingStore meetings, PlantProfiles plants, Rights rights, DecisionCards cards)
{
    public void Register(CommandList commands)
    {
        commands.Add("decision.done", DoneLine(), "done D-41 quote is in", (turn, words, ct) =>
            ChangeAsync(turn, words, (d, calendar, note) => d.Done(turn.By, note, calendar, turn.Now), ct));
        commands.Add("decision.refuse", NotMineLine(), "not mine D-41", (turn, words, ct) => ShowAsync(turn, words, DecisionForms.Refuse, ct));
        commands.Add("decision.redate", RedateLine(), "D-41 to Mon, supplier slow", RedateAsync);
        commands.Add("decision.show", BareLine(), "D-41", (turn, words, ct) => ShowAsync(turn, words, DecisionCard.Chase, ct));
    }

    private async Task<Effect> RedateAsync(Turn turn, Match words, CancellationToken ct)
    {
        var plant = plants.Get(turn.Plant);
        var today = plant.Calendar.DayOf(turn.Now);
        var rest = words.Groups["rest"].Value;
        if (DayReading.In("to " + rest, today, plant.Calendar) is not { } due) return await ShowAsync(turn, words, DecisionForms.Redate, ct);
        var why = ("to " + rest).Replace(due.Text, " ", StringComparison.Ordinal).Trim(' ', ',', '.', ':', ';', '-');
        if (why.StartsWith("because ", StringComparison.OrdinalIgnoreCase)) why = why[8..];
        var lead = await rights.HasAsync(turn.Plant, turn.By, Role.Lead, ct);
        return await ChangeAsync(turn, words, (d, calendar, _) => d.Redate(due.Day, turn.By, lead, why, calendar, turn.Now), ct);
    }

    private async Task<Effect> ChangeAsync(Turn turn, Match words, Func<Decision, PlantCalendar, string?, DecisionOutcome> change, CancellationToken ct)
    {
        var number = NumberOf(words);
        var plant = plants.Get(turn.Plant);
        if (await decisions.FindAsync(turn.Plant, number, ct) is not { } found) return turn.Answer(SayCard.Of($"There is no D-{number}. Type my to see yours."));
        var note = words.Groups["rest"].Value.Trim(' ', ',', '.', ':') is { Length: > 0 } rest ? rest : null;
        var meeting = await meetings.OpenAsync(turn.Plant, ct);
        var result = await decisions.ChangeAsync(found.Id, decision =>
        {
            var outcome = change(decision, plant.Calendar, note);
            if (outcome != DecisionOutcome.Changed) return (outcome, Effect.None);
            var answer = turn.Answer(new CardRef(DecisionCard.Receipt, $"{number}"));
            var changed = DecisionEffects.Changed(turn.Origin, plant, decision, "decision.typed", meeting, turn.Text);
            return (outcome, changed with { InboxDone = answer.InboxDone, Messages = [.. answer.Messages, .. changed.Messages] });
        }, ct);
        return result.Outcome switch
        {
            DecisionOutcome.Changed => Effect.None,
            DecisionOutcome.SameAsBefore or DecisionOutcome.AlreadyClosed => turn.Answer(new CardRef(DecisionCard.Receipt, $"{number}")),
            var refused => turn.Refuse(await cards.RefusalAsync(refused, result.Value!, turn.Plant, ct)),
        };
    }

    private async Task<Effect> ShowAsync(Turn turn, Match words, string source, CancellationToken ct)
    {
        var number = NumberOf(words);
        return await decisions.FindAsync(turn.Plant, number, ct) is null
            ? turn.Answer(SayCard.Of($"There is no D-{number}. Type my to see yours."))
            : turn.Answer(new CardRef(source, $"{number}"));
    }

    private static int NumberOf(Match words) => int.TryParse(words.Groups["n"].Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^\s*(?:done|hecho|erledigt|fait|zrobione)\b[\s:]*d-?(?<n>\d{1,6})\b(?<rest>.*)$|^\s*d-?(?<n>\d{1,6})\s+(?:is\s+)?done\b(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex DoneLine();

    [GeneratedRegex(@"^\s*not\s+(?:mine|me)\b[\s:,]*d-?(?<n>\d{1,6})\b|^\s*d-?(?<n>\d{1,6})[\s,:]+(?:is\s+)?not\s+(?:mine|me)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotMineLine();

    [GeneratedRegex(@"^\s*(?:move\s+)?d-?(?<n>\d{1,6})\s+(?:to|until|on)\s+(?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex RedateLine();

    [GeneratedRegex(@"^\s*d-(?<n>\d{1,6})\s*\??\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex BareLine();
}
