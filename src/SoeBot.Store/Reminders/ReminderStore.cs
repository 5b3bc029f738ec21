using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;

namespace SoeBot.Store.Reminders;

/// <summary>What a person asked for.</summary>
/// <param name="SnoozedUntil">Their single reminders come then; null for no snooze.</param>
/// <param name="QuietOn">The day, by their clock, on which they want the digest alone.</param>
public sealed record AskedQuiet(DateTimeOffset? SnoozedUntil, DateOnly? QuietOn)
{
    public static readonly AskedQuiet None = new(null, null);
}

/// <param name="Message">How its message stands; null when none was written or it was forgotten.</param>
public sealed record SentReminder(Reminder Reminder, OutboxState? Message, DateTimeOffset? SentAt, string? MessageReason);

/// <summary>Reminders with what became of them, and what people asked for. Writing one is part of an <see cref="Effect"/>.</summary>
public sealed class ReminderStore
{
    private static readonly DecisionStatus[] Open = [DecisionStatus.Draft, DecisionStatus.Proposed, DecisionStatus.Taken, DecisionStatus.Missed];
    private readonly SoeDatabase _database;

    internal ReminderStore(SoeDatabase database) => _database = database;

    public Task<Reminder?> FindAsync(string key, CancellationToken cancellation) =>
        _database.ReadAsync(async db => (await db.Reminders.FirstOrDefaultAsync(row => row.Key == key, cancellation))?.ToReminder(), cancellation);

    /// <summary>Null for a message that is no reminder of the ladder.</summary>
    public Task<Reminder?> OfMessageAsync(string messageKey, CancellationToken cancellation) => FindAsync(StoredReminder.KeyOf(messageKey), cancellation);

    /// <summary>Its message waited into another day: counted for that one. False when that day has no room any more.</summary>
    public Task<bool> CountAsync(string key, DateOnly day, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            if (await db.Reminders.AsTracking().FirstOrDefaultAsync(one => one.Key == key, cancellation) is not { State: ReminderState.Written } row) return false;
            if (row.Day == day) return true;
            if (!await ReminderWriter.TakeAsync(db, row.Person, day, row.Class, cancellation)) return false;
            row.Day = day;
            return true;
        }, cancellation);

    public Task<AskedQuiet> AskedAsync(PersonKey person, CancellationToken cancellation) =>
        _database.ReadAsync(async db => await db.ReminderQuiet.FirstOrDefaultAsync(row => row.Person == person, cancellation) is { } row
            ? new AskedQuiet(row.SnoozedUntil, row.QuietOn) : AskedQuiet.None, cancellation);

    public Task AskAsync(PersonKey person, AskedQuiet asked, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var row = await db.ReminderQuiet.AsTracking().FirstOrDefaultAsync(one => one.Person == person, cancellation);
            if (row is null) db.ReminderQuiet.Add(row = new() { Person = person });
            (row.SnoozedUntil, row.QuietOn) = (asked.SnoozedUntil, asked.QuietOn);
            await EffectWriter.WriteAsync(db, effect, cancellation);
        }, cancellation);

    /// <summary>What waits for the person's next digest, the oldest first.</summary>
    public Task<IReadOnlyList<Reminder>> HeldAsync(PersonKey person, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Person == person && row.State == ReminderState.Held), cancellation);

    public Task<IReadOnlyList<Reminder>> InDigestAsync(string digest, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.DigestKey == digest), cancellation);

    /// <summary>What comes later, with until when.</summary>
    public Task<IReadOnlyList<Reminder>> PutOffAsync(PersonKey person, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Person == person && row.State == ReminderState.PutOff), cancellation);

    /// <summary>The newest first, with how their messages stand.</summary>
    /// <param name="person">Of this one alone; null for everybody.</param>
    public Task<IReadOnlyList<SentReminder>> BetweenAsync(PlantId plant, DateTimeOffset from, DateTimeOffset to, PersonKey? person, int most, CancellationToken cancellation) =>
        SentAsync(rows => rows.Where(row => row.Plant == plant && row.At >= from && row.At < to && (person == null || row.Person == person || row.For == person)).OrderByDescending(row => row.At), most, cancellation);

    /// <summary>Those whose occurrence's key begins so, e.g. "D-41@": the newest first.</summary>
    public Task<IReadOnlyList<SentReminder>> AboutAsync(PlantId plant, string keyPrefix, int most, CancellationToken cancellation) =>
        SentAsync(rows => rows.Where(row => row.Plant == plant && row.OccurrenceKey.StartsWith(keyPrefix)).OrderByDescending(row => row.At), most, cancellation);

    /// <summary>Who has an open decision in the plant, with the zone of their client.</summary>
    public Task<IReadOnlyDictionary<PersonKey, string?>> OwnersAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyDictionary<PersonKey, string?>>(async db =>
        {
            var owners = await db.Decisions.Where(row => row.Plant == plant && row.Owner != null && Open.Contains(row.Status)).Select(row => row.Owner!.Value).Distinct().ToListAsync(cancellation);
            var zones = await db.People.Where(row => owners.Contains(row.Key)).Select(row => new { row.Key, row.Zone }).ToDictionaryAsync(row => row.Key, row => row.Zone, cancellation);
            return owners.ToDictionary(owner => owner, owner => zones.GetValueOrDefault(owner));
        }, cancellation);

    /// <summary>Forgets what is older, with the days counted before it.</summary>
    public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var day = DateOnly.FromDateTime(before.UtcDateTime);
            await db.ReminderDays.Where(row => row.Day < day).ExecuteDeleteAsync(cancellation);
            return await db.Reminders.Where(row => row.At < before && row.State != ReminderState.Held && row.State != ReminderState.PutOff).ExecuteDeleteAsync(cancellation);
        }, cancellation);

    private Task<IReadOnlyList<Reminder>> ListAsync(Func<IQueryable<StoredReminder>, IQueryable<StoredReminder>> which, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<Reminder>>(async db =>
            (await which(db.Reminders).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellation)).ConvertAll(row => row.ToReminder()), cancellation);

    private Task<IReadOnlyList<SentReminder>> SentAsync(Func<IQueryable<StoredReminder>, IQueryable<StoredReminder>> which, int most, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<SentReminder>>(async db =>
        {
            var reminders = (await which(db.Reminders).Take(most).ToListAsync(cancellation)).ConvertAll(row => row.ToReminder());
            var keys = reminders.Select(one => one.MessageKey).Concat(reminders.Select(one => one.DigestKey).OfType<string>()).Distinct().ToList();
            var messages = await db.Outbox.Where(row => keys.Contains(row.Key)).Select(row => new { row.Key, row.State, row.SettledAt, row.Reason }).ToDictionaryAsync(row => row.Key, cancellation);
            return reminders.ConvertAll(one => messages.GetValueOrDefault(one.DigestKey ?? one.MessageKey) is { } message
                ? new SentReminder(one, message.State, message.SettledAt, message.Reason) : new SentReminder(one, null, null, null));
        }, cancellation);
}
