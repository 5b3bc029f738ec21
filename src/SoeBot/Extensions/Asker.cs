using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Extensions;

/// <summary>Who uses the message extension, from the verified activity and our own role table.</summary>
/// <param name="Tenant">Of the activity.</param>
/// <param name="Conversation">Where; the bot need not be there.</param>
/// <param name="Plants">Those in which the person has a role, at least one; the conversation's own first.</param>
/// <param name="ActivityId">Unique per invoke; a repeated delivery has the same one.</param>
public sealed record Asker(PersonKey By, string ByName, string Tenant, string Conversation, IReadOnlyList<PlantId> Plants, string ActivityId)
{
    public bool MaySee(PlantId plant) => Plants.Contains(plant);
}
