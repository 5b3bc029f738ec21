using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Store.Database;

namespace SoeBot.Store.Occurrences;

/// <summary>Occurrences as part of another change's transaction.</summary>
internal static class OccurrenceWriter
{
    /// <summary>New ones are added, pending ones moved, settled ones left as they are.</summary>
    public static async Task AddAsync(SoeDb db, IReadOnlyList<Occurrence> asked, CancellationToken cancellation)
    {
        var wanted = await InZonesAsync(db, asked, cancellation);
        // An effect may ask for the same twice, in parts that are not written yet: the digest of whoever reads two reminders.
        var known = db.Occurrences.Local.ToDictionary(row => (row.Plant, row.Kind, row.Key));
        await FindAsync(db, [.. wanted.Where(one => !known.ContainsKey((one.Plant, one.Kind, one.Key)))], known, cancellation);
        foreach (var one in wanted)
        {
            if (known.TryGetValue((one.Plant, one.Kind, one.Key), out var row)) Move(row, one.DueAt);
            else db.Occurrences.Add(known[(one.Plant, one.Kind, one.Key)] = New(one));
        }
    }

    private static async Task FindAsync(SoeDb db, List<Occurrence> wanted, Dictionary<(PlantId, string, string), StoredOccurrence> known, CancellationToken cancellation)
    {
        if (wanted.Count == 0) return;
        var plants = wanted.Select(one => one.Plant).Distinct().ToList();
        var kinds = wanted.Select(one => one.Kind).Distinct().ToList();
        var keys = wanted.Select(one => one.Key).Distinct().ToList();
        foreach (var row in await db.Occurrences.AsTracking().Where(row => plants.Contains(row.Plant) && kinds.Contains(row.Kind) && keys.Contains(row.Key)).ToListAsync(cancellation))
            known[(row.Plant, row.Kind, row.Key)] = row;
    }

    /// <summary>Those at a local time of a person, with the instant of the zone that is known of them; without one the plant's, which their instant has already.</summary>
    private static async Task<IReadOnlyList<Occurrence>> InZonesAsync(SoeDb db, IReadOnlyList<Occurrence> asked, CancellationToken cancellation)
    {
        var people = asked.Select(one => one.Local?.Person).OfType<PersonKey>().Distinct().ToList();
        if (people.Count == 0) return asked;
        var zones = await db.People.Where(row => people.Contains(row.Key) && row.Zone != null).ToDictionaryAsync(row => row.Key, row => row.Zone, cancellation);
        return [.. asked.Select(one => one.Local is not { } local ? one
            : zones.TryGetValue(local.Person, out var name) && TimeZoneInfo.TryFindSystemTimeZoneById(name!, out var zone) ? one.In(zone)
            : one.DueAt > local.After ? one : null).OfType<Occurrence>()];
    }

    public static StoredOccurrence New(Occurrence one) => new() { Plant = one.Plant, Kind = one.Kind, Key = one.Key, DueAt = one.DueAt };

    public static void Move(StoredOccurrence row, DateTimeOffset dueAt)
    {
        if (row.State != OccurrenceState.Pending || row.DueAt == dueAt) return;
        row.DueAt = dueAt;
        row.Tries = 0;
        (row.HeldUntil, row.HeldBy) = (null, null);
    }

    public static Task WithdrawAsync(SoeDb db, PlantId plant, string keyPrefix, CancellationToken cancellation) =>
        db.Occurrences.Where(row => row.Plant == plant && row.State == OccurrenceState.Pending && row.Key.StartsWith(keyPrefix))
            .ExecuteDeleteAsync(cancellation);

    /// <returns>False when it is not there or was settled before.</returns>
    public static async Task<bool> SettleAsync(SoeDb db, Occurrence one, OccurrenceState state, string? detail, DateTimeOffset? at, CancellationToken cancellation) =>
        await db.Occurrences
            .Where(row => row.Plant == one.Plant && row.Kind == one.Kind && row.Key == one.Key && row.State == OccurrenceState.Pending)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, state)
                .SetProperty(row => row.Detail, detail)
                .SetProperty(row => row.SettledAt, at)
                .SetProperty(row => row.HeldBy, (string?)null)
                .SetProperty(row => row.HeldUntil, (DateTimeOffset?)null), cancellation) > 0;
}
