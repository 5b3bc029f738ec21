using SoeBot.Domain.HandOver;
using SoeBot.Plants;
using SoeBot.Store.HandOver;

namespace SoeBot.Check;

/// <summary>To whom approved changes go, and what is stuck on the way. Asks no receiver: there is nothing to tell it.</summary>
internal static class HandOverCheck
{
    /// <param name="plants">All.</param>
    /// <param name="settings">With the receivers' addresses.</param>
    /// <param name="store">Null when it cannot be read yet.</param>
    /// <param name="sheet">Gets the lines.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task RunAsync(PlantProfiles plants, PlantsOptions settings, HandOverStore? store, CheckSheet sheet, CancellationToken ct)
    {
        foreach (var plant in plants.All)
        {
            foreach (var receiver in plant.Receivers)
            {
                var setting = settings[plant.Id.Value].HandOver.Receivers[receiver.Name];
                if (setting.Kind == ReceiverKind.Webhook) sheet.Good("hand-over", $"{plant.Id}: {receiver.Name} by webhook to {new Uri(setting.Address!).GetLeftPart(UriPartial.Path)}, not asked");
                else if (Directory.Exists(setting.Folder)) sheet.Good("hand-over", $"{plant.Id}: {receiver.Name} by files in {setting.Folder}");
                else sheet.Fault("hand-over", $"{plant.Id}: {receiver.Name} has no folder {setting.Folder}. Make it, and let this account write into it.");
            }
            if (store is null) continue;
            var counts = await store.CountsAsync(plant.Id, ct);
            if (counts.GetValueOrDefault(HandOverState.Refused) + counts.GetValueOrDefault(HandOverState.Dead) is > 0 and var stuck)
                sheet.Open("hand-over", $"{plant.Id}: {stuck} refused or given up: an administrator types \"handovers\" to the bot to see them");
        }
    }
}
