using SoeBot.Cards;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plants;

namespace SoeBot.Meetings;

/// <summary>The meeting by its schedule: the question ten minutes after its start when nobody has opened it, sales' invitation, and what an open one says by itself. Never dependent on Teams' own events.</summary>
internal sealed class MeetingOccurrences(MeetingStore meetings, MeetingDates dates, MeetingSays says, MeetingCardSources cards, MeetingWeeks weeks, PlantStore notes, Rights rights)
{
    public const string Open = "meeting-open";
    public const string AskAgain = "meeting-ask-again";
    public const string SalesInvite = "sales-invite";
    public const string NotTodayNote = "no-meeting-today";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10), Ahead = TimeSpan.FromHours(4);

    public void Register(SliceRegistry registry)
    {
        var kinds = registry.Occurrences;
        kinds.Add(Open, async (plant, from, until, ct) => [.. (await dates.BetweenAsync(plant, from - Patience, until, ct)).Select(one => new Occurrence(plant.Id, Open, Key(one), one.Start + Patience))], AskAsync, Urgency.Urgent);
        kinds.Add(AskAgain, null, AskAgainAsync);
        kinds.Add(SalesInvite, async (plant, from, until, ct) => [.. (await dates.BetweenAsync(plant, from, until, ct)).Select(one => new Occurrence(plant.Id, SalesInvite, one.Key, InviteAt(plant, one.Start)))], InviteAsync);
        says.Register(registry);
        weeks.Register(registry);
    }

    private static string Key(PlannedMeeting one) => $"{one.Key}@{one.Start:yyyyMMddHHmm}";

    private async Task<Effect?> AskAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var day = plant.Calendar.DayOf(occurrence.DueAt);
        return await IsSettledAsync(plant, day, ct) ? null : Ask(plant, $"meeting-ask:{plant.Id}:{occurrence.Key}", new MessageTarget.Channel(plant.Id), $"{day:yyyy-MM-dd}");
    }

    /// <summary>Somebody pressed "in 10 min"; the key says where.</summary>
    private async Task<Effect?> AskAgainAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var day = plant.Calendar.DayOf(occurrence.DueAt);
        if (await IsSettledAsync(plant, day, ct)) return null;
        var place = occurrence.Key[..occurrence.Key.LastIndexOf('@')];
        var tenant = (await rights.AllAsync(plant.Id, ct)).Select(holder => holder.Person.Tenant).FirstOrDefault();
        return Ask(plant, $"meeting-ask-again:{plant.Id}:{occurrence.Key}", tenant is null ? new MessageTarget.Channel(plant.Id) : new MessageTarget.Conversation(tenant, place), $"{day:yyyy-MM-dd}|{place}");
    }

    /// <summary>It is open, was held that day, or somebody said "not today".</summary>
    private async Task<bool> IsSettledAsync(PlantProfile plant, DateOnly day, CancellationToken ct) =>
        await meetings.OpenAsync(plant.Id, ct) is not null
        || await meetings.LastClosedAsync(plant.Id, ct) is { Template: AgendaTemplate.WeeklyId } last && last.Day == day
        || await notes.GetNoteAsync(plant.Id, NotTodayNote, ct) == $"{day:yyyy-MM-dd}";

    private async Task<Effect?> InviteAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (await dates.NextAsync(plant, now, ct) is not { } start || await cards.SalesAsync(plant, null, ct) is not { } why) return null;
        var sales = await rights.ActingAsync(plant.Id, Role.Sales, plant.Calendar.DayOf(start), ct);
        return sales.Count == 0 ? null : new Effect
        {
            Messages = [.. sales.Select(person => new NewMessage
            {
                Plant = plant.Id, Key = $"{SalesInvite}:{plant.Id}:{occurrence.Key}:{person.ObjectId}", Kind = MessageKind.Reminder, Chain = SalesInvite, Target = new MessageTarget.Person(person),
                Card = SayCard.Of($"Please come to the weekly meeting of {plant.Name}, {Words.DayWords.Moment(start, plant.Calendar)}\nWhy: {why}."),
            })],
        };
    }

    // Four hours before, but nobody is woken for it.
    private static DateTimeOffset InviteAt(PlantProfile plant, DateTimeOffset start)
    {
        var earliest = plant.Calendar.At(plant.Calendar.DayOf(start), new TimeOnly(7, 0));
        return start - Ahead is var wanted && wanted > earliest ? wanted : earliest;
    }

    private static Effect Ask(PlantProfile plant, string key, MessageTarget where, string about) => new()
    {
        Messages = [new NewMessage { Plant = plant.Id, Key = key, Kind = MessageKind.Reminder, Chain = "meeting-ask", Target = where, Card = new CardRef(MeetingCardSources.Ask, about) }],
    };
}
