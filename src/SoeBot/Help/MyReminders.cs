using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Store.People;
using SoeBot.Store.Reminders;
using SoeBot.Words;

namespace SoeBot.Help;

/// <summary>What a person asked for and what therefore, or for the hour, comes later: with until when, in the plant's and in the person's time.</summary>
internal sealed class MyReminders(ReminderStore reminders, PeopleStore people)
{
    public async Task<(string? Wish, IReadOnlyList<MyLater> Later)> OfAsync(PersonKey person, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var zone = (await people.FindAsync(person, ct))?.Zone;
        var asked = await reminders.AskedAsync(person, ct);
        var wish = asked.SnoozedUntil is { } until && until > now ? $"You snoozed them until {Moment(until)}"
            : asked.QuietOn is { } day && day == plant.Calendar.DayOf(now) ? "Quiet today: only the digest" : null;
        var later = from one in await reminders.PutOffAsync(person, ct)
                    where one.Plant == plant.Id && one.Until is not null
                    orderby one.Until
                    select new MyLater(What(one.OccurrenceKey, one.Kind), Moment(one.Until!.Value));
        return (wish, [.. later]);

        string Moment(DateTimeOffset at) => ZoneWords.Moment(at, plant.Calendar, zone, now);
    }

    /// <summary>Keys begin with what they are about: "D-41@2026-11-27", "SO63216@..."; those of a meeting with its week, which says nothing.</summary>
    private static string What(string key, string kind) =>
        key.IndexOfAny(['@', '|']) is var cut and > 0 ? key[..cut] : kind is "top-ten-draft" or "owner-nudge" or "owner-last-call" ? "your orders at risk" : kind.Replace('-', ' ');
}
