using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.People;

/// <summary>The deputy of each role of a plant: one person at most.</summary>
public sealed class DeputyStore
{
    private readonly SoeDatabase _database;

    internal DeputyStore(SoeDatabase database) => _database = database;

    public Task<IReadOnlyDictionary<Role, PersonKey>> AllAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyDictionary<Role, PersonKey>>(async db =>
            await db.RoleDeputies.Where(row => row.Plant == plant).ToDictionaryAsync(row => row.Role, row => row.Person, cancellation), cancellation);

    /// <summary>A holder more for a role, its deputy, or both at once. Nothing is written, the effect neither, when both stood so already.</summary>
    /// <param name="plant">Whose.</param>
    /// <param name="role">Which.</param>
    /// <param name="holder">Null: nobody is added.</param>
    /// <param name="deputy">Null: stays as it is.</param>
    /// <param name="effect">Gets what changed: the holder was added, the deputy was set.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<(bool Holder, bool Deputy)> AppointAsync(
        PlantId plant, Role role, PersonKey? holder, PersonKey? deputy, Func<bool, bool, Effect> effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var added = holder is { } person && !await db.Roles.AnyAsync(row => row.Plant == plant && row.Person == person && row.Role == role, cancellation);
            if (added) db.Roles.Add(new() { Plant = plant, Person = holder!.Value, Role = role });
            var row = await db.RoleDeputies.AsTracking().FirstOrDefaultAsync(one => one.Plant == plant && one.Role == role, cancellation);
            var set = deputy is { } second && row?.Person != second;
            if (set && row is null) db.RoleDeputies.Add(new() { Plant = plant, Role = role, Person = deputy!.Value });
            else if (set) row!.Person = deputy!.Value;
            if (added || set) await EffectWriter.WriteAsync(db, effect(added, set), cancellation);
            return (added, set);
        }, cancellation);

    /// <summary>In place of whoever was it. False when it was that person already; then nothing was written, the effect neither.</summary>
    public Task<bool> SetAsync(PlantId plant, Role role, PersonKey deputy, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var row = await db.RoleDeputies.AsTracking().FirstOrDefaultAsync(one => one.Plant == plant && one.Role == role, cancellation);
            if (row?.Person == deputy) return false;
            if (row is null) db.RoleDeputies.Add(new() { Plant = plant, Role = role, Person = deputy });
            else row.Person = deputy;
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return true;
        }, cancellation);

    /// <summary>Nothing is written, the effect neither, but for <see cref="RevokeOutcome.Revoked"/>. The last who decides on changes stays.</summary>
    public Task<RevokeOutcome> ClearAsync(PlantId plant, Role role, PersonKey deputy, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            await RowLocks.Turn(db.Roles.Where(row => row.Plant == plant && row.Role == role).OrderBy(row => row.Person)).ToListAsync(cancellation);
            if (!await db.RoleDeputies.AnyAsync(row => row.Plant == plant && row.Role == role && row.Person == deputy, cancellation)) return RevokeOutcome.NotHeld;
            if (await RightsStore.IsLastAsync(db, plant, role, _ => false, row => row.Person == deputy, cancellation)) return RevokeOutcome.LastWhoDecides;
            await db.RoleDeputies.Where(row => row.Plant == plant && row.Role == role && row.Person == deputy).ExecuteDeleteAsync(cancellation);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return RevokeOutcome.Revoked;
        }, cancellation);
}
