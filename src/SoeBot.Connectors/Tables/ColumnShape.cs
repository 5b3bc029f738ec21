using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Tables;

internal enum ColumnKind { Text, Day, Number, Whole, Flag, EventKind, Shifts }

/// <summary>One column of our own layout; its name is also what a mapping calls it.</summary>
/// <param name="Required">A row without a value is refused.</param>
/// <param name="Value">For writing: the row's value, null for an empty cell.</param>
internal sealed record ColumnShape(string Name, ColumnKind Kind, bool Required, Func<IPlanRow, object?> Value)
{
    public bool MayBeNegative { get; init; }

    /// <summary>The word of the table that must hold what this column names, when that table is there.</summary>
    public string? RefersTo { get; init; }
}
