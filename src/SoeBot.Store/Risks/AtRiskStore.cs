using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;
using SoeBot.Store.Occurrences;
using SoeBot.Store.Plans;
using SoeBot.Store.Reading;

namespace SoeBot.Store.Risks;

/// <summary>What people said about orders at risk. An order about which nobody said anything has no row.</summary>
public sealed class AtRiskStore
{
    private readonly SoeDatabase _database;
    private readonly PlanStore _plans;

    internal AtRiskStore(SoeDatabase database, PlanStore plans) => (_database, _plans) = (database, plans);

    /// <summary>Load or begin, decide, save. When somebody else was quicker, <paramref name="change"/> runs again on what they left.</summary>
    public async Task<ChangeResult<AtRiskOrder, T>> ChangeAsync<T>(PlantId plant, string order, Func<AtRiskOrder, (T Outcome, Effect Effect)> change, CancellationToken cancellation)
    {
        var (result, isOther) = await _database.WriteAsync(async db =>
        {
            var found = await db.AtRiskOrders.AsTracking().FirstOrDefaultAsync(row => row.Plant == plant && row.Order == order, cancellation);
            var row = found ?? AtRiskOrder.Of(plant, order);
            var (before, version) = (row.Override, row.Version);
            var (outcome, effect) = change(row);
            if (found is null && row.Version > 0) db.AtRiskOrders.Add(row);
            var listChanged = row.Override != before;
            if (row.Version != version) await DeriveMarks.RaiseAsync(db, plant, cancellation);
            if (listChanged) await PlanStore.StampAsync(db, plant, cancellation);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return (new ChangeResult<AtRiskOrder, T>(row, outcome), listChanged);
        }, cancellation);
        if (isOther) _plans.Forget(plant);
        return result;
    }

    /// <summary>
    /// Changes several orders in one transaction: those named, those that are listed and those that people decided about. An order without
    /// a row is begun, and kept when something happened to it.
    /// </summary>
    /// <param name="plant">Whose.</param>
    /// <param name="orders">Wanted in any case.</param>
    /// <param name="change">Changes them, and says what it brings.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task FollowAsync(PlantId plant, IReadOnlyCollection<string> orders, Func<IReadOnlyDictionary<string, AtRiskOrder>, Effect> change, CancellationToken cancellation)
    {
        await _database.WriteAsync(async db =>
        {
            var rows = await db.AtRiskOrders.AsTracking().Where(row => row.Plant == plant && (row.IsListed || row.Override != RiskOverride.None || orders.Contains(row.Order))).ToDictionaryAsync(row => row.Order, StringComparer.Ordinal, cancellation);
            var begun = orders.Where(order => !rows.ContainsKey(order)).Distinct(StringComparer.Ordinal).Select(order => AtRiskOrder.Of(plant, order)).ToList();
            foreach (var row in begun) rows[row.Order] = row;
            var effect = change(rows);
            await DeriveMarks.RaiseAsync(db, plant, cancellation);
            db.AtRiskOrders.AddRange(begun.Where(row => row.Version > 0));
            await EffectWriter.WriteAsync(db, effect, cancellation);
        }, cancellation);
    }

    /// <summary>Listed ones and those that people decided about.</summary>
    public Task<IReadOnlyList<AtRiskOrder>> ListedAsync(PlantId plant, CancellationToken cancellation) =>
        ReadOnce.OfAsync((nameof(ListedAsync), plant), () => ListAsync(rows => rows.Where(row => row.Plant == plant && (row.IsListed || row.Override != RiskOverride.None)), cancellation));

    /// <summary>Listed ones and these.</summary>
    public Task<IReadOnlyList<AtRiskOrder>> ListedOrOfAsync(PlantId plant, IReadOnlyCollection<string> orders, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Plant == plant && (row.IsListed || orders.Contains(row.Order))), cancellation);

    /// <param name="orders">Only these; null for all of the plant.</param>
    public Task<IReadOnlyList<AtRiskOrder>> OfPlantAsync(PlantId plant, IReadOnlyCollection<string>? orders, CancellationToken cancellation) =>
        ReadOnce.OfAsync((nameof(OfPlantAsync), plant, orders is null ? null : string.Join('\n', orders)), () => ListAsync(rows => orders is null
            ? rows.Where(row => row.Plant == plant)
            : rows.Where(row => row.Plant == plant && orders.Contains(row.Order)), cancellation));

    public Task<IReadOnlyList<AtRiskOrder>> OfOwnerAsync(PlantId plant, PersonKey owner, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Plant == plant && row.Owner == owner), cancellation);

    /// <summary>Orders whose customer was last told on <paramref name="since"/> or later.</summary>
    public Task<IReadOnlyList<AtRiskOrder>> ToldSinceAsync(PlantId plant, DateOnly since, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Plant == plant && row.ToldOn >= since), cancellation);

    public Task<AtRiskOrder?> FindAsync(PlantId plant, string order, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.AtRiskOrders.FirstOrDefaultAsync(row => row.Plant == plant && row.Order == order, cancellation), cancellation);

    private Task<IReadOnlyList<AtRiskOrder>> ListAsync(Func<IQueryable<AtRiskOrder>, IQueryable<AtRiskOrder>> which, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<AtRiskOrder>>(async db =>
            await which(db.AtRiskOrders).OrderBy(row => row.Order).ToListAsync(cancellation), cancellation);
}
