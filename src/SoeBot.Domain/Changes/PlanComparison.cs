using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Changes;

/// <summary>One production order that stands otherwise than published inside a fence, without an approved request (R25).</summary>
public sealed record Difference(Fence Zone, ScheduleLine? Before, ScheduleLine? After)
{
    public string Number => (After ?? Before)!.Number;
    public string Item => (After ?? Before)!.Item;

    /// <summary>The same difference in a later version has the same mark; another change of the line has another.</summary>
    public string Mark => After is { } line ? $"{line.Due:yyyyMMdd}|{line.Planned:0.####}|{line.WorkCentre}" : "gone";
}

/// <summary>The published plan, the approved changes and the new version, side by side.</summary>
public static class PlanComparison
{
    /// <param name="published">The schedule frozen for the published week.</param>
    /// <param name="current">The schedule of the new version.</param>
    /// <param name="effective">Requests that hold, and emergencies that were filed and wait for their answer.</param>
    /// <param name="week">The published week: it is frozen, the next working one firm.</param>
    /// <param name="calendar">Of the plant.</param>
    /// <returns>Frozen before firm, then by day and number.</returns>
    public static IReadOnlyList<Difference> Violations(
        IReadOnlyList<ScheduleLine> published, IReadOnlyList<ScheduleLine> current, IEnumerable<ChangeRequest> effective, PlantWeek week, PlantCalendar calendar)
    {
        var before = published.ToDictionary(line => line.Number, StringComparer.Ordinal);
        var allowed = effective.Where(request => request.IsEffective || request is { IsAfterwards: true, Waits: true }).SelectMany(request => request.Impact?.Expected ?? []).ToList();
        var byNumber = allowed.Where(one => !one.IsNew).ToLookup(one => one.Number, StringComparer.Ordinal);
        var added = allowed.Where(one => one.IsNew).ToList();
        var found = new List<Difference>();
        foreach (var line in current)
        {
            before.Remove(line.Number, out var was);
            if (Zone(was, line) is { } zone) found.Add(new Difference(zone, was, line));
        }
        foreach (var gone in before.Values)
            if (Zone(gone, null) is { } zone) found.Add(new Difference(zone, gone, null));
        return [.. found.Where(one => !IsAllowed(one)).OrderByDescending(one => one.Zone).ThenBy(one => (one.After ?? one.Before)!.Due).ThenBy(one => one.Number, StringComparer.Ordinal)];

        Fence? Zone(ScheduleLine? was, ScheduleLine? now)
        {
            // Where in its day's queue a line stands, and on which day it begins, every replanning changes: the promise is its due day.
            if (was is not null && now is not null && (was.Item, was.Planned, was.Due, was.WorkCentre) == (now.Item, now.Planned, now.Due, now.WorkCentre)) return null;
            return FenceRules.OfChange(was, now, week, calendar) is { } zone and not Fence.Flexible ? zone : null;
        }

        bool IsAllowed(Difference one)
        {
            if (byNumber[one.Number].Any(expected => expected.Is(one.Before, one.After))) return true;
            // Each approved addition covers one line and no more.
            var at = one.Before is null ? added.FindIndex(expected => expected.Is(null, one.After)) : -1;
            if (at >= 0) added.RemoveAt(at);
            return at >= 0;
        }
    }

    /// <summary>Another date for the customer changes no production order: it has arrived when every open line of the order has it.</summary>
    public static bool IsOfCustomerDate(ChangeRequest request) => request.What is { Kind: ChangeKind.Date, Subject: ChangeSubject.Order };

    /// <inheritdoc cref="IsOfCustomerDate"/>
    public static bool HasArrived(ChangeRequest request, IEnumerable<OrderLine> lines) =>
        lines.Where(line => line.Order == request.What.Reference && line.OpenQuantity > 0).ToList() is { Count: > 0 } open && open.TrueForAll(line => line.Commitment == request.What.To);

    /// <summary>Whether what was approved is in the schedule. What makes room may stay where it is.</summary>
    public static bool HasArrived(ChangeRequest request, IReadOnlyDictionary<string, ScheduleLine> current, IReadOnlyDictionary<string, ScheduleLine> published)
    {
        var wanted = (request.Impact?.Expected ?? []).Where(one => one.Until is null).ToList();
        return wanted.Count > 0 && wanted.TrueForAll(one => one.IsNew
            ? current.Values.Any(line => !published.ContainsKey(line.Number) && one.Is(null, line))
            : (one.Is(published.GetValueOrDefault(one.Number), current.GetValueOrDefault(one.Number)) && (one.Sequence is null || current[one.Number].Sequence == one.Sequence)) || (one.Due is null && !current.ContainsKey(one.Number)));
    }
}
