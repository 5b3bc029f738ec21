namespace SoeBot.Domain.Risk;

/// <summary>What the owner says of an at-risk order. Ordered from good to bad.</summary>
public enum RiskStatus { Unanswered, Green, Amber, Red }
