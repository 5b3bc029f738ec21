using SoeBot.Domain.Plan;

namespace SoeBot.Store.Plans;

/// <summary>What an import did to one table, in rows.</summary>
public sealed record TableChange(string Table, int New, int Changed, int Gone);

/// <summary>A version as it is about to be published.</summary>
/// <param name="Changes">Of the tables in which anything changed against the version before.</param>
public sealed record PublishedPlan(PlanVersion Version, IReadOnlyList<TableChange> Changes);
