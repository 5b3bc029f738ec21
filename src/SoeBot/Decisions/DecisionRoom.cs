using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.OnlineMeetings;

namespace SoeBot.Decisions;

/// <summary>Who was there when something was decided, and which functions it touches were not (R102, R135).</summary>
internal sealed class DecisionRoom(OnlineMeetingStore online, StandIns standIns)
{
    /// <param name="Present">In the order in which they came; whoever recorded it is always there.</param>
    internal sealed record Room(IReadOnlyList<PersonKey> Present, IReadOnlyList<Role> NotInRoom);

    /// <param name="owner">Outside a meeting the owner has part in it too.</param>
    public async Task<Room> AtAsync(PlantProfile plant, Meeting? meeting, PersonKey by, PersonKey? owner, DecisionSubject subject, DecisionKind kind, DateTimeOffset now, CancellationToken ct)
    {
        var today = plant.Calendar.DayOf(now);
        // By Teams' word and by "I am here", like the meeting's own attendance.
        List<PersonKey> seen = meeting is null ? [] :
        [
            .. (await online.PresencesAsync(meeting.Conversation, meeting.Day, ct)).Where(one => one.LeftAt is null).Select(one => one.Person).Concat(meeting.Here.Select(mark => mark.Person)).Distinct(),
        ];
        List<PersonKey> present = [.. seen, .. seen.Contains(by) ? Array.Empty<PersonKey>() : [by]];
        // Teams may not tell who came, and nobody may have said so; then nobody is called missing.
        if (meeting is not null && seen.Count == 0) return new(present, []);
        var part = meeting is null && owner is { } other ? present.Append(other) : present;
        var staffing = await standIns.StaffingAsync(plant.Id, today, ct);
        var there = ImpactedFunctions.Of(subject, kind).Where(role => part.Any(person => staffing.ActsAs(person, role, today))).ToHashSet();
        return new(present, ImpactedFunctions.NotThere(subject, kind, there));
    }
}
