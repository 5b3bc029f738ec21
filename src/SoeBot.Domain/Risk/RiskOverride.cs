namespace SoeBot.Domain.Risk;

/// <summary>What people decided against the ranking: the order is on the list, or off it, whatever its score.</summary>
public enum RiskOverride { None, On, Off }
