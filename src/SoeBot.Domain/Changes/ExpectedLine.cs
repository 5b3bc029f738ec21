using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Changes;

/// <summary>How a production order is to stand once a change is in the schedule.</summary>
/// <param name="Number">Of a new one: not known before the source gives it.</param>
/// <param name="Due">Null: it is gone.</param>
/// <param name="From">The day it was due on when the change was computed; null for a new one.</param>
/// <param name="Sequence">Place in the queue that was asked for: its arrival is told by it; null where it does not matter.</param>
/// <param name="Until">Of one that makes room: any day up to this one will do; null where only <paramref name="Due"/> does.</param>
public sealed record ExpectedLine(string Number, string Item, DateOnly? Due, decimal Planned, string? WorkCentre, bool IsNew = false, DateOnly? Until = null, DateOnly? From = null, int? Sequence = null)
{
    /// <summary>Whether the line stands so. What only the shop floor reports, its start and its place in the queue do not count.</summary>
    /// <param name="before">As published; null when it was added.</param>
    /// <param name="after">As it is now; null when it is gone.</param>
    public bool Is(ScheduleLine? before, ScheduleLine? after)
    {
        if (IsNew) return before is null && after is not null && after.Item == Item && after.Planned == Planned && after.Due == Due;
        if ((before ?? after)?.Number != Number) return false;
        if (Due is null || after is null) return Due is null && after is null;
        var onDay = Until is { } last ? after.Due >= before?.Due && after.Due <= last : after.Due == Due;
        return onDay && after.Planned == Planned && after.WorkCentre == WorkCentre;
    }
}
