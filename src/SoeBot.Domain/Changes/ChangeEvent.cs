using SoeBot.Domain.People;

namespace SoeBot.Domain.Changes;

public enum ChangeEventKind
{
    Drafted, Checked, Sent, Agreed, Objected, NotConcerned, Questioned, Answered, GivenToDeputy, HalfTime,
    Approved, Recorded, Rejected, Expired, Withdrawn, Obsolete, Arrived, Chased, Urged, TakenBack,
}

/// <summary>One thing that happened to a request. The list only grows.</summary>
/// <param name="By">Null when the calendar or an import did it.</param>
/// <param name="Note">The person's own words, as typed: condition, reason, question.</param>
/// <param name="For">The function that somebody signed for, or whose signature they took back.</param>
/// <param name="AsDeputy">Decided in the plant manager's place.</param>
/// <param name="Own">Decided on their own request, where the plant allows it.</param>
public sealed record ChangeEvent(
    ChangeEventKind Kind, DateTimeOffset At, PersonKey? By, string? Note = null, Role? For = null, bool AsDeputy = false, bool Own = false);
