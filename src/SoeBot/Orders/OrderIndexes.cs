using System.Collections.Concurrent;
using SoeBot.Domain.Plan;
using SoeBot.Store.Plans;

namespace SoeBot.Orders;

/// <summary>
/// The index of each plant's current plan version, made when somebody first searches and made anew after an import. While that takes
/// long the former one answers: a second-old list is better than none within the five seconds that Teams waits.
/// </summary>
internal sealed class OrderIndexes(PlanStore plans, TimeProvider time)
{
    private static readonly TimeSpan WithFormer = TimeSpan.FromMilliseconds(300), WithNone = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<PlantId, Held> _held = new();

    /// <returns>No index while a large plan is being read for the first time; not current: a former version's, while this one is being read.</returns>
    public async Task<(OrderIndex? Index, bool IsCurrent)> GetAsync(PlantId plant, int version, CancellationToken ct)
    {
        var held = Find(plant, version);
        try
        {
            return (await held.Loading.Value.WaitAsync(held.Former is null ? WithNone : WithFormer, time, ct), true);
        }
        catch (TimeoutException)
        {
            return (held.Former, false);
        }
        catch (Exception) when (held.Loading.Value.IsFaulted)
        {
            // The next search tries again.
            _held.TryRemove(new(plant, held));
            throw;
        }
    }

    /// <summary>A plan came into use, or somebody opened the list or a field and will type in a moment.</summary>
    public void Warm(PlantId plant, int version) => _ = Find(plant, version).Loading.Value;

    private Held Find(PlantId plant, int version) =>
        _held.AddOrUpdate(plant, _ => Start(plant, version, null), (_, known) => known.Version == version ? known : Start(plant, version, known.Newest));

    private Held Start(PlantId plant, int version, OrderIndex? former) => new(version, new(() => Task.Run(() => LoadAsync(plant, version))), former);

    private async Task<OrderIndex> LoadAsync(PlantId plant, int version) => new(
        await plans.OrderKeysAsync(plant, version, CancellationToken.None), await plans.ItemNamesAsync(plant, version, CancellationToken.None));

    private sealed record Held(int Version, Lazy<Task<OrderIndex>> Loading, OrderIndex? Former)
    {
        public OrderIndex? Newest => Loading is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? Loading.Value.Result : Former;
    }
}
