using Microsoft.Extensions.Options;
using SoeBot.Domain.Plan;
using SoeBot.Plants;

namespace SoeBot.HandOver;

/// <summary>The receivers of the settings, with their addresses and secrets.</summary>
internal sealed class HandOverRules(IOptions<PlantsOptions> options)
{
    private static readonly HandOverOptions None = new();

    public HandOverOptions Of(PlantId plant) => options.Value.GetValueOrDefault(plant.Value)?.HandOver ?? None;

    /// <summary>Null when it is not in the settings any more.</summary>
    public ReceiverSetting? Find(PlantId plant, string receiver) => Of(plant).Receivers.GetValueOrDefault(receiver);
}
