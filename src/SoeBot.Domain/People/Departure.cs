using SoeBot.Domain.Plan;

namespace SoeBot.Domain.People;

public enum DepartureReason { AccountDisabled, AccountDeleted, LeftTeam }

/// <summary>A person who is not there any more for a plant, found by the daily look into the directory and the team.</summary>
/// <param name="At">When it was found; what was inherited then carries the same instant in its history.</param>
/// <param name="Heir">To whom the open items fell; null when nobody was there.</param>
/// <param name="SettledBy">Who said whose they are now; null while nobody has.</param>
/// <param name="GivenTo">Whose they are now.</param>
public sealed record Departure(PlantId Plant, PersonKey Person, DepartureReason Reason, DateTimeOffset At, PersonKey? Heir, PersonKey? SettledBy = null, PersonKey? GivenTo = null)
{
    public bool IsAccount => Reason is DepartureReason.AccountDisabled or DepartureReason.AccountDeleted;
}
