using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Risks;

/// <summary>What people said about orders at risk. An order about which nobody said anything has no row.</summary>
public sealed class AtRiskStore
{
    private readonly SoeDatabase _database;

    internal AtRiskStore(SoeDatabase database) => _database = database;

    /// <summary>Load or begin, decide, save. When somebody else was quicker, <paramref name="change"/> runs again on what they left.</summary>
    public Task<ChangeResult<AtRiskOrder, T>> ChangeAsync<T>(PlantId plant, string order, Func<AtRiskOrder, (T Outcome, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var found = await db.AtRiskOrders.AsTracking().FirstOrDefaultAsync(row => row.Plant == plant && row.Order == order, cancellation);
            var row = found ?? AtRiskOrder.Of(plant, order);
            var (outcome, effect) = change(row);
            if (found is null && row.Version > 0) db.AtRiskOrders.Add(row);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return new ChangeResult<AtRiskOrder, T>(row, outcome);
        }, cancellation);

    /// <param name="orders">Only these; null for all of the plant.</param>
    public Task<IReadOnlyList<AtRiskOrder>> OfPlantAsync(PlantId plant, IReadOnlyCollection<string>? orders, CancellationToken cancellation) =>
        ListAsync(rows => orders is null
            ? rows.Where(row => row.Plant == plant)
            : rows.Where(row => row.Plant == plant && orders.Contains(row.Order)), cancellation);

    public Task<IReadOnlyList<AtRiskOrder>> OfOwnerAsync(PlantId plant, PersonKey owner, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Plant == plant && row.Owner == owner), cancellation);

    public Task<AtRiskOrder?> FindAsync(PlantId plant, string order, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.AtRiskOrders.FirstOrDefaultAsync(row => row.Plant == plant && row.Order == order, cancellation), cancellation);

    private Task<IReadOnlyList<AtRiskOrder>> ListAsync(Func<IQueryable<AtRiskOrder>, IQueryable<AtRiskOrder>> which, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<AtRiskOrder>>(async db =>
            await which(db.AtRiskOrders).OrderBy(row => row.Order).ToListAsync(cancellation), cancellation);
}
