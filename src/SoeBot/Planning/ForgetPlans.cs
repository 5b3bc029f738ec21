using Microsoft.Extensions.Options;
using SoeBot.Plants;
using SoeBot.Store.Plans;

namespace SoeBot.Planning;

/// <summary>Once a day, plan versions that are past keeping go away with their rows and findings.</summary>
internal sealed class ForgetPlans(PlanStore plans, PlantProfiles plants, PlantClock clock, IOptions<PlanKeepOptions> options, TimeProvider time, ILogger<ForgetPlans> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await ForgetAsync(stoppingToken);
                await Task.Delay(Every, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops; what is left goes another day.
        }
    }

    /// <summary>One plant after the other; a failure of one is said and does not keep the others.</summary>
    internal async Task ForgetAsync(CancellationToken ct)
    {
        foreach (var plant in plants.All) await ForgetAsync(plant, ct);
    }

    private async Task ForgetAsync(PlantProfile plant, CancellationToken ct)
    {
        try
        {
            var now = clock.Now(plant.Id);
            var gone = await plans.PurgeAsync(plant.Id, now - options.Value.Keep, plant.Calendar.WeekOf(now).Plus(-options.Value.KeepWeeks).Start, ct);
            if (gone.Versions + gone.Rows > 0) Log.PlansForgotten(log, plant.Id.Value, gone.Versions, gone.Rows);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.PlansNotForgotten(log, plant.Id.Value, failure);
        }
    }
}
