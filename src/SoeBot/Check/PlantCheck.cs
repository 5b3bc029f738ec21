using System.Globalization;
using SoeBot.Connectors.Mapping;
using SoeBot.Plants;
using SoeBot.Store.Plans;

namespace SoeBot.Check;

/// <summary>The plants, their clocks and whether they have a plan.</summary>
internal static class PlantCheck
{
    public static void Zones(PlantProfiles plants, TimeProvider time, CheckSheet sheet)
    {
        foreach (var zone in plants.All.Select(plant => plant.Calendar.Zone).DistinctBy(zone => zone.Id))
            sheet.Good("time zone", string.Create(CultureInfo.InvariantCulture, $"{zone.Id}, where it is {TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone):ddd d MMM HH:mm}"));
    }

    /// <summary>A mapping file that is missing or wrong would be found by the first plan, in front of its sender.</summary>
    public static async Task MappingsAsync(PlantProfiles plants, CheckSheet sheet, CancellationToken ct)
    {
        foreach (var plant in plants.All.Where(plant => plant.Mapping is not null))
        {
            var problems = (await MappingFile.ReadAsync(plant.Mapping, ct)).Problems;
            foreach (var problem in problems) sheet.Fault("mapping", $"{plant.Id.Value}: {problem}");
            if (problems.Count == 0) sheet.Good("mapping", $"{plant.Id.Value}: {plant.Mapping} can be used");
        }
    }

    /// <param name="plans">Null when the store cannot be read yet.</param>
    public static async Task PlansAsync(PlantProfiles plants, PlanStore? plans, CheckSheet sheet, CancellationToken ct)
    {
        foreach (var plant in plants.All)
        {
            var about = string.Create(CultureInfo.InvariantCulture, $"{plant.Id.Value} ({plant.Name}), meeting {plant.MeetingDay} {plant.MeetingStart:HH\\:mm} for {plant.MeetingMinutes} minutes");
            var current = plans is null ? null : await plans.CurrentAsync(plant.Id, ct);
            sheet.Good("plant", about + (plant.Sample ? ", makes its own data" : current is null ? ", no plan imported yet" : string.Create(CultureInfo.InvariantCulture, $", plan of {plant.Calendar.DayOf(current.DataAt):ddd d MMM yyyy}")));
        }
    }
}
