using System.Collections.Concurrent;
using SoeBot.Domain.Plan;

namespace SoeBot.Plants;

/// <summary>
/// The plant's time: the machine's, moved by an offset that only local trial mode, the demo and the tests ever set.
/// Leases, tokens and retries stay on the machine's clock and never ask here.
/// </summary>
public sealed class PlantClock(TimeProvider time)
{
    private readonly ConcurrentDictionary<PlantId, TimeSpan> _offsets = new();

    public DateTimeOffset Now(PlantId plant) => time.GetUtcNow() + _offsets.GetValueOrDefault(plant);

    public TimeSpan Offset(PlantId plant) => _offsets.GetValueOrDefault(plant);

    internal void SetOffset(PlantId plant, TimeSpan offset) => _offsets[plant] = offset;
}
