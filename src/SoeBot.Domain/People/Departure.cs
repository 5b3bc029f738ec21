using SoeBot.Domain.Plan;

namespace SoeBot.Domain.People;

public enum DepartureReason { AccountDisabled, AccountDeleted, LeftTeam }

/// <summary>A person who is not there any more for a plant, found by the daily look into the directory and the team.</summary>
/// <param name="At">When it was found.</param>
public sealed record Departure(PlantId Plant, PersonKey Person, DepartureReason Reason, DateTimeOffset At);
