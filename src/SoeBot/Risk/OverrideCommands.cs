using System.Text.RegularExpressions;
using SoeBot.Commands;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;

namespace SoeBot.Risk;

/// <summary>"put 63216 on the list: customer's line stops", "take 63216 off the list: agreed with the customer", "63216 back to the ranking".</summary>
internal sealed class OverrideCommands(RiskCommands lines, OverrideList list, PlantProfiles plants)
{
    public void Register(CommandList commands)
    {
        commands.Add("top-ten.put-on", RiskLines.PutOn(), "put 63216 on the list: customer's line stops", (turn, words, ct) => DecideAsync(turn, words, RiskOverride.On, RiskVerbs.PutOn, ct));
        commands.Add("top-ten.take-off", RiskLines.TakeOff(), "take 63216 off the list: agreed with the customer", (turn, words, ct) => DecideAsync(turn, words, RiskOverride.Off, RiskVerbs.TakeOff, ct));
        commands.Add("top-ten.rank", RiskLines.Rank(), "63216 back to the ranking", (turn, words, ct) => DecideAsync(turn, words, RiskOverride.None, RiskVerbs.Rank, ct));
    }

    private async Task<Effect> DecideAsync(Turn turn, Match words, RiskOverride what, string verb, CancellationToken ct)
    {
        if (await lines.FindAsync(turn, words, ct) is not { } known) return RiskCommands.Unknown(turn, words);
        var change = new RiskChange(plants.Get(turn.Plant), turn.By, turn.Tenant, turn.Conversation, turn.Now, known.Version.Number);
        var answer = turn.Answer(new CardRef("order", known.Order.Order));
        var decided = await list.DecideAsync(change, known, what, words.Groups["why"].Value, verb, answer, ct);
        return decided.Refused is { } refused ? turn.Refuse(refused) : Effect.None;
    }
}
