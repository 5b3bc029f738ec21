using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Decisions;

/// <summary>A checked form: what <see cref="Decision.Record"/> needs.</summary>
/// <param name="Owner">Null only in a meeting, and to be completed before its close; the due date likewise.</param>
public sealed record NewDecision(
    DecisionId Id,
    PlantId Plant,
    string Text,
    DecisionSubject Subject,
    PersonKey? Owner,
    DateOnly? Due,
    PersonKey DecidedBy,
    MeetingId? Meeting,
    int? PlanVersion)
{
    public DecisionKind Kind { get; init; }

    /// <summary>Options looked at, as typed.</summary>
    public string? Options { get; init; }

    /// <summary>The group that was named as owner, kept beside the one person who answers.</summary>
    public string? Helpers { get; init; }

    /// <summary>Decided in a meeting and typed after it.</summary>
    public bool EnteredLater { get; init; }

    /// <summary>Who was there. Empty when nobody knows.</summary>
    public IReadOnlyList<PersonKey> Present { get; init; } = [];

    /// <summary>Functions that it touches and that were not there (R135).</summary>
    public IReadOnlyList<Role> NotInRoom { get; init; } = [];
}
