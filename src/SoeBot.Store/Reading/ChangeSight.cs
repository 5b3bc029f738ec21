using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Changes;
using SoeBot.Domain.HandOver;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.People;

namespace SoeBot.Store.Reading;

/// <summary>A person as a change request's card needs them.</summary>
/// <param name="Mri">As Teams names them for refreshes, "29:..."; null when they were never seen.</param>
public sealed record SeenPerson(Person Person, string? Mri);

/// <summary>What the personal views of a change request are drawn from. It can read and nothing else.</summary>
public sealed class ChangeSight
{
    private readonly ReadOnlyDatabase _database;

    internal ChangeSight(SoeDatabase database) => _database = new ReadOnlyDatabase(database);

    public Task<ChangeRequest?> FindAsync(PlantId plant, int number, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Changes.FirstOrDefaultAsync(row => row.Plant == plant && row.Number == number, cancellation), cancellation);

    /// <summary>To whom the changes are handed over, by receiver; a change that is handed to nobody is not among them.</summary>
    public Task<ILookup<ChangeId, ChangeHandOver>> HandOversAsync(IReadOnlyCollection<ChangeId> changes, CancellationToken cancellation) =>
        _database.ReadAsync(async db => (await db.HandOvers.Where(row => changes.Contains(row.Change)).OrderBy(row => row.Receiver).ToListAsync(cancellation)).ToLookup(row => row.Change), cancellation);

    /// <summary>Those of the keys that are known, and everybody with a role in the plant or deputy of one; by key.</summary>
    public Task<IReadOnlyList<SeenPerson>> PeopleAsync(PlantId plant, IReadOnlyCollection<PersonKey> keys, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<SeenPerson>>(async db =>
        {
            var acting = db.Roles.Where(row => row.Plant == plant).Select(row => row.Person).Concat(db.RoleDeputies.Where(row => row.Plant == plant).Select(row => row.Person));
            // Two looks by key: one with an "or" would read everybody of the tenant.
            return [.. (await db.People.Where(row => keys.Contains(row.Key)).Union(db.People.Where(row => acting.Contains(row.Key))).ToListAsync(cancellation))
                .OrderBy(row => row.Key.ToString(), StringComparer.Ordinal).Select(row => new SeenPerson(row.ToPerson(), row.Mri))];
        }, cancellation);

    /// <summary>Who decides what; null while nobody wrote it down.</summary>
    public Task<DecisionRights?> RightsAsync(PlantId plant, CancellationToken cancellation) => _database.ReadAsync(db => RightsStore.ReadAsync(db.Notes, plant, cancellation), cancellation);

    /// <summary>Who acts as what in the plant from a day on.</summary>
    public Task<Staffing> StaffingAsync(PlantId plant, DateOnly from, CancellationToken cancellation) =>
        _database.StaffingAsync(plant, from, cancellation);
}
