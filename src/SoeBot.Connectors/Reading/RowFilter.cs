using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;

namespace SoeBot.Connectors.Reading;

/// <summary>Which rows of a file are read: those known by now that meet the mapping's condition.</summary>
internal sealed class RowFilter
{
    private readonly KnownCheck? known;
    private readonly Func<ISourceTable, bool>? keep;

    private RowFilter(KnownCheck? known, Func<ISourceTable, bool>? keep) => (this.known, this.keep) = (known, keep);

    /// <summary>Null when a column is missing, which is a problem then.</summary>
    public static RowFilter? Bind(TableMapping mapping, SourceColumns source, ReadRequest request)
    {
        var known = mapping.KnownFrom is { } from ? source.KnownCheck(from) : null;
        if (mapping.KnownFrom is not null && known is null) return null;
        if (mapping.Keep is not { } condition) return new RowFilter(known, null);
        return Test(condition, source, request) is { } keep ? new RowFilter(known, keep) : null;
    }

    /// <summary>Null when a column is missing, which is a problem then.</summary>
    public static Func<ISourceTable, bool>? Test(RowCondition condition, SourceColumns source, ReadRequest request)
    {
        return condition.Columns.Distinct().Select(source.Find).ToList().Contains(-1) ? null : Bound(condition);

        Func<ISourceTable, bool> Bound(RowCondition test)
        {
            if (test.All is { } all) return All(all.Select(Bound).ToArray());
            if (test.Any is { } any) return Any(any.Select(Bound).ToArray());
            if (test.Is is { } words)
            {
                var column = source.Find(test.Column!);
                return row => Among(row[column], words) != test.Negated;
            }
            var first = test.From?.On(request.Today, request.WeekStart) ?? DateOnly.MinValue;
            var last = test.UpTo?.On(request.Today, request.WeekStart) ?? DateOnly.MaxValue;
            var cell = source.Day(test.Column!)!;
            return row => cell.Read(row) is { } day && first <= day && day <= last;
        }
    }

    public bool Keeps(ISourceTable row) => (known is null || known.Holds(row)) && (keep is null || keep(row));

    private static Func<ISourceTable, bool> All(Func<ISourceTable, bool>[] tests) => row => Array.TrueForAll(tests, test => test(row));
    private static Func<ISourceTable, bool> Any(Func<ISourceTable, bool>[] tests) => row => Array.Exists(tests, test => test(row));

    private static bool Among(ReadOnlySpan<char> value, IReadOnlyList<string> words)
    {
        foreach (var word in words)
            if (value.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
