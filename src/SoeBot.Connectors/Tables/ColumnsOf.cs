using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Tables;

/// <summary>Short words for writing down the columns of one kind of row.</summary>
internal static class ColumnsOf<T> where T : class, IPlanRow
{
    public static ColumnShape Key(string name, Func<T, string?> value, string? refersTo = null) =>
        new(name, ColumnKind.Text, true, r => value((T)r)) { RefersTo = refersTo };

    public static ColumnShape Text(string name, Func<T, string?> value, string? refersTo = null) =>
        new(name, ColumnKind.Text, false, r => value((T)r)) { RefersTo = refersTo };

    public static ColumnShape Day(string name, Func<T, DateOnly?> value, bool required = false) =>
        new(name, ColumnKind.Day, required, r => value((T)r));

    public static ColumnShape Number(string name, Func<T, decimal?> value, bool required = false, bool mayBeNegative = false) =>
        new(name, ColumnKind.Number, required, r => value((T)r)) { MayBeNegative = mayBeNegative };

    public static ColumnShape Whole(string name, Func<T, int?> value) => new(name, ColumnKind.Whole, false, r => value((T)r));
    public static ColumnShape Flag(string name, Func<T, bool> value) => new(name, ColumnKind.Flag, false, r => value((T)r));
}
