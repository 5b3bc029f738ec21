using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.HandOver;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.HandOver;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.HandOver;

/// <summary>Typed "handovers" and "replay C-8 ERP", and the button: for administrators alone. Who is refused is written down too.</summary>
internal sealed partial class HandOverSlice(HandOverStore store, OutboxStore outbox, Rights rights, PersonFinder finder, PlantProfiles plants, TimeProvider time, HandOverTurns turns) : ISlice
{
    public const string Replay = "handover.replay";
    private const int Listed = 20;

    public void Register(SliceRegistry registry)
    {
        registry.Commands.Add("handover.list", ListLine(), "handovers", ListAsync);
        registry.Commands.Add(Replay, ReplayLine(), "replay C-8 ERP", ReplayLineAsync);
        registry.Cards.Add(HandOverCard.List, async (request, ct) => await DrawAsync(plants.Get(request.Plant), ct));
        registry.Cards.Add(HandOverCard.Help, (request, ct) => DrawOneAsync(request, mayReplay: true, ct));
        registry.Cards.Add(HandOverCard.Told, (request, ct) => DrawOneAsync(request, mayReplay: false, ct));
        registry.Presses.On(Replay, PressedAsync);
    }

    private async Task<Effect> ListAsync(Turn turn, Match words, CancellationToken ct) =>
        await RefusalAsync(turn.Origin, ct) is { } refused ? turn.Refuse(refused) : turn.Answer(new CardRef(HandOverCard.List, ""));

    private async Task<Effect> ReplayLineAsync(Turn turn, Match words, CancellationToken ct)
    {
        var (number, receiver) = (int.TryParse(words.Groups["n"].Value, CultureInfo.InvariantCulture, out var read) ? read : 0, words.Groups["to"].Value);
        if (await RefusalAsync(turn.Origin, ct) is { } refused) return turn.Refuse(refused) with { Audit = [Refused(turn.Origin, $"C-{number}", receiver)] };
        await ReplayAsync(turn.Origin, number, receiver, (outcome, one) => turn.Answer(SayCard.Of(Words(outcome, number, one?.Receiver ?? receiver))), ct);
        return Effect.None;
    }

    private async Task<PressAnswer> PressedAsync(Press press, CancellationToken ct)
    {
        if ((press.Input.Text("in_which") ?? press.Input.Text("r"))?.Split(':') is not [var digits, { Length: > 0 and <= 40 } receiver]
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return PressAnswer.Say("Choose one of them first.");
        if (await RefusalAsync(press.Origin, ct) is { } refused)
        {
            await outbox.AddAsync(new Effect { Audit = [Refused(press.Origin, $"C-{number}", receiver)] }, ct);
            return PressAnswer.Say(refused);
        }
        var outcome = await ReplayAsync(press.Origin, number, receiver, (_, _) => Effect.None, ct);
        if (outcome is not (ReplayOutcome.Replayed or ReplayOutcome.Waits)) return PressAnswer.Say(Words(outcome, number, receiver));
        var plant = plants.Get(press.Plant);
        return press.Input.Text("in_which") is not null ? PressAnswer.Show(await DrawAsync(plant, ct))
            : await FindAsync(press.Plant, $"{number}:{receiver}", ct) is { } one ? PressAnswer.Show(HandOverCard.DrawHelp(plant, one, mayReplay: true, time.GetUtcNow()))
            : PressAnswer.Say(Words(outcome, number, receiver));
    }

    private async Task<ReplayOutcome> ReplayAsync(Origin origin, int number, string receiver, Func<ReplayOutcome, ChangeHandOver?, Effect> also, CancellationToken ct)
    {
        var outcome = await store.ReplayAsync(origin.Plant, number, receiver, time.GetUtcNow(), (outcome, one) =>
        {
            var effect = also(outcome, one);
            return one is null || outcome == ReplayOutcome.Waits ? effect : effect with
            {
                Audit = [new AuditLine(origin.Plant, origin.Now, origin.By, Replay, one.Name, $"{one.Receiver}: {outcome}")],
                Messages = [.. effect.Messages, .. outcome == ReplayOutcome.Replayed ? HandOverNews.Edits(one) : []],
            };
        }, ct);
        turns.Wake.Pulse();
        return outcome;
    }

    private static AuditLine Refused(Origin origin, string about, string receiver) =>
        new(origin.Plant, origin.Now, origin.By, Replay, about, $"refused: no administrator, {DataLine.Short(receiver, 40)}");

    private static string Words(ReplayOutcome outcome, int number, string receiver)
    {
        var to = DataLine.Short(receiver, 20);
        return outcome switch
        {
            ReplayOutcome.Replayed => $"C-{number} is handed to {to} once more. Type handovers to see what comes of it.",
            ReplayOutcome.Waits => $"C-{number} waits for {to} already.",
            ReplayOutcome.Accepted => $"{to} has C-{number}. Nothing is sent twice.",
            ReplayOutcome.Overtaken => $"{to} was told of a later change of the same order: C-{number} would undo it. Ask for a new change instead.",
            ReplayOutcome.Unknown => $"C-{number} is not handed to {to}. Type handovers to see what is.",
        };
    }

    private async Task<string?> RefusalAsync(Origin origin, CancellationToken ct) => await rights.HasAsync(origin.Plant, origin.By, Role.Administrator, ct)
        ? null : $"Hand-overs are looked after by {string.Join(" or ", await finder.NamesAsync(origin.Plant, Role.Administrator, ct))}.";

    private async Task<Card> DrawAsync(PlantProfile plant, CancellationToken ct) =>
        HandOverCard.DrawList(plant, await store.ListAsync(plant.Id, Listed, ct), await store.CountsAsync(plant.Id, ct), time.GetUtcNow());

    private async Task<Card?> DrawOneAsync(CardRequest request, bool mayReplay, CancellationToken ct) =>
        await FindAsync(request.Plant, request.About, ct) is { } one ? HandOverCard.DrawHelp(plants.Get(request.Plant), one, mayReplay, time.GetUtcNow()) : null;

    private async Task<ChangeHandOver?> FindAsync(Domain.Plan.PlantId plant, string about, CancellationToken ct) =>
        about.Split(':') is [var digits, var receiver] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await store.FindAsync(plant, number, receiver, ct) : null;

    [GeneratedRegex(@"^\s*hand[\s-]?overs?\s*[?.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ListLine();

    [GeneratedRegex(@"^\s*replay\s+c-?(?<n>\d{1,6})\s+(?:(?:to|for)\s+)?(?<to>[\w-]{1,40})\s*[.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ReplayLine();
}
