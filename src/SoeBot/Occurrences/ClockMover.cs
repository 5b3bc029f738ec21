using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Occurrences;
using SoeBot.Store.Plants;

namespace SoeBot.Occurrences;

/// <summary>
/// Moves a plant's clock forward in local trial mode, the demo and the tests, by the same road as time itself: at each instant at which
/// something is due the tick runs, Hangfire works what it found, and only then the clock goes on.
/// </summary>
public sealed class ClockMover(OccurrenceStore occurrences, OccurrenceTick tick, PlantClock clock, PlantStore plants, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4), Look = TimeSpan.FromMilliseconds(20);
    private const int LooksPerTick = 100;

    /// <summary>The next instant at which something is due; null when nothing is planned.</summary>
    public async Task<DateTimeOffset?> NextAsync(PlantProfile plant, CancellationToken ct)
    {
        await tick.DeriveAsync(plant, clock.Now(plant.Id), ct);
        return await occurrences.NextDueAsync(plant.Id, clock.Now(plant.Id), ct);
    }

    /// <exception cref="TimeoutException">What was due was not worked within four minutes; the clock stands there.</exception>
    public async Task MoveToAsync(PlantProfile plant, DateTimeOffset target, CancellationToken ct)
    {
        await SettleAsync(plant, ct);
        while (await NextAsync(plant, ct) is { } due && due <= target)
        {
            await SetAsync(plant, due, ct);
            await SettleAsync(plant, ct);
        }
        await SetAsync(plant, target, ct);
        await SettleAsync(plant, ct);
    }

    /// <summary>Puts the clock there without working what lies between: where a test or the demo begins.</summary>
    public Task PlaceAsync(PlantProfile plant, DateTimeOffset instant, CancellationToken ct) => SetAsync(plant, instant, ct);

    private Task SetAsync(PlantProfile plant, DateTimeOffset instant, CancellationToken ct)
    {
        var offset = instant - time.GetUtcNow();
        clock.SetOffset(plant.Id, offset);
        return plants.SetClockOffsetAsync(plant.Id, offset, Effect.None, ct);
    }

    private async Task SettleAsync(PlantProfile plant, CancellationToken ct)
    {
        var end = time.GetUtcNow() + Patience;
        for (var looked = 0; ; looked++)
        {
            // Ticked again now and then, as time itself would: a job that was lost loses nothing.
            var due = looked % LooksPerTick == 0 ? await tick.RunAsync(plant, ct) : await occurrences.DueKindsAsync(plant.Id, clock.Now(plant.Id), ct);
            if (due.Count == 0) return;
            if (time.GetUtcNow() > end) throw new TimeoutException($"Not worked within four minutes: {string.Join(", ", due)}. See /jobs.");
            await Task.Delay(Look, ct);
        }
    }
}
