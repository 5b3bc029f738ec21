using System.Collections.Concurrent;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.Plans;

/// <summary>
/// Holds the plan in use of each plant, so that a press that shows it reads one number at most. What this process changes is seen at
/// once, what another process changes after <see cref="Fresh"/>; the number in the store decides, and one question serves all who wait.
/// </summary>
internal sealed class PlanMemory(Func<PlantId, CancellationToken, Task<long?>> stamp, Func<PlantId, CancellationToken, Task<CurrentPlan?>> load, TimeProvider time)
{
    /// <summary>Shorter than anybody notices, and a thousand presses long.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<PlantId, Place> _places = new();

    public ValueTask<CurrentPlan?> GetAsync(PlantId plant, CancellationToken cancellation)
    {
        var place = _places.GetOrAdd(plant, static _ => new Place());
        lock (place)
        {
            if (place.Held is { } held && time.GetElapsedTime(held.At) < Fresh) return new(held.Plan);
            place.Reading ??= ReadAsync(plant, place, place.Held, place.Changes);
            return new(place.Reading.WaitAsync(cancellation));
        }
    }

    /// <summary>To be called when a change of this process is committed.</summary>
    public void Changed(PlantId plant)
    {
        var place = _places.GetOrAdd(plant, static _ => new Place());
        lock (place)
        {
            place.Changes++;
            (place.Held, place.Reading) = (null, null);
        }
    }

    private async Task<CurrentPlan?> ReadAsync(PlantId plant, Place place, Held? before, int changes)
    {
        // Not under the caller's lock, and not for as long as the first of many callers waits.
        await Task.Yield();
        Held? read = null;
        try
        {
            var at = time.GetTimestamp();
            // The number first: what changes after it is found by the next question.
            var number = await stamp(plant, CancellationToken.None);
            read = before is not null && before.Stamp == number
                ? before with { At = at }
                : new Held(number is null ? null : await load(plant, CancellationToken.None), number, at);
            return read.Plan;
        }
        finally
        {
            lock (place)
            {
                if (place.Changes == changes) (place.Held, place.Reading) = (read ?? before, null);
            }
        }
    }

    private sealed record Held(CurrentPlan? Plan, long? Stamp, long At);

    private sealed class Place
    {
        public Held? Held { get; set; }
        public Task<CurrentPlan?>? Reading { get; set; }
        public int Changes { get; set; }
    }
}
