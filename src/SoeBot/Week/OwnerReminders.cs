using SoeBot.Cards;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Domain.Risk;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Reminders;
using SoeBot.Teams.Cards;

namespace SoeBot.Week;

/// <summary>
/// Owners of at-risk orders are asked before the meeting, and again only when they have not answered. Each person gets one card with
/// all their orders, never one per order (R140).
/// </summary>
internal sealed class OwnerReminders(
    RiskOwners owners, ReminderStore reminders, Reminding reminding, PeopleStore people, PlantProfiles plants, MeetingDates dates, PlantClock clock)
{
    private static readonly TimeOnly DigestAt = new(8, 0);

    public void Register(CardSources cards)
    {
        cards.Add(RiskDigestCard.Source, DrawDigestAsync);
        cards.AddAsk(RiskDigestCard.Source, async (request, ct) =>
            PersonKey.Parse(request.About) is { } person && (await owners.TopTenAsync(plants.Get(request.Plant), ct)).Where(order => order.Asked == person && !order.IsAnswered).ToList() is { Count: > 0 } open
                ? new PublicAsk($"how {string.Join(", ", open.Select(one => DataLine.Short(one.Order.Order, 30)))} stand{(open.Count == 1 ? "s" : "")}") : null);
    }

    /// <summary>Everybody who is asked about one of the ten, answered or not.</summary>
    public ReadReminder Draft(DueBefore next) => (occurrence, plant, now, ct) => ReadAsync(occurrence, plant, now, next, _ => true, ct);

    /// <param name="next">When the next of the chain is due, after which this one has been overtaken.</param>
    public ReadReminder Nudge(DueBefore next) => (occurrence, plant, now, ct) => ReadAsync(occurrence, plant, now, next, order => !order.IsAnswered, ct);

    /// <summary>On the first working day at eight in the zone of each: one occurrence for each zone that owners of the plant live in.</summary>
    public async Task<IReadOnlyList<Occurrence>> DigestsAsync(string kind, PlantProfile plant, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var zones = (await OwnersAsync(plant, ct)).Values.Append(plant.Calendar.Zone).DistinctBy(zone => zone.Id).ToList();
        var found = new List<Occurrence>();
        for (var week = plant.Calendar.WeekOf(from); week.Start <= plant.Calendar.DayOf(until); week = week.Next)
            if (plant.Calendar.FirstWorkingDay(week) is { } day)
                found.AddRange(zones.Select(zone => new Occurrence(plant.Id, kind, KeyOf(day, zone, plant), LocalTime.At(zone, day, DigestAt))));
        return found;
    }

    /// <summary>Your open decisions and your at-risk orders, one card each person.</summary>
    public async Task<Effect?> DigestAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var found = new List<NewReminder>();
        foreach (var (person, zone) in await OwnersAsync(plant, ct))
        {
            if (occurrence.Key != KeyOf(LocalTime.DayOf(zone, occurrence.DueAt), zone, plant)) continue;
            // Away: each thing goes to the deputy when its own turn comes, and the person hears on return.
            if ((await reminding.StandInAsync(person, plant, now, ct)).IsOther) continue;
            found.Add(await reminding.DigestAsync(person, occurrence.Kind, plant, now, ct));
        }
        return found.Count == 0 ? Effect.Silent("nobody has anything open") : new Effect { Reminders = found };
    }

    /// <summary>Owners of open decisions and of the ten orders, with their zone: the plant's while none is known.</summary>
    private async Task<IReadOnlyDictionary<PersonKey, TimeZoneInfo>> OwnersAsync(PlantProfile plant, CancellationToken ct)
    {
        var zones = new Dictionary<PersonKey, string?>(await reminders.OwnersAsync(plant.Id, ct));
        foreach (var owner in (await owners.TopTenAsync(plant, ct)).Select(order => order.Said?.Owner).OfType<PersonKey>())
            if (!zones.ContainsKey(owner)) zones[owner] = (await people.FindAsync(owner, ct))?.Zone;
        return zones.ToDictionary(one => one.Key, one => LocalTime.ZoneOf(one.Value, plant.Calendar.Zone));
    }

    private static string KeyOf(DateOnly day, TimeZoneInfo zone, PlantProfile plant) => zone.Id == plant.Calendar.Zone.Id ? $"{day:yyyy-MM-dd}" : $"{day:yyyy-MM-dd}@{zone.Id}";

    private async Task<Standing> ReadAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, DueBefore next, Func<AskedOrder, bool> which, CancellationToken ct)
    {
        if (await OverAsync(occurrence, plant, now, next, ct) is { } why) return Standing.Silent(why);
        var asked = (await owners.TopTenAsync(plant, ct)).Where(which).Select(order => order.Asked).OfType<PersonKey>().Distinct().ToList();
        return asked.Count == 0 ? Standing.Silent("everybody has answered") : new([.. asked.Select(person => new Asked($"owner-{person.ObjectId}", person, new CardRef(RiskDigestCard.Source, person.ToString()))
        {
            Chain = $"{RiskDigestCard.Source}:{person.ObjectId}", TrackAs = $"{RiskDigestCard.Source}:{person.ObjectId}",
        })]);
    }

    /// <summary>Why nothing need be said before that meeting any more; null while it need.</summary>
    public async Task<string?> OverAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, DueBefore next, CancellationToken ct) =>
        await MeetingAsync(occurrence, plant, now, ct) is not { } start ? "there is no such meeting any more"
        : start <= now ? "the meeting has begun"
        : next(plant, start) is var later && later <= now && later > occurrence.DueAt ? "the next reminder has come meanwhile" : null;

    /// <summary>Where the meeting stands now for which the occurrence was made; null when it was cancelled.</summary>
    private async Task<DateTimeOffset?> MeetingAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct) =>
        (await dates.BetweenAsync(plant, now.AddDays(-15), now.AddDays(30), ct)).FirstOrDefault(one => one.Key == occurrence.Key)?.Start;

    private async Task<Card?> DrawDigestAsync(CardRequest request, CancellationToken ct)
    {
        if (PersonKey.Parse(request.About) is not { } person) return null;
        var plant = plants.Get(request.Plant);
        var now = clock.Now(plant.Id);
        var zone = LocalTime.ZoneOf((await people.FindAsync(person, ct))?.Zone, plant.Calendar.Zone);
        var orders = (await owners.TopTenAsync(plant, ct)).Where(order => order.Asked == person);
        return RiskDigestCard.Draw(new(plant, plant.Calendar.DayOf(now), await dates.NextAsync(plant, now, ct), zone,
            [.. orders.Select(one => (one.Order, one.Said?.Status ?? RiskStatus.Unanswered, one.Said?.Owner == person))]));
    }
}

/// <summary>When something is due that is reckoned from the start of a meeting.</summary>
internal delegate DateTimeOffset DueBefore(PlantProfile plant, DateTimeOffset start);
