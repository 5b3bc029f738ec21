using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Reminders;

public enum OccurrenceState { Pending, Done, Silent, Failed }

/// <summary>
/// Something that will happen in a plant at an instant: a page, a draft, a reminder. Derived from settings, meetings and decisions,
/// and derived again when these change; the key makes a second derivation the same occurrence.
/// </summary>
/// <param name="Kind">One of the kinds that the occurrence registry knows, e.g. "exception-page".</param>
/// <param name="Key">Unique per plant and kind; names what it is about and its due version, e.g. "2026-11-23" or "D-41@2026-11-27".</param>
/// <param name="DueAt">With <see cref="Local"/>: by the plant's zone, until the person's own is looked up.</param>
public sealed record Occurrence(PlantId Plant, string Kind, string Key, DateTimeOffset DueAt)
{
    /// <summary>Due at a local time of one person, whose zone is read when it is written; null when the instant is what is meant.</summary>
    public LocalDue? Local { get; init; }

    /// <summary>With the instant of that zone; null when that is past, so that what the morning should have said is not made up later.</summary>
    public Occurrence? In(TimeZoneInfo zone) =>
        Local is not { } local ? this : LocalTime.At(zone, local.Day, local.At) is var due && due > local.After ? this with { DueAt = due, Local = null } : null;
}

/// <param name="After">Only when it is later than this.</param>
public sealed record LocalDue(PersonKey Person, DateOnly Day, TimeOnly At, DateTimeOffset After);
