using System.Globalization;
using Microsoft.Extensions.Options;
using SoeBot.Connectors.Csv;
using SoeBot.Domain.Plan;
using SoeBot.Plants;

namespace SoeBot.Import;

/// <summary>The settings of a plant's ways in; they hold whichever way is taken.</summary>
internal sealed class ImportRules(IOptions<PlantsOptions> options)
{
    private static readonly PlantOptions None = new();

    /// <summary>Of the sample plant without settings: those of a plant that says nothing.</summary>
    public PlantOptions Of(PlantId plant) => options.Value.GetValueOrDefault(plant.Value) ?? None;

    /// <param name="plant">Whose.</param>
    /// <param name="day">Of the reading.</param>
    /// <param name="before">The version in use; null when there is none to compare with.</param>
    /// <param name="inUse">Its tables that were not sent.</param>
    /// <param name="now">The plant's.</param>
    public ReadRequest ReadRequest(PlantProfile plant, DateOnly day, PlanVersion? before, PlanSnapshot? inUse, DateTimeOffset now)
    {
        var rules = Of(plant.Id).Import;
        var request = new ReadRequest(day) { WeekStart = plant.Calendar.WeekStart, DayStart = plant.Calendar.FirstShift };
        return before is null ? request : request with
        {
            Previous = before.Tables, PreviousWhen = When(plant, before, now), InUse = inUse, InUseName = $"version {before.Number}",
            Limits = new ReadLimits
            {
                LargestFall = rules.LargestDrop / 100d, FallOf = rules.LargestDropOf.ToDictionary(drop => drop.Key, drop => drop.Value / 100d),
                FallRefuses = rules.OnDrop == Suspicion.Refuse,
                Age = rules.GreatestAgeHours is { } hours
                    ? new AgeLimit(now, TimeSpan.FromHours(hours), rules.OnAge == Suspicion.Refuse, at => ImportWords.Moment(plant, at, now), plant.Calendar.DayOf) : null,
            },
        };
    }

    private static string When(PlantProfile plant, PlanVersion before, DateTimeOffset now) =>
        (plant.Calendar.DayOf(now).DayNumber - plant.Calendar.DayOf(before.DataAt).DayNumber) switch
        {
            <= 0 => "earlier today",
            1 => "yesterday",
            _ => string.Create(CultureInfo.InvariantCulture, $"on {plant.Calendar.DayOf(before.DataAt):ddd d MMM}"),
        };
}
