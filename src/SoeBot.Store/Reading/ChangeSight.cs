using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Changes;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

namespace SoeBot.Store.Reading;

/// <summary>A person as a change request's card needs them.</summary>
/// <param name="Mri">As Teams names them for refreshes, "29:..."; null when they were never seen.</param>
/// <param name="Roles">In the plant that was asked for.</param>
public sealed record RoledPerson(Person Person, string? Mri, IReadOnlyList<Role> Roles);

/// <summary>What the personal views of a change request are drawn from. It can read and nothing else.</summary>
public sealed class ChangeSight
{
    private readonly ReadOnlyDatabase _database;

    internal ChangeSight(SoeDatabase database) => _database = new ReadOnlyDatabase(database);

    public Task<ChangeRequest?> FindAsync(PlantId plant, int number, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Changes.FirstOrDefaultAsync(row => row.Plant == plant && row.Number == number, cancellation), cancellation);

    /// <summary>Those of the keys that are known, and everybody with a role in the plant; by key.</summary>
    public Task<IReadOnlyList<RoledPerson>> PeopleAsync(PlantId plant, IReadOnlyCollection<PersonKey> keys, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<RoledPerson>>(async db =>
        {
            var roles = (await db.Roles.Where(row => row.Plant == plant).ToListAsync(cancellation)).ToLookup(row => row.Person, row => row.Role);
            var wanted = roles.Select(group => group.Key).Union(keys).ToList();
            return [.. (await db.People.Where(row => wanted.Contains(row.Key)).ToListAsync(cancellation))
                .OrderBy(row => row.Key.ToString(), StringComparer.Ordinal).Select(row => new RoledPerson(row.ToPerson(), row.Mri, [.. roles[row.Key].Order()]))];
        }, cancellation);
}
