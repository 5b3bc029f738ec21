namespace SoeBot.Domain.Plan;

/// <summary>Where a table may differ from the version it was made out of; all its other rows are the very same ones.</summary>
/// <param name="Fresh">Places of the rows that were read anew, whether or not they say something else.</param>
/// <param name="Gone">Rows of the version before that are not among those that stayed.</param>
public sealed record TableEdit(IReadOnlyList<int> Fresh, IReadOnlyList<IPlanRow> Gone)
{
    public static TableEdit None { get; } = new([], []);

    /// <summary>Every row may differ.</summary>
    /// <param name="rows">Null: the table is absent.</param>
    /// <param name="before">Null: the table was absent.</param>
    public static TableEdit Whole(IReadOnlyList<IPlanRow>? rows, IReadOnlyList<IPlanRow>? before) => new([.. Enumerable.Range(0, rows?.Count ?? 0)], before ?? []);
}

/// <summary>Where a plan may differ from a version, by the names of the tables; a table that is not among them is in neither.</summary>
/// <param name="Since">The version's number.</param>
public sealed record PlanEdit(int Since, IReadOnlyDictionary<string, TableEdit> Tables);
