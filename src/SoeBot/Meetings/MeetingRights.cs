using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.People;

namespace SoeBot.Meetings;

/// <summary>Who may move the agenda and the dates: the chair, the lead, the coordinator, their deputies.</summary>
internal sealed class MeetingRights(StandIns standIns, PeopleStore people, PersonFinder finder, PlantProfiles plants)
{
    /// <summary>Null when this person may, else the words that say who may.</summary>
    /// <param name="what">"move the agenda", "start the meeting".</param>
    public async Task<string?> RefusalAsync(PlantId plant, PersonKey by, Meeting? meeting, string what, DateTimeOffset now, CancellationToken ct)
    {
        if (meeting?.Chair == by) return null;
        var day = plants.Get(plant).Calendar.DayOf(now);
        var staffing = await standIns.StaffingAsync(plant, day, ct);
        if (Attendance.MayLead(staffing, by, day)) return null;
        var chair = meeting is null ? null : (await people.FindAsync(meeting.Chair, ct))?.Name;
        // Asked of the table and not of the words for it: "somebody with the role" is nobody to ask.
        if (chair is null && !staffing.HoldersOf(Role.Lead).Any()) return $"Nobody is S&OE lead yet, and only the lead can {what}. Ask {string.Join(" or ", await finder.NamesAsync(plant, Role.Administrator, ct))}.";
        var leads = await finder.NamesAsync(plant, Role.Lead, ct);
        var who = chair is { Length: > 0 } && !leads.Contains(chair, StringComparer.Ordinal) ? $"{chair}, who chairs it, or {string.Join(" or ", leads)}" : string.Join(" or ", leads);
        return $"Only {who} or their deputy can {what}. Ask {(chair is { Length: > 0 } ? chair : leads[0])}.";
    }

    /// <summary>"Lea", "Lea or Petra".</summary>
    public async Task<string> LeadNamesAsync(PlantId plant, DateOnly day, CancellationToken ct)
    {
        var acting = (await standIns.StaffingAsync(plant, day, ct)).Acting(Role.Lead, day);
        var names = (await people.NamesAsync([.. acting], ct)).Values.Where(person => person.Name.Length > 0).Select(person => person.Name).ToList();
        return names.Count > 0 ? string.Join(" or ", names) : "the S&OE lead";
    }

    /// <summary>Who leads that day: holders of the role who are there, else who stands in; null when nobody does.</summary>
    public async Task<PersonKey?> LeadAsync(PlantId plant, DateOnly day, CancellationToken ct)
    {
        var acting = (await standIns.StaffingAsync(plant, day, ct)).Acting(Role.Lead, day);
        return acting.Count > 0 ? acting[0] : null;
    }
}
