using SoeBot.Domain.Reminders;

namespace SoeBot.Store.Occurrences;

/// <summary>An occurrence with how it stands.</summary>
/// <param name="Detail">Why it was silent or failed, or why its last try did; null when there is nothing to say.</param>
public sealed record OccurrenceRow(Occurrence Occurrence, OccurrenceState State, int Tries, string? Detail, DateTimeOffset? SettledAt);
