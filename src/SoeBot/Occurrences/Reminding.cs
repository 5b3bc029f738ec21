using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Reminders;

namespace SoeBot.Occurrences;

/// <summary>
/// Every reminder's way to its reader: who acts for whom, may they be written to now, what did they ask for. Counting happens in the store,
/// in the transaction that writes the message.
/// </summary>
public sealed class Reminding(OccurrenceKinds kinds, StandIns standIns, PeopleStore people, ReminderStore reminders)
{
    public const string DigestCard = "reminder-digest";

    /// <summary>What does not fit is gathered to the next full quarter of an hour, so that one digest has it all.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMinutes(15);

    /// <summary>Registers a kind that reminds people of something.</summary>
    public void Add(string id, DeriveOccurrences? derive, ReadReminder read, Urgency urgency = Urgency.Usual) =>
        kinds.Add(id, derive, (occurrence, plant, now, ct) => RemindAsync(read, occurrence, plant, now, ct), urgency, read);

    /// <summary>Reads how it stands and reminds whoever is to be reminded.</summary>
    public async Task<Effect?> RemindAsync(ReadReminder read, Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var standing = await read(occurrence, plant, now, ct);
        return standing.Over is { } why ? Effect.Silent(why) : await OfAsync(standing, occurrence, plant, now, ct);
    }

    public async Task<Effect> OfAsync(Standing standing, Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var found = new List<NewReminder>();
        foreach (var asked in standing.People) found.Add(await PrepareAsync(asked, occurrence.Kind, occurrence.Key, plant, now, ct));
        return new Effect { Reminders = [.. found.DistinctBy(one => one.Key)] };
    }

    /// <summary>For its reader of this moment: now, later, or in the digest alone.</summary>
    public async Task<NewReminder> PrepareAsync(Asked asked, string kind, string key, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var standIn = await standIns.ForAsync(plant.Id, asked.For, plant.Calendar.DayOf(now), ct);
        var reader = await HoursAsync(standIn.Person, plant, ct);
        var wish = await reminders.AskedAsync(standIn.Person, ct);
        return Timed(reader, wish, asked.IsUrgent, now, new NewReminder
        {
            Plant = plant.Id, Kind = kind, OccurrenceKey = key, Slot = asked.Slot, Person = standIn.Person, For = asked.For, Card = asked.Card, Chain = asked.Chain, TrackAs = asked.TrackAs,
            Class = asked.IsUrgent ? ReminderClass.Urgent : ReminderClass.Single, At = now, Day = reader.DayOf(now), NextDigest = reader.MorningAfter(reader.DayOf(now)),
            Note = standIn.IsOther ? await StandsInAsync(standIn, ct) : null,
        });
    }

    /// <summary>What is open of the person, in one card. The card is drawn when it goes out.</summary>
    public async Task<NewReminder> DigestAsync(PersonKey person, string kind, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var reader = await HoursAsync(person, plant, ct);
        var day = reader.DayOf(now);
        return Timed(reader, await reminders.AskedAsync(person, ct), isUrgent: false, now, new NewReminder
        {
            Plant = plant.Id, Kind = kind, OccurrenceKey = $"{day:yyyy-MM-dd}", Slot = "digest", Person = person, For = person, Class = ReminderClass.Digest,
            Card = new CardRef(DigestCard, $"{person}|{day:yyyy-MM-dd}"), At = now, Day = day, NextDigest = reader.MorningAfter(day),
        });
    }

    public async Task<QuietHours> HoursAsync(PersonKey person, PlantProfile plant, CancellationToken ct)
    {
        var known = await people.FindAsync(person, ct);
        return new(plant.Calendar, LocalTime.ZoneOf(known?.Zone, plant.Calendar.Zone), known?.Shift);
    }

    public Task<StandIn> StandInAsync(PersonKey person, PlantProfile plant, DateTimeOffset now, CancellationToken ct) =>
        standIns.ForAsync(plant.Id, person, plant.Calendar.DayOf(now), ct);

    /// <summary>"Omar Haddad is away until Fri 27 Nov": why it reached the reader.</summary>
    public async Task<string> StandsInAsync(StandIn one, CancellationToken ct)
    {
        var name = (await people.FindAsync(one.For, ct))?.Name is { Length: > 0 } known ? known : "the owner";
        return one.AwayUntil is { } day ? $"{name} is away until {PlanDay(day)}" : $"{name} is away";
    }

    private static NewReminder Timed(QuietHours reader, AskedQuiet wish, bool isUrgent, DateTimeOffset now, NewReminder one)
    {
        if (isUrgent) return one;
        var from = wish.SnoozedUntil is { } end && end > now ? end : now;
        var until = reader.From(from);
        if (until > now)
        {
            var why = from > now ? $"asked to be reminded from {Moment(from, reader.Zone)}" : reader.Plant.IsWorkingDay(reader.DayOf(now)) ? "outside the shift" : "no working day";
            return one with { PutOff = new(until, why) };
        }
        var together = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Gather.Ticks), TimeSpan.Zero) + Gather;
        return one with { DigestOnly = wish.QuietOn == one.Day, DigestToday = reader.IsOpen(together) ? together : null };
    }

    private static string PlanDay(DateOnly day) => day.ToString("ddd d MMM", System.Globalization.CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("ddd d MMM HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
