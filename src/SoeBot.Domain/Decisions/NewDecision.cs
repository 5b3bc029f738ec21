using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Decisions;

/// <summary>A checked form: what <see cref="Decision.Record"/> needs.</summary>
public sealed record NewDecision(
    DecisionId Id,
    PlantId Plant,
    string Text,
    DecisionSubject Subject,
    PersonKey Owner,
    DateOnly Due,
    PersonKey DecidedBy,
    MeetingId? Meeting,
    int? PlanVersion);
