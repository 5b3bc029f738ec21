using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Store.OnlineMeetings;
using SoeBot.Store.People;

namespace SoeBot.Meetings;

/// <param name="Title">As in the calendar; null when Teams did not tell.</param>
/// <param name="Ends">As planned, when that is today.</param>
/// <param name="Organizer">Proposed as chair, never made one.</param>
/// <param name="Here">Names of who is there now.</param>
internal sealed record OnlineView(string? Title, DateTimeOffset? Ends, string? Organizer, IReadOnlyList<string> Here)
{
    public static readonly OnlineView Nothing = new(null, null, null, []);
}

/// <summary>What Teams told of a meeting, in words for cards.</summary>
internal sealed class MeetingPeople(OnlineMeetingStore online, PeopleStore people)
{
    private const int MostNames = 20;

    public async Task<OnlineView> NowAsync(PlantProfile plant, string conversation, DateOnly day, CancellationToken ct)
    {
        var entry = await online.FindAsync(conversation, ct);
        var there = (await online.PresencesAsync(conversation, day, ct)).Where(one => one.LeftAt is null).Select(one => one.Person).ToList();
        var names = await people.NamesAsync([.. entry?.Organizer is { } asked ? there.Append(asked) : there], ct);
        // A series tells the hours of its first date.
        var ends = entry?.End is { } end && plant.Calendar.DayOf(end) == day ? entry.End : null;
        return new(entry?.Title, ends, entry?.Organizer is { } key ? Name(names, key) : null, [.. there.Select(one => Name(names, one)).OfType<string>().Take(MostNames)]);
    }

    private static string? Name(IReadOnlyDictionary<PersonKey, Person> names, PersonKey key) =>
        names.TryGetValue(key, out var person) && person.Name.Length > 0 ? person.Name : null;
}
