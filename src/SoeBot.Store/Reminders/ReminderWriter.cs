using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Store.Database;
using SoeBot.Store.Occurrences;
using SoeBot.Store.Outbox;

namespace SoeBot.Store.Reminders;

/// <summary>Reminders as part of another change's transaction: counted, and written, held or put off.</summary>
internal static class ReminderWriter
{
    public const int MostSingles = 2, MostDigests = 1;

    public static async Task WriteAsync(SoeDb db, IReadOnlyList<NewReminder> reminders, CancellationToken cancellation)
    {
        foreach (var one in reminders) await WriteAsync(db, one, cancellation);
    }

    /// <summary>Its message did not go out as it was: it is held, put off, given to somebody else, or there is nothing to say.</summary>
    public static async Task ChangeAsync(SoeDb db, ReminderChange change, CancellationToken cancellation)
    {
        if (await FindAsync(db, change.Key, cancellation) is not { State: ReminderState.Written or ReminderState.PutOff or ReminderState.Held } row) return;
        (row.State, row.Reason, row.Day) = (change.State, change.Reason, null);
        if (row.Class == ReminderClass.Digest)
        {
            await ReleaseAsync(db, row, change.Instead, cancellation);
            return;
        }
        if (change.Instead is not { } instead) return;
        if (change.State == ReminderState.Redirected) await WriteAsync(db, instead, cancellation);
        else if (change.State == ReminderState.PutOff && instead.PutOff is { } later) await PutOffAsync(db, row, later, cancellation);
        else if (change.State == ReminderState.Held) await PlanDigestAsync(db, instead, cancellation);
    }

    /// <returns>False when the person had all of that class that a day may have; then nothing was counted.</returns>
    public static async Task<bool> TakeAsync(SoeDb db, PersonKey person, DateOnly day, ReminderClass what, CancellationToken cancellation)
    {
        var key = person.ToString();
        return what switch
        {
            ReminderClass.Urgent => true,
            ReminderClass.Digest => (await db.Database.SqlQuery<int>($"""
                INSERT INTO reminder_days (person, day, digests, singles) VALUES ({key}, {day}, 1, 0)
                ON CONFLICT (person, day) DO UPDATE SET digests = reminder_days.digests + 1 WHERE reminder_days.digests < {MostDigests} RETURNING digests
                """).ToListAsync(cancellation)).Count > 0,
            ReminderClass.Single => (await db.Database.SqlQuery<int>($"""
                INSERT INTO reminder_days (person, day, digests, singles) VALUES ({key}, {day}, 0, 1)
                ON CONFLICT (person, day) DO UPDATE SET singles = reminder_days.singles + 1 WHERE reminder_days.singles < {MostSingles} RETURNING singles
                """).ToListAsync(cancellation)).Count > 0,
        };
    }

    private static async Task WriteAsync(SoeDb db, NewReminder one, CancellationToken cancellation)
    {
        if (one is { Class: ReminderClass.Digest, PutOff.Until: var when })
        {
            await OccurrenceWriter.AddAsync(db, [ReminderKinds.WholeDigestAt(one.Plant, one.Person, when)], cancellation);
            return;
        }
        var row = await FindAsync(db, one.Key, cancellation);
        if (row is { State: not ReminderState.PutOff }) return;
        if (row is null) db.Reminders.Add(row = New(one));
        (row.At, row.Reason) = (one.At, one.Note);
        if (one.PutOff is { } later) await PutOffAsync(db, row, later, cancellation);
        else if (!(one is { DigestOnly: true, Class: ReminderClass.Single }) && await TakeAsync(db, one.Person, one.Day, one.Class, cancellation)) await SendAsync(db, row, one, cancellation);
        else if (one.Class == ReminderClass.Digest)
        {
            (row.State, row.Reason) = (ReminderState.Silent, "a digest went out today already");
            if (await db.Reminders.AnyAsync(held => held.Person == one.Person && held.State == ReminderState.Held, cancellation)) await PlanDigestAsync(db, one with { DigestToday = null }, cancellation);
        }
        else
        {
            (row.State, row.Reason) = (ReminderState.Held, one.DigestOnly ? "asked for quiet today" : "two reminders went out today already");
            await PlanDigestAsync(db, one, cancellation);
        }
    }

    private static async Task SendAsync(SoeDb db, StoredReminder row, NewReminder one, CancellationToken cancellation)
    {
        (row.State, row.Day, row.Until) = (ReminderState.Written, one.Class == ReminderClass.Urgent ? null : one.Day, null);
        if (one.Class == ReminderClass.Digest)
        {
            await db.SaveChangesAsync(cancellation);
            await db.Reminders.Where(held => held.Person == one.Person && held.State == ReminderState.Held)
                .ExecuteUpdateAsync(set => set.SetProperty(held => held.State, ReminderState.InDigest).SetProperty(held => held.DigestKey, one.Key), cancellation);
        }
        await OutboxWriter.AddAsync(db,
        [
            new NewMessage
            {
                Plant = one.Plant, Key = StoredReminder.MessageKeyOf(one.Key, row.Round), Kind = MessageKind.Reminder, Chain = one.Chain, TrackAs = one.TrackAs,
                Target = new MessageTarget.Person(one.Person), Card = one.Card,
            },
        ], cancellation);
    }

    private static async Task PutOffAsync(SoeDb db, StoredReminder row, PutOff later, CancellationToken cancellation)
    {
        (row.State, row.Until, row.Reason, row.Round) = (ReminderState.PutOff, later.Until, later.Reason, row.Round + 1);
        await OccurrenceWriter.AddAsync(db, [new(row.Plant, ReminderKinds.Later, $"{row.Key}#{row.Round}", later.Until)], cancellation);
    }

    /// <summary>Today's digest when there is still one to be had, else tomorrow's.</summary>
    private static async Task PlanDigestAsync(SoeDb db, NewReminder one, CancellationToken cancellation)
    {
        var hasOne = await db.ReminderDays.AnyAsync(row => row.Person == one.Person && row.Day == one.Day && row.Digests >= MostDigests, cancellation);
        var at = !hasOne && one.DigestToday is { } today ? today : one.NextDigest;
        await OccurrenceWriter.AddAsync(db, [ReminderKinds.DigestAt(one.Plant, one.Person, at)], cancellation);
    }

    /// <summary>What was to be in a digest that did not go out waits for the next; with nobody there to read it, whoever acts for them hears at once.</summary>
    private static async Task ReleaseAsync(SoeDb db, StoredReminder digest, NewReminder? instead, CancellationToken cancellation)
    {
        await db.Reminders.Where(row => row.DigestKey == digest.Key && row.State == ReminderState.InDigest)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ReminderState.Held).SetProperty(row => row.DigestKey, (string?)null), cancellation);
        await OccurrenceWriter.AddAsync(db, [instead is null ? ReminderKinds.DigestAt(digest.Plant, digest.Person, digest.At)
            : ReminderKinds.WholeDigestAt(digest.Plant, digest.Person, instead.PutOff?.Until ?? instead.NextDigest)], cancellation);
    }

    private static async Task<StoredReminder?> FindAsync(SoeDb db, string key, CancellationToken cancellation) =>
        db.Reminders.Local.FirstOrDefault(row => row.Key == key) ?? await db.Reminders.AsTracking().FirstOrDefaultAsync(row => row.Key == key, cancellation);

    private static StoredReminder New(NewReminder one) => new()
    {
        Key = one.Key, Plant = one.Plant, Kind = one.Kind, OccurrenceKey = one.OccurrenceKey, Slot = one.Slot, Person = one.Person, For = one.For,
        Class = one.Class, CardSource = one.Card.Source, CardAbout = one.Card.About, At = one.At,
    };
}
