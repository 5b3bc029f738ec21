using SoeBot.Domain.People;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Plans;
using SoeBot.Store.Risks;

namespace SoeBot.Week;

/// <param name="Said">What people said of it; null when nobody has yet.</param>
/// <param name="Asked">The owner, or who is asked to take it; null when nobody holds the role.</param>
internal sealed record AskedOrder(RankedOrder Order, AtRiskOrder? Said, PersonKey? Asked)
{
    public bool IsAnswered => Said is { Status: not RiskStatus.Unanswered };
}

/// <summary>The top ten with whom to ask about each: its owner, else the function that can do something about the cause.</summary>
internal sealed class RiskOwners(PlanStore plans, AtRiskStore risks, Rights rights)
{
    public async Task<IReadOnlyList<AskedOrder>> TopTenAsync(PlantProfile plant, CancellationToken ct)
    {
        if (await plans.CurrentAsync(plant.Id, ct) is not { } version) return [];
        var listed = ((await plans.AtRiskAsync(plant.Id, version.Number, ct)) ?? []).Take(10).ToList();
        var said = (await risks.OfPlantAsync(plant.Id, [.. listed.Select(order => order.Order)], ct)).ToDictionary(one => one.Order, StringComparer.Ordinal);
        var holders = await rights.AllAsync(plant.Id, ct);
        return [.. listed.Select(order => said.GetValueOrDefault(order.Order) is { } known
            ? new AskedOrder(order, known, known.Owner ?? Proposed(order))
            : new AskedOrder(order, null, Proposed(order)))];

        PersonKey? Proposed(RankedOrder order) => holders.FirstOrDefault(holder => holder.Role == Function(order.Cause))?.Person;
    }

    private static Role Function(LateCause cause) => cause switch
    {
        LateCause.AwaitingSupply or LateCause.LeadTime => Role.Procurement,
        LateCause.Quality => Role.PlantManager,
        LateCause.CustomerChange => Role.CustomerService,
        LateCause.Capacity or LateCause.Fence or LateCause.None => Role.Planning,
    };
}
