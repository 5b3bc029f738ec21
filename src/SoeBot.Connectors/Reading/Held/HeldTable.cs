using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Reading.Held;

/// <summary>One table of a plan as it was read last.</summary>
/// <param name="Rows">In the order of its file.</param>
/// <param name="Index">The same by their keys.</param>
internal sealed record HeldTable(IReadOnlyList<IPlanRow> Rows, RowIndex Index)
{
    /// <summary>The records of its file; null when it was no CSV file.</summary>
    public FileRecords? Records { get; init; }

    /// <summary>Everything beside the records that a row of it depends on: mapping, calendar, what was looked up.</summary>
    public string Print { get; init; } = "";

    /// <summary>How the file writes its numbers.</summary>
    public NumberHabit Habit { get; init; } = new();
}
