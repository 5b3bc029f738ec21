using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Problems;

internal static class CauseOwnerMapping
{
    public static void Map(ModelBuilder model)
    {
        var owners = model.Entity<CauseOwner>().ToTable("cause_owners");
        owners.HasKey(row => new { row.Plant, row.Problem });
        owners.Property(row => row.Version).IsConcurrencyToken();
    }
}

/// <summary>Who looks for the cause of which process problem. One without an owner has no row.</summary>
public sealed class CauseOwnerStore
{
    private readonly SoeDatabase _database;

    internal CauseOwnerStore(SoeDatabase database) => _database = database;

    public Task<IReadOnlyList<CauseOwner>> OfAsync(PlantId plant, IReadOnlyCollection<int> problems, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<CauseOwner>>(async db =>
            await db.CauseOwners.Where(row => row.Plant == plant && problems.Contains(row.Problem)).OrderBy(row => row.Problem).ToListAsync(cancellation), cancellation);

    /// <summary>Load or begin, decide, save, with what the change brings. When somebody else was quicker, it runs again on what they left.</summary>
    public Task<T> ChangeAsync<T>(PlantId plant, int problem, Func<CauseOwner, (T Outcome, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var found = await db.CauseOwners.AsTracking().FirstOrDefaultAsync(row => row.Plant == plant && row.Problem == problem, cancellation);
            var owner = found ?? CauseOwner.Of(plant, problem);
            var (outcome, effect) = change(owner);
            if (found is null && owner.Version > 0) db.CauseOwners.Add(owner);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return outcome;
        }, cancellation);
}
