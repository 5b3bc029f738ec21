using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.People;

namespace SoeBot.People;

/// <summary>Who decides what in a plant: what administrators wrote down in chat, else what the settings say.</summary>
public sealed class Deciding(RightsStore rights, PlantProfiles plants)
{
    public async Task<DecisionRights> OfAsync(PlantId plant, CancellationToken ct) => await rights.FindAsync(plant, ct) ?? plants.Get(plant).Rights;
}
