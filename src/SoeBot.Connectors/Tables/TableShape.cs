using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Tables;

/// <summary>One of the ten plan tables: its word, its file in our own layout, its columns, and how a row is made.</summary>
/// <param name="Facts">Days on which something of the row happened, for the age of the plan; null: its rows tell none.</param>
/// <param name="NewRows">Room for so many rows, of their own type.</param>
internal sealed record TableShape(
    string Word,
    IReadOnlyList<ColumnShape> Columns,
    Func<RowReader, IPlanRow> Make,
    Func<PlanSnapshot, IReadOnlyList<IPlanRow>?> From,
    Func<PlanSnapshot, IReadOnlyList<IPlanRow>, PlanSnapshot> Into,
    Func<IPlanRow, (DateOnly? One, DateOnly? Other)>? Facts,
    Func<int, IPlanRow[]> NewRows)
{
    public string File => $"{Word.Replace(' ', '-')}.csv";

    /// <summary>Ties the untyped parts to one kind of row.</summary>
    public static TableShape Of<T>(
        string word,
        IReadOnlyList<ColumnShape> columns,
        Func<RowReader, T> make,
        Func<PlanSnapshot, IReadOnlyList<T>?> from,
        Func<PlanSnapshot, IReadOnlyList<T>, PlanSnapshot> into,
        Func<T, (DateOnly?, DateOnly?)>? facts = null)
        where T : class, IPlanRow =>
        new(word, columns, row => make(row), from, (plan, rows) => into(plan, (IReadOnlyList<T>)rows), facts is null ? null : row => facts((T)row), count => new T[count]);
}
