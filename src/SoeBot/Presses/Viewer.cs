using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Routing;

namespace SoeBot.Presses;

/// <summary>Whose client asks for a fresh view. Taken from the verified activity alone: a refresh learns nothing and writes nothing.</summary>
/// <param name="Plant">As the card names it: a wish, to be held against what the person may see.</param>
/// <param name="By">Null for a guest.</param>
/// <param name="Input">The refresh's data: hostile.</param>
public sealed record Viewer(PlantId Plant, PersonKey? By, CardInput Input)
{
    public static Viewer Of(CardPress press) => new(
        new PlantId(press.Input.Text("p") ?? ""),
        press.Activity is { From.AadObjectId: { Length: > 0 } objectId, TenantId: { Length: > 0 } tenant } ? PersonKey.Of(tenant, objectId) : null,
        press.Input);
}
