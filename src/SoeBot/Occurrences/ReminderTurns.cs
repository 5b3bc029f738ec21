using SoeBot.Domain.Reminders;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Reminders;

namespace SoeBot.Occurrences;

/// <summary>
/// What happens to a reminder that waited: put off, held for the digest, or in the outbox while the service was away. Each time the state is
/// read again, and it stays silent, goes to somebody else, waits on or goes out.
/// </summary>
public sealed class ReminderTurns(OccurrenceKinds kinds, Reminding reminding, ReminderStore reminders, PlantProfiles plants, PlantClock clock, TimeProvider time) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        registry.Occurrences.Add(ReminderKinds.Later, null, LaterAsync);
        registry.Occurrences.Add(ReminderKinds.Digest, null, DigestAsync);
    }

    /// <summary>Asked right before a message goes out. Null: it may.</summary>
    public async Task<Settlement?> StopAsync(OutboxMessage message, CancellationToken ct)
    {
        if (message is not { Kind: MessageKind.Reminder, Target: MessageTarget.Person }) return null;
        if (await reminders.OfMessageAsync(message.Key, ct) is not { State: ReminderState.Written } one || plants.Find(one.Plant) is not { } plant) return null;
        var now = clock.Now(plant.Id);
        var (again, over) = await AgainAsync(one, plant, now, ct);
        if (again is null) return Stopped(new(one.Key, ReminderState.Silent, over!));
        if (again.Person != one.Person) return Stopped(new(one.Key, ReminderState.Redirected, again.Note ?? "somebody else answers for it now", again));
        if (again.PutOff is { } later) return Stopped(new(one.Key, one.Class == ReminderClass.Digest ? ReminderState.Silent : ReminderState.PutOff, later.Reason, again));
        if (one.Class == ReminderClass.Single && again.DigestOnly) return Stopped(new(one.Key, ReminderState.Held, "asked for quiet today", again));
        if (one.Class != ReminderClass.Urgent && one.Day != again.Day && !await reminders.CountAsync(one.Key, again.Day, ct))
            return Stopped(new(one.Key, one.Class == ReminderClass.Digest ? ReminderState.Silent : ReminderState.Held, "waited into a day that had its reminders already", again));
        return null;

        Settlement Stopped(ReminderChange change) => new(OutboxState.Silent, time.GetUtcNow()) { Reason = change.Reason, Reminder = change };
    }

    private async Task<Effect?> LaterAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (await reminders.OfMessageAsync(occurrence.Key, ct) is not { State: ReminderState.PutOff } one) return Effect.Silent("it came by another way");
        var (again, over) = await AgainAsync(one, plant, now, ct);
        if (again is null) return new Effect { SilentBecause = over, ReminderChanges = [new(one.Key, ReminderState.Silent, over!)] };
        return again.Key == one.Key ? new Effect { Reminders = [again] }
            : new Effect { ReminderChanges = [new(one.Key, ReminderState.Redirected, again.Note ?? "somebody else answers for it now", again)] };
    }

    private async Task<Effect?> DigestAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (ReminderKinds.Read(occurrence.Key) is not var (person, isWhole)) return Effect.Silent("nobody's");
        var held = await reminders.HeldAsync(person, ct);
        if (held.Count == 0 && !isWhole) return Effect.Silent("nothing waits any more");
        if ((await reminding.StandInAsync(person, plant, now, ct)).IsOther) return await HandOnAsync(held, now, ct);
        var digest = await reminding.DigestAsync(person, ReminderKinds.Digest, plant, now, ct);
        return new Effect { Reminders = [digest], SilentBecause = digest.PutOff?.Reason };
    }

    /// <summary>The person went away meanwhile: what waited goes to whoever acts for them.</summary>
    private async Task<Effect> HandOnAsync(IReadOnlyList<Reminder> held, DateTimeOffset now, CancellationToken ct)
    {
        var changes = new List<ReminderChange>();
        foreach (var one in held)
        {
            if (plants.Find(one.Plant) is not { } plant) continue;
            var (again, over) = await AgainAsync(one, plant, now, ct);
            changes.Add(again is null ? new(one.Key, ReminderState.Silent, over!) : new(one.Key, ReminderState.Redirected, again.Note ?? "away", again));
        }
        return new Effect { ReminderChanges = changes };
    }

    /// <summary>The same reminder as things stand now; null with the reason when there is nothing to say.</summary>
    private async Task<(NewReminder? Again, string? Over)> AgainAsync(Reminder one, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (one.Class == ReminderClass.Digest)
            return await reminding.StandInAsync(one.Person, plant, now, ct) is { IsOther: true } away ? (null, await reminding.StandsInAsync(away, ct)) : (await reminding.DigestAsync(one.Person, one.Kind, plant, now, ct), null);
        if (!kinds.All.TryGetValue(one.Kind, out var kind) || kind.Read is not { } read) return (null, "nobody asks for it any more");
        var standing = await read(new Occurrence(one.Plant, one.Kind, one.OccurrenceKey, one.At), plant, now, ct);
        if (standing.Over is { } why) return (null, why);
        var asked = standing.People.FirstOrDefault(now => now.Slot == one.Slot && now.For == one.For) ?? standing.People.FirstOrDefault(now => now.Slot == one.Slot);
        return asked is null ? (null, "nobody is asked for it any more") : (await reminding.PrepareAsync(asked, one.Kind, one.OccurrenceKey, plant, now, ct), null);
    }
}
