using SoeBot.Plants;

namespace SoeBot.Check;

/// <summary>Whether the meeting sheets can be written where people look for them when the bot is down.</summary>
internal static class SheetCheck
{
    public static void Run(PlantProfiles plants, CheckSheet sheet)
    {
        foreach (var plant in plants.All)
        {
            if (plant.SheetFolder is not { } folder) continue;
            if (!Directory.Exists(folder)) sheet.Fault("sheet", $"{plant.Id}: there is no folder {folder}. Make it or connect its drive, and let this account write there.");
            else if (!PlanWaysCheck.CanWrite(folder)) sheet.Fault("sheet", $"{plant.Id}: this account cannot write into {folder}. Give it the right to make, move and delete files there, or free some space.");
            else sheet.Good("sheet", $"{plant.Id}: the meeting sheet goes into {folder}");
        }
    }
}
