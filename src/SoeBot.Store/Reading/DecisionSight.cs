using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

namespace SoeBot.Store.Reading;

/// <summary>A person as a decision's card needs them.</summary>
/// <param name="Mri">As Teams names them for refreshes, "29:..."; null when they were never seen.</param>
/// <param name="IsLead">S&amp;OE lead of the plant that was asked for.</param>
/// <param name="HasRole">Holds any role in it.</param>
public sealed record SightedPerson(Person Person, string? Mri, bool IsLead, bool HasRole);

/// <summary>What the personal views of a decision are drawn from. It can read and nothing else.</summary>
public sealed class DecisionSight
{
    private readonly ReadOnlyDatabase _database;

    internal DecisionSight(SoeDatabase database) => _database = new ReadOnlyDatabase(database);

    public Task<Decision?> FindAsync(PlantId plant, int number, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Decisions.FirstOrDefaultAsync(row => row.Plant == plant && row.Number == number, cancellation), cancellation);

    /// <summary>Those of the keys that are known, and the leads of the plant, in one question.</summary>
    public Task<IReadOnlyList<SightedPerson>> PeopleAsync(PlantId plant, IReadOnlyCollection<PersonKey> keys, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<SightedPerson>>(async db =>
        {
            var roles = db.Roles.Where(role => role.Plant == plant);
            var leads = roles.Where(role => role.Role == Role.Lead).Select(role => role.Person);
            // Two looks by key: one with an "or" would read everybody of the tenant.
            var rows = await db.People.Where(row => keys.Contains(row.Key)).Union(db.People.Where(row => leads.Contains(row.Key)))
                .Select(row => new { Row = row, IsLead = leads.Contains(row.Key), HasRole = roles.Any(role => role.Person == row.Key) })
                .ToListAsync(cancellation);
            return [.. rows.OrderBy(one => one.Row.Key.ToString(), StringComparer.Ordinal).Select(one => new SightedPerson(one.Row.ToPerson(), one.Row.Mri, one.IsLead, one.HasRole))];
        }, cancellation);

    /// <summary>Who chairs it; null when it is over.</summary>
    public Task<PersonKey?> ChairAsync(MeetingId meeting, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Meetings.Where(row => row.Id == meeting && row.State == MeetingState.Open).Select(row => (PersonKey?)row.Chair).FirstOrDefaultAsync(cancellation), cancellation);
}
