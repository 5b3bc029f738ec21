using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Conversations;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;
using SoeBot.Store.Reading;

namespace SoeBot.Store.People;

/// <summary>The directory of names, and who does what in a plant.</summary>
public sealed class PeopleStore
{
    private readonly SoeDatabase _database;

    internal PeopleStore(SoeDatabase database) => _database = database;

    /// <summary>Writes only what is new; what this activity does not tell (null) stays as it was.</summary>
    public async Task SeenAsync(PersonKey key, string name, string? mri, string? zone, string? locale, CancellationToken cancellation, bool? isGuest = null)
    {
        var known = await _database.ReadAsync(db => db.People.FirstOrDefaultAsync(row => row.Key == key, cancellation), cancellation);
        if (known is not null && !Update(known, name, mri, zone, locale, isGuest)) return;
        await _database.WriteAsync(async db =>
        {
            var row = await db.People.AsTracking().FirstOrDefaultAsync(person => person.Key == key, cancellation);
            if (row is null) db.People.Add(row = new() { Key = key, Name = name });
            Update(row, name, mri, zone, locale, isGuest);
        }, cancellation);
    }

    /// <summary>The working hours of a person who was seen; null: those of the plant's day again.</summary>
    public Task ShiftAsync(PersonKey key, Shift? shift, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            if (await db.People.AsTracking().FirstOrDefaultAsync(row => row.Key == key, cancellation) is { } known) known.Shift = shift?.ToString();
            await EffectWriter.WriteAsync(db, effect, cancellation);
        }, cancellation);

    /// <summary>Everybody of the tenant who was ever seen, by name; at most <paramref name="take"/>.</summary>
    public Task<IReadOnlyList<Person>> OfTenantAsync(string tenant, int take, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<Person>>(async db =>
            [.. (await db.People.Where(row => ((string)(object)row.Key).StartsWith(tenant.ToLowerInvariant() + "/")).OrderBy(row => row.Name).Take(take).ToListAsync(cancellation)).Select(row => row.ToPerson())], cancellation);

    /// <summary>Of other organisations, in all tenants.</summary>
    public Task<IReadOnlySet<PersonKey>> GuestsAsync(CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlySet<PersonKey>>(async db => (await db.People.Where(row => row.IsGuest).Select(row => row.Key).ToListAsync(cancellation)).ToHashSet(), cancellation);

    public Task<Person?> FindAsync(PersonKey key, CancellationToken cancellation) =>
        ReadOnce.OfAsync((nameof(PeopleStore), key), () => _database.ReadAsync(async db => (await db.People.FirstOrDefaultAsync(row => row.Key == key, cancellation))?.ToPerson(), cancellation));

    /// <summary>Those that are known; a person who was forgotten or never seen is not in it.</summary>
    public Task<IReadOnlyDictionary<PersonKey, Person>> NamesAsync(IReadOnlyCollection<PersonKey> keys, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyDictionary<PersonKey, Person>>(async db =>
            (await db.People.Where(row => keys.Contains(row.Key)).ToListAsync(cancellation)).ToDictionary(row => row.Key, row => row.ToPerson()), cancellation);

    public Task<IReadOnlyList<RoleHolder>> RolesAsync(PlantId plant, CancellationToken cancellation) =>
        ReadOnce.OfAsync((nameof(RolesAsync), plant), () => _database.ReadAsync<IReadOnlyList<RoleHolder>>(async db =>
            await db.Roles.Where(row => row.Plant == plant).OrderBy(row => row.Role).ThenBy(row => row.Person)
                .Select(row => new RoleHolder(row.Person, row.Role)).ToListAsync(cancellation), cancellation));

    /// <summary>False when the person held it already; then nothing was written, the effect neither.</summary>
    public Task<bool> GrantAsync(PlantId plant, PersonKey person, Role role, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            if (await db.Roles.AnyAsync(row => row.Plant == plant && row.Person == person && row.Role == role, cancellation)) return false;
            db.Roles.Add(new() { Plant = plant, Person = person, Role = role });
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return true;
        }, cancellation);

    /// <summary>All at once. False when somebody holds a role of the plant already; then nothing was written, the effect neither.</summary>
    public Task<bool> GrantFirstAsync(PlantId plant, PersonKey person, IReadOnlyCollection<Role> roles, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            if (await db.Roles.AnyAsync(row => row.Plant == plant, cancellation)) return false;
            db.Roles.AddRange(roles.Select(role => new RoleRow { Plant = plant, Person = person, Role = role }));
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return true;
        }, cancellation);

    /// <summary>Nothing is written, the effect neither, but for <see cref="RevokeOutcome.Revoked"/>. The last administrator stays, and so does the last who decides on changes, even when two take each other's right at once.</summary>
    public Task<RevokeOutcome> RevokeAsync(PlantId plant, PersonKey person, Role role, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var holders = await RowLocks.Turn(db.Roles.Where(row => row.Plant == plant && row.Role == role).OrderBy(row => row.Person)).ToListAsync(cancellation);
            if (holders.Find(row => row.Person == person) is not { } held) return RevokeOutcome.NotHeld;
            if (role == Role.Administrator && holders.Count == 1) return RevokeOutcome.LastAdministrator;
            if (await RightsStore.IsLastAsync(db, plant, role, row => row.Person == person, _ => false, cancellation)) return RevokeOutcome.LastWhoDecides;
            db.Roles.Remove(held);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return RevokeOutcome.Revoked;
        }, cancellation);

    public Task<bool> HoldsAsync(PlantId plant, PersonKey person, Role role, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Roles.AnyAsync(row => row.Plant == plant && row.Person == person && row.Role == role, cancellation), cancellation);

    public Task<bool> HoldsAnyAsync(PlantId plant, PersonKey person, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Roles.AnyAsync(row => row.Plant == plant && row.Person == person, cancellation), cancellation);

    /// <summary>The plants in which the person has a role, by id.</summary>
    public Task<IReadOnlyList<PlantId>> PlantsOfAsync(PersonKey person, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<PlantId>>(async db =>
            await db.Roles.Where(row => row.Person == person).Select(row => row.Plant).Distinct().OrderBy(plant => plant).ToListAsync(cancellation), cancellation);

    /// <summary>Where the person holds one of these roles.</summary>
    public Task<IReadOnlyList<PlantId>> PlantsAsync(PersonKey person, IReadOnlyCollection<Role> roles, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<PlantId>>(async db =>
            await db.Roles.Where(row => row.Person == person && roles.Contains(row.Role)).Select(row => row.Plant).Distinct().OrderBy(plant => plant).ToListAsync(cancellation), cancellation);

    public Task<bool> HasAnyRoleHolderAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Roles.AnyAsync(row => row.Plant == plant, cancellation), cancellation);

    /// <summary>Null until the person has one, or when they removed the app.</summary>
    public Task<PersonalChat?> ChatAsync(PersonKey person, CancellationToken cancellation) =>
        _database.ReadAsync(async db =>
        {
            var mri = await db.People.Where(row => row.Key == person).Select(row => row.Mri).FirstOrDefaultAsync(cancellation);
            if (mri is null) return null;
            return await db.Conversations
                .Where(row => row.Person == person && row.Use == ConversationUse.Personal && !row.Removed)
                .OrderByDescending(row => row.At)
                .Select(row => new PersonalChat(row.Tenant, row.Id, row.ServiceUrl, mri)).FirstOrDefaultAsync(cancellation);
        }, cancellation);

    public Task<string?> MriAsync(PersonKey person, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.People.Where(row => row.Key == person).Select(row => row.Mri).FirstOrDefaultAsync(cancellation), cancellation);

    public Task<Person?> PersonByMriAsync(string mri, CancellationToken cancellation) =>
        _database.ReadAsync(async db => (await db.People.FirstOrDefaultAsync(row => row.Mri == mri, cancellation))?.ToPerson(), cancellation);

    private static bool Update(PersonRow row, string name, string? mri, string? zone, string? locale, bool? isGuest)
    {
        var before = (row.Name, row.Mri, row.Zone, row.Locale, row.IsGuest);
        if (!string.IsNullOrWhiteSpace(name)) row.Name = name;
        row.Mri = mri ?? row.Mri;
        row.Zone = zone ?? row.Zone;
        row.Locale = locale ?? row.Locale;
        row.IsGuest = isGuest ?? row.IsGuest;
        return before != (row.Name, row.Mri, row.Zone, row.Locale, row.IsGuest);
    }
}
