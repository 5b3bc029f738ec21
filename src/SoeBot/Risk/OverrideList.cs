using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Risks;
using SoeBot.Teams;
using SoeBot.Teams.Routing;

namespace SoeBot.Risk;

/// <summary>Planning or the lead puts an order on the list or takes it off, with a reason that everybody reads, or lets the ranking decide again.</summary>
internal sealed class OverrideList(AtRiskStore risks, PeopleStore people, Rights rights, PlantProfiles plants, RiskCards cards)
{
    private const int MostReason = 200;
    private static readonly Role[] May = [Role.Planning, Role.Lead];

    /// <param name="Refused">Why not, in words; null when it is done.</param>
    internal sealed record Decided(string? Refused, bool Changed);

    public async Task<PressAnswer> PressAsync(Press press, RiskOverride what, string verb, CardSources sources, CancellationToken ct)
    {
        if (press.Input.Text("r") is not { } order || await cards.FindAsync(press.Plant, order, ct) is not { } known) return PressAnswer.Say("This order is not in the plan any more.");
        var change = new RiskChange(plants.Get(press.Plant), press.By, press.Tenant, press.Conversation, press.Now, known.Version.Number);
        var decided = await DecideAsync(change, known, what, press.Input.Text("in_reason"), verb, Effect.None, ct);
        return decided.Refused is { } words ? PressAnswer.Say(words)
            : await sources.DrawAsync(press.Plant, new CardRef("order", order), ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say("Done.");
    }

    /// <param name="with">What is committed together with it, for a typed line; not when it is refused.</param>
    public async Task<Decided> DecideAsync(RiskChange change, RiskCards.Known known, RiskOverride what, string? reason, string verb, Effect with, CancellationToken ct)
    {
        if (!(await Task.WhenAll(May.Select(role => rights.HasAsync(change.Plant.Id, change.By, role, ct)))).Any(has => has)) return new(await WhoMayAsync(change.Plant.Id, ct), false);
        if (what == RiskOverride.On && known.Order.OpenQuantity == 0) return new($"Nothing of {known.Order.Order} is open.", false);
        var words = reason?.Trim().Cut(MostReason);
        var result = await risks.ChangeAsync<AtRiskOutcome>(change.Plant.Id, known.Order.Order, said =>
        {
            var outcome = said.Decide(what, words, change.By, change.Now, known.Version.Number);
            if (outcome != AtRiskOutcome.Changed) return (outcome, outcome == AtRiskOutcome.SameAsBefore ? with : Effect.None);
            var effect = RiskEffects.Of(change, said, verb, words, null);
            return (outcome, with with { Audit = effect.Audit, Messages = [.. with.Messages, .. effect.Messages] });
        }, ct);
        return result.Outcome == AtRiskOutcome.ReasonNeeded ? new("Say why: everybody reads it on the list.", false) : new(null, result.Outcome == AtRiskOutcome.Changed);
    }

    private async Task<string> WhoMayAsync(PlantId plant, CancellationToken ct)
    {
        var holders = (await rights.AllAsync(plant, ct)).Where(holder => May.Contains(holder.Role)).Select(holder => holder.Person).Distinct().ToList();
        var names = (await people.NamesAsync(holders, ct)).Values.Select(person => person.Name).Where(name => name.Length > 0).Order().ToList();
        return $"Planning or the lead put orders on the list or take them off{(names.Count > 0 ? $": {string.Join(" or ", names)}" : "; nobody holds these roles yet")}.";
    }
}
