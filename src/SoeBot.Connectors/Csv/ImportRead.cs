using SoeBot.Connectors.Reading.Held;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Csv;

public enum ImportOutcome
{
    /// <summary>Everything read and sound: <see cref="ImportRead.Snapshot"/> is filled, there are no problems.</summary>
    Read,

    /// <summary>Nothing is used: <see cref="ImportRead.Problems"/> says why, the snapshot is null.</summary>
    Refused,
}

/// <summary>What came of reading the files: all or nothing.</summary>
/// <param name="Rows">Row count per table that was among the files, by the table's word ("orders", "schedule" ...).</param>
/// <param name="Sources">Names of the files read.</param>
/// <param name="Problems">At most 200; <paramref name="ProblemCount"/> is how many there are in all.</param>
public sealed record ImportRead(
    ImportOutcome Outcome,
    PlanSnapshot? Snapshot,
    IReadOnlyDictionary<string, int> Rows,
    IReadOnlyList<string> Sources,
    IReadOnlyList<ImportProblem> Problems,
    int ProblemCount)
{
    /// <summary>What is suspicious and was taken all the same, because the settings say so.</summary>
    public IReadOnlyList<ImportProblem> Warnings { get; init; } = [];

    /// <summary>The latest day on which something happened or was ordered, as far as it was known; null when no row says. Asked for, it looks at every row.</summary>
    public DateOnly? NewestDay => Newest?.Invoke();
    internal Func<DateOnly?>? Newest { get; init; }

    /// <summary>What the next reading can go out from; null when nothing was taken.</summary>
    public HeldPlan? Held { get; init; }

    /// <summary>Where the snapshot may differ from <see cref="ReadRequest.Held"/>, by table; null without one.</summary>
    public IReadOnlyDictionary<string, TableEdit>? Edits { get; init; }

    /// <summary>Tables that were not sent and are those of the version in use, by their words.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];
}
