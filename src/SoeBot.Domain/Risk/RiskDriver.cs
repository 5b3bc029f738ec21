namespace SoeBot.Domain.Risk;

/// <summary>What raises an order's risk (R46).</summary>
public enum RiskDriverKind { Supply, Time, Complexity, RecentChange, History }

/// <summary>One driver of one order.</summary>
/// <param name="Score">0 (no risk seen) to 1.</param>
/// <param name="Words">With its number, as people read it: "casting covers 40 %", "changed twice since Thursday".</param>
/// <param name="Share">Its weight among the drivers of this order that have data, which add up to 1.</param>
public sealed record RiskDriver(RiskDriverKind Kind, decimal Score, string Words, decimal Share = 0);
