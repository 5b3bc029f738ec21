using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Changes;

/// <summary>
/// What has to make room when work comes to a work centre that is full: production orders due last and queued last move to the next
/// working day, and so on, until the hours due by each day fit as well as they did before.
/// </summary>
internal static class RoomMaking
{
    private const int MostMoves = 300;
    private const int DaysAhead = 60;

    /// <param name="Moved">With their new days.</param>
    /// <param name="Overtime">Hours too many on the fullest day if nothing moved.</param>
    internal sealed record Room(IReadOnlyList<(ScheduleLine From, ScheduleLine To)> Moved, decimal Overtime);

    /// <param name="before">The schedule without the change.</param>
    /// <param name="after">The schedule with it.</param>
    /// <param name="fixedLines">Numbers that stay where they are: what the change is about.</param>
    /// <param name="centre">Of the work centre that is looked at.</param>
    /// <param name="hours">What it can do.</param>
    /// <param name="calendar">Of the plant.</param>
    /// <param name="today">Nothing moves before it.</param>
    public static Room Make(
        IReadOnlyList<ScheduleLine> before, IReadOnlyList<ScheduleLine> after, IReadOnlySet<string> fixedLines, string centre, CentreHours hours, PlantCalendar calendar, DateOnly today)
    {
        var lines = after.Where(line => HoursOf(line) > 0 && line.WorkCentre == centre).ToList();
        var old = before.Where(line => HoursOf(line) > 0 && line.WorkCentre == centre).ToList();
        var moved = new Dictionary<string, ScheduleLine>(StringComparer.Ordinal);
        var (overtime, available, moves) = (0m, 0m, 0);
        var last = today.AddDays(DaysAhead);
        for (var day = today; day <= last; day = day.AddDays(1))
        {
            available += hours.On(day);
            // As full as it was planned is no fault of the change.
            var most = Math.Max(available, old.Where(line => line.Due <= day).Sum(HoursOf));
            var needed = lines.Where(line => line.Due <= day).Sum(HoursOf);
            if (moved.Count == 0) overtime = Math.Max(overtime, needed - most);
            while (needed > most + 0.01m && moves < MostMoves && Next(lines, fixedLines, day) is { } at and >= 0)
            {
                var line = lines[at];
                var to = calendar.AddWorkingDays(day, 1);
                lines[at] = line with { Due = to, Start = line.Start > to ? to : line.Start };
                moved[line.Number] = lines[at];
                needed -= HoursOf(line);
                moves++;
            }
        }
        var planned = after.ToDictionary(line => line.Number, StringComparer.Ordinal);
        return new Room([.. moved.Values.Select(line => (planned[line.Number], line))], Math.Round(Math.Max(0, overtime), 2));
    }

    public static decimal HoursOf(ScheduleLine line) =>
        line is { Hours: { } hours, OpenQuantity: > 0, Planned: > 0 } ? hours * line.OpenQuantity / line.Planned : 0;

    /// <summary>The one that gives way first: due last, queued last; none that has started.</summary>
    private static int Next(List<ScheduleLine> lines, IReadOnlySet<string> fixedLines, DateOnly day)
    {
        var found = -1;
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Due > day || line.StartedOn is not null || fixedLines.Contains(line.Number)) continue;
            if (found < 0 || Later(line, lines[found])) found = at;
        }
        return found;
    }

    private static bool Later(ScheduleLine one, ScheduleLine other) =>
        one.Due != other.Due ? one.Due > other.Due
        : one.Sequence != other.Sequence ? (one.Sequence ?? int.MaxValue) > (other.Sequence ?? int.MaxValue)
        : string.CompareOrdinal(one.Number, other.Number) > 0;
}
