using SoeBot.Connectors.Tables;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Reading.Held;

/// <summary>
/// A plan as it was read, held in memory so that the next reading parses only what differs from it. Nothing in it changes: an import that fails
/// leaves it as it was.
/// </summary>
public sealed class HeldPlan
{
    private readonly IReadOnlyDictionary<string, HeldTable> tables;

    internal HeldPlan(IReadOnlyDictionary<string, HeldTable> tables) => this.tables = tables;

    /// <summary>In all tables.</summary>
    public int Rows => tables.Values.Sum(table => table.Rows.Count);

    /// <summary>The tables themselves.</summary>
    public PlanSnapshot Snapshot => PlanTables.All.Where(shape => tables.ContainsKey(shape.Word)).Aggregate(new PlanSnapshot(), (plan, shape) => shape.Into(plan, tables[shape.Word].Rows));

    internal IEnumerable<string> Words => tables.Keys;
    internal HeldTable? Table(string word) => tables.GetValueOrDefault(word);
}
