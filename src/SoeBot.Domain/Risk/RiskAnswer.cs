namespace SoeBot.Domain.Risk;

/// <summary>The owner's answer as the form gives it (R48 to R50).</summary>
/// <param name="TellBy">The day by which the customer has to be told if it cannot be resolved.</param>
public sealed record RiskAnswer(RiskStatus Status, string? Risk, string? Mitigation, DateOnly? NewDate, DateOnly? TellBy);
