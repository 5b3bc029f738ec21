namespace SoeBot.Domain.Risk;

/// <summary>What raises an order's risk (R46).</summary>
public enum RiskDriverKind { Supply, Time, Complexity, RecentChange, History }

/// <summary>One driver of one order.</summary>
/// <param name="Score">0 (no risk seen) to 1.</param>
/// <param name="Words">With its number, as people read it: "casting covers 40 %", "changed twice since Thursday".</param>
public sealed record RiskDriver(RiskDriverKind Kind, decimal Score, string Words);
