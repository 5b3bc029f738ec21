using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.OnlineMeetings;
using SoeBot.Store.People;

namespace SoeBot.Meetings;

/// <param name="Title">As in the calendar; null when Teams did not tell.</param>
/// <param name="Ends">As planned, when that is today.</param>
/// <param name="Organizer">Proposed as chair, never made one.</param>
/// <param name="Here">Names of who is there now.</param>
/// <param name="Functions">What of the needed functions is there, in words: "planning, plant manager (deputy Dana)"; empty where none are needed.</param>
/// <param name="Missing">"procurement, customer service (nobody has the role)"; empty when none is.</param>
/// <param name="FrozenOpen">The plant manager or a deputy is there, so that changes in the frozen week can be approved.</param>
internal sealed record OnlineView(string? Title, DateTimeOffset? Ends, string? Organizer, IReadOnlyList<string> Here, string Functions = "", string Missing = "", bool FrozenOpen = true)
{
    public static readonly OnlineView Nothing = new(null, null, null, []);
}

/// <summary>Who is in the meeting: by Teams' word, by "I am here", and the chair.</summary>
internal sealed class MeetingPeople(OnlineMeetingStore online, PeopleStore people, StandIns standIns)
{
    private const int MostNames = 20;

    /// <param name="meeting">Null before it was started.</param>
    /// <param name="needsFunctions">The agenda names functions that must be there.</param>
    public async Task<OnlineView> NowAsync(PlantProfile plant, string? conversation, DateOnly day, Meeting? meeting, bool needsFunctions, CancellationToken ct)
    {
        var entry = conversation is null ? null : await online.FindAsync(conversation, ct);
        var there = await PresentAsync(conversation, day, meeting, ct);
        var functions = needsFunctions ? Attendance.Of(await standIns.StaffingAsync(plant.Id, day, ct), there, day) : [];
        var held = needsFunctions ? (await standIns.StaffingAsync(plant.Id, day, ct)).Holders.Select(holder => holder.Role).ToHashSet() : [];
        var names = await people.NamesAsync([.. entry?.Organizer is { } asked ? there.Append(asked) : there], ct);
        // A series tells the hours of its first date.
        var ends = entry?.End is { } end && plant.Calendar.DayOf(end) == day ? entry.End : null;
        return new(
            entry?.Title, ends, entry?.Organizer is { } key ? Name(names, key) : null, [.. there.Select(one => Name(names, one)).OfType<string>().Take(MostNames)],
            string.Join(", ", functions.Where(one => one.By is not null).Select(one => one.IsDeputy ? $"{Roles.Words(one.Role)} (deputy {Name(names, one.By!.Value) ?? "without a name"})" : Roles.Words(one.Role))),
            string.Join(", ", functions.Where(one => one.By is null).Select(one => held.Contains(one.Role) ? Roles.Words(one.Role) : $"{Roles.Words(one.Role)} (nobody has the role)")),
            functions.All(one => one.Role != Role.PlantManager || one.By is not null));
    }

    /// <summary>The chair first, then as they came.</summary>
    public async Task<IReadOnlyList<PersonKey>> PresentAsync(string? conversation, DateOnly day, Meeting? meeting, CancellationToken ct)
    {
        var there = conversation is null ? [] : (await online.PresencesAsync(conversation, day, ct)).Where(one => one.LeftAt is null).Select(one => one.Person).ToList();
        if (meeting is { State: MeetingState.Open }) there.AddRange([.. meeting.Here.Select(mark => mark.Person), meeting.Chair]);
        return [.. there.Distinct()];
    }

    private static string? Name(IReadOnlyDictionary<PersonKey, Person> names, PersonKey key) =>
        names.TryGetValue(key, out var person) && person.Name.Length > 0 ? person.Name : null;
}
