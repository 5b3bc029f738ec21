using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Store.Conversations;
using SoeBot.Store.Database;
using SoeBot.Store.People;

namespace SoeBot.Store.Minutes;

/// <summary>Takes the minutes of a meeting in the transaction that closes it: closed without minutes cannot be, however the process dies.</summary>
internal static class MinutesWriter
{
    /// <param name="next">The date after it; null when none is planned.</param>
    public static async Task TakeAsync(SoeDb db, Meeting meeting, DateTimeOffset? next, CancellationToken cancellation)
    {
        if (meeting.ClosedAt is not { } closed || await db.Minutes.AnyAsync(row => row.Meeting == meeting.Id, cancellation)) return;
        var template = AgendaTemplate.Find(meeting.Template);
        var decisions = await db.Decisions.Where(row => row.Meeting == meeting.Id).OrderBy(row => row.Number).ToListAsync(cancellation);
        var version = meeting.PlanVersion is { } number
            ? (await db.PlanVersions.FirstOrDefaultAsync(row => row.Plant == meeting.Plant && row.Number == number, cancellation))?.ToVersion() : null;
        var present = await PresentAsync(db, meeting, cancellation);
        var functions = template.NeedsFunctions ? Attendance.Of(await AbsenceStore.ReadStaffingAsync(db, meeting.Plant, meeting.Day, cancellation), [.. present.Select(one => one.Person)], meeting.Day) : [];
        db.Minutes.Add(MinutesRow.Of(new MeetingMinutes
        {
            Meeting = meeting.Id, Plant = meeting.Plant, Template = template.Id, Title = template.Title, Day = meeting.Day,
            StartedAt = meeting.StartedAt, ClosedAt = closed, Chair = meeting.Chair,
            PlanVersion = meeting.PlanVersion, DataAt = version?.DataAt, Source = version?.Source,
            Decisions = [.. decisions.Select(one => new MinutedDecision(one.Number, one.Text, one.Owner, one.Due, one.Subject, one.Status, one.DecidedBy) { NotInRoom = one.NotInRoom })],
            Present = [.. present.Select(one => functions.FirstOrDefault(role => role.By == one.Person) is { } stood ? one with { Role = stood.Role, IsDeputy = stood.IsDeputy } : one)],
            Missing = [.. functions.Where(one => one.By is null).Select(one => one.Role)], Steps = MinutedStep.Of(meeting, template, closed), IsUnfinished = meeting.IsUnfinished,
            Reviews = [.. meeting.Reviews.GroupBy(one => one.Order).Select(group => group.Last()).Select(one => new MinutedReview(one.Order, one.Result, one.Because))],
            Numbers = version is null ? [] : await NumbersAsync(db, meeting.Plant, version.Number, cancellation),
            Parked = [.. meeting.Parked], Moves = await MovesAsync(db, meeting, cancellation), Next = next,
        }));
    }

    /// <summary>The chair, who was seen while it was held, and who pressed "I am here".</summary>
    private static async Task<IReadOnlyList<MinutedPerson>> PresentAsync(SoeDb db, Meeting meeting, CancellationToken cancellation)
    {
        var place = ConversationRow.Place(meeting.Conversation);
        var rows = await db.Presences.Where(row => row.Conversation == place && row.Day == meeting.Day).OrderBy(row => row.FirstJoinedAt).ToListAsync(cancellation);
        var seen = rows.Select(row => row.ToPresence()).Where(one => !(one.JoinedAt > meeting.ClosedAt) && !(one.LeftAt < meeting.StartedAt))
            .Select(one => new MinutedPerson(one.Person, LeftAt: one.LeftAt < meeting.ClosedAt ? one.LeftAt : null));
        return [.. seen.Concat(meeting.Here.Select(mark => new MinutedPerson(mark.Person))).Append(new(meeting.Chair)).DistinctBy(one => one.Person).OrderByDescending(one => one.Person == meeting.Chair)];
    }

    /// <summary>How its own date was moved, and what was cancelled in the week before it.</summary>
    private static async Task<IReadOnlyList<MinutedMove>> MovesAsync(SoeDb db, Meeting meeting, CancellationToken cancellation)
    {
        if (meeting.Template != AgendaTemplate.WeeklyId) return [];
        var dates = await db.MeetingDates.Where(row => row.Plant == meeting.Plant && row.Week >= meeting.Day.AddDays(-13) && row.Week <= meeting.Day).OrderBy(row => row.Week).ToListAsync(cancellation);
        return [.. dates.Where(date => date.Start is not { } start || (start - meeting.StartedAt).Duration() < TimeSpan.FromHours(12))
            .SelectMany(date => date.Changes).Select(change => new MinutedMove(change.From, change.To, change.By, change.Why))];
    }

    private static async Task<IReadOnlyList<MinutedNumber>> NumbersAsync(SoeDb db, PlantId plant, int version, CancellationToken cancellation)
    {
        string[] wanted = [nameof(PlanFindings.Weeks), nameof(PlanFindings.Exceptions), nameof(PlanFindings.ExceptionWeeks), nameof(PlanFindings.AtRisk)];
        var parts = await db.Findings.Where(row => row.Plant == plant && row.Version == version && wanted.Contains(row.Part)).ToDictionaryAsync(row => row.Part, row => row.Json, cancellation);
        return parts.Count < wanted.Length ? [] : MinutedNumbers.Of(
            version, Read<WeekNumbers>(nameof(PlanFindings.Weeks)), Read<PlanException>(nameof(PlanFindings.Exceptions)),
            Read<ExceptionWeek>(nameof(PlanFindings.ExceptionWeeks)), Read<RankedOrder>(nameof(PlanFindings.AtRisk)));

        List<T> Read<T>(string part) => JsonSerializer.Deserialize<List<T>>(parts[part], Conversions.Json)!;
    }
}
