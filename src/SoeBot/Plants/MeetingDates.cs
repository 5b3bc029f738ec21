using SoeBot.Domain.Fences;
using SoeBot.Domain.Meetings;
using SoeBot.Store.Meetings;

namespace SoeBot.Plants;

/// <param name="Week">The plant's week whose meeting it is; the same wherever the date is moved, so that keys made of it never ask twice.</param>
/// <param name="Moved">It is not where the settings put it.</param>
public sealed record PlannedMeeting(PlantWeek Week, DateTimeOffset Start, bool Moved)
{
    /// <summary>For keys of occurrences: "2026-11-23".</summary>
    public string Key => $"{Week.Start:yyyy-MM-dd}";
}

/// <summary>When the weekly meeting is: as the settings say, unless a date was moved or cancelled.</summary>
public sealed class MeetingDates(MeetingDateStore dates)
{
    private const int WeeksAhead = 53;

    /// <summary>Start of the first meeting after the instant, looking a year ahead; null when none is planned.</summary>
    public async Task<DateTimeOffset?> NextAsync(PlantProfile plant, DateTimeOffset after, CancellationToken ct) =>
        (await NextMeetingAsync(plant, after, ct))?.Start;

    /// <inheritdoc cref="NextAsync"/>
    public async Task<PlannedMeeting?> NextMeetingAsync(PlantProfile plant, DateTimeOffset after, CancellationToken ct)
    {
        var week = plant.Calendar.WeekOf(after);
        var changed = await ChangedAsync(plant, week, WeeksAhead, ct);
        // Once one is found, a later week can still hold an earlier one that was moved forward.
        PlannedMeeting? found = null;
        foreach (var one in Each(plant, week, WeeksAhead, changed))
        {
            if (found is not null && one.Week.Start > found.Week.Start.AddDays(14)) break;
            if (one.Start > after && (found is null || one.Start < found.Start)) found = one;
        }
        return found;
    }

    /// <summary>The meetings that start after <paramref name="from"/> and not after <paramref name="until"/>, in order.</summary>
    public async Task<IReadOnlyList<PlannedMeeting>> BetweenAsync(PlantProfile plant, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var week = plant.Calendar.WeekOf(from);
        var weeks = ((plant.Calendar.WeekOf(until).Start.DayNumber - week.Start.DayNumber) / 7) + 2;
        var changed = await ChangedAsync(plant, week, weeks, ct);
        return [.. Each(plant, week, weeks, changed).Where(one => one.Start > from && one.Start <= until).OrderBy(one => one.Start)];
    }

    /// <summary>By when something decided now is due unless people say otherwise: the working day before the next meeting, but not today.</summary>
    public async Task<DateOnly> UsualDueAsync(PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var today = plant.Calendar.DayOf(now);
        var before = await NextAsync(plant, now, ct) is { } next ? plant.Calendar.AddWorkingDays(plant.Calendar.DayOf(next), -1) : today;
        return before > today ? before : plant.Calendar.AddWorkingDays(today, 1);
    }

    /// <summary>What the settings give for a week; null when the plant is shut all of it.</summary>
    public static DateTimeOffset? Usual(PlantProfile plant, PlantWeek week) =>
        plant.MeetingDayOf(week) is { } day ? plant.Calendar.At(day, plant.MeetingStart) : null;

    private async Task<Dictionary<DateOnly, MeetingDate>> ChangedAsync(PlantProfile plant, PlantWeek week, int weeks, CancellationToken ct) =>
        (await dates.OfWeeksAsync(plant.Id, week.Start.AddDays(-7), week.Start.AddDays(7 * weeks), ct)).ToDictionary(date => date.Week);

    /// <summary>From the week before, whose date may have been moved into this one.</summary>
    private static IEnumerable<PlannedMeeting> Each(PlantProfile plant, PlantWeek week, int weeks, Dictionary<DateOnly, MeetingDate> changed)
    {
        var one = plant.Calendar.WeekOf(week.Start.AddDays(-1));
        for (var at = -1; at <= weeks; at++, one = one.Next)
        {
            if (changed.TryGetValue(one.Start, out var date))
            {
                if (date.Start is { } start) yield return new(one, start, start != Usual(plant, one));
            }
            else if (Usual(plant, one) is { } usual)
            {
                yield return new(one, usual, Moved: false);
            }
        }
    }
}
