using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Reminders;

public enum OccurrenceState { Pending, Done, Silent, Failed }

/// <summary>
/// Something that will happen in a plant at an instant: a page, a draft, a reminder. Derived from settings, meetings and decisions,
/// and derived again when these change; the key makes a second derivation the same occurrence.
/// </summary>
/// <param name="Kind">One of the kinds that the occurrence registry knows, e.g. "exception-page".</param>
/// <param name="Key">Unique per plant and kind; names what it is about and its due version, e.g. "2026-11-23" or "D-41@2026-11-27".</param>
public sealed record Occurrence(PlantId Plant, string Kind, string Key, DateTimeOffset DueAt);
