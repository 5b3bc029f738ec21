using SoeBot.Connectors.Sample;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Plans;

namespace SoeBot.Planning;

/// <summary>
/// The built-in plant, imported anew each day so that a store of last month shows today's plant. A fresh store first gets the Mondays
/// of the weeks before, each frozen as that week's baseline, so that the numbers have a past.
/// </summary>
internal sealed class SamplePlan(PlanStore plans, PublishPlan publish)
{
    private const int WeeksOfPast = 6;

    public async Task RefreshAsync(PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        await publish.CompleteAsync(plant, ct);
        var today = plant.Calendar.DayOf(now);
        var current = await plans.CurrentAsync(plant.Id, ct);
        var known = current is null ? (DateOnly?)null : plant.Calendar.DayOf(current.DataAt);
        if (known >= today) return;
        var thisWeek = plant.Calendar.WeekOf(today);
        foreach (var week in Enumerable.Range(0, WeeksOfPast + 1).Select(back => thisWeek.Plus(back - WeeksOfPast)))
            if (week.Start > (known ?? DateOnly.MinValue) && week.Start <= today) await MondayAsync(plant, week, now, ct);
        if ((await plans.CurrentAsync(plant.Id, ct)) is { } newest && plant.Calendar.DayOf(newest.DataAt) < today) await ImportAsync(plant, today, now, ct);
    }

    private async Task MondayAsync(PlantProfile plant, PlantWeek week, DateTimeOffset now, CancellationToken ct)
    {
        await ImportAsync(plant, week.Start, now, ct);
        await publish.FreezeAsync(plant, week, now, ct);
    }

    private Task<PlanVersion> ImportAsync(PlantProfile plant, DateOnly day, DateTimeOffset now, CancellationToken ct)
    {
        var at = plant.Calendar.At(day, plant.Calendar.FirstShift);
        return publish.PublishAsync(plant, SamplePlant.At(day, plant.Calendar), new PlanOrigin(at, SamplePlant.Source, "SoeBot", null), now, ct);
    }
}
