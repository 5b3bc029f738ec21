using System.Globalization;
using SoeBot.Connectors.Tables;

namespace SoeBot.Connectors.Suggest;

internal enum Confidence { Sure, Likely, Guess }

/// <summary>Where a column's value is proposed to come from.</summary>
internal sealed record SuggestedColumn(ColumnShape Shape, ColumnLook? From, string? Constant, Confidence Confidence, string Note = "")
{
    public string? DayForm { get; init; }
    public NumberForm? NumberForm { get; init; }
    public Dictionary<string, string> Codes { get; init; } = [];
}

/// <summary>One of our tables, proposed from one file.</summary>
internal sealed record SuggestedTable(TableShape Shape, SourceLook Source, List<SuggestedColumn> Columns, double Score)
{
    /// <summary>Below it two names only look alike.</summary>
    private const double LeastFit = 0.55;

    /// <summary>What is taken where every row needs a value and no column gives one.</summary>
    private static readonly Dictionary<string, (string Constant, string Note)> Fallbacks = new(StringComparer.Ordinal)
    {
        ["purchases.supplier"] = ("unknown", "no column names the supplier"), ["stock.location"] = ("main", "no column names a place"),
        ["work centres.hours_per_day"] = ("8", "no column tells the hours: correct it"), ["events.cause"] = ("not given", "no column tells the cause"),
    };

    /// <summary>Null when a column that every row needs cannot be found.</summary>
    public static SuggestedTable? Of(TableShape shape, SourceLook source)
    {
        var fits = (from column in shape.Columns
                    from look in source.Columns
                    let fit = KnownHeaders.Fit(shape.Word, column.Name, look.Header)
                    where fit >= LeastFit && Suits(column, look)
                    orderby fit descending
                    select (column, look, fit)).ToList();
        var taken = new Dictionary<string, SuggestedColumn>(StringComparer.Ordinal);
        var used = new HashSet<ColumnLook>();
        foreach (var (column, look, fit) in fits)
            if (!taken.ContainsKey(column.Name) && used.Add(look)) taken[column.Name] = Column(column, look, fit, source);
        foreach (var column in shape.Columns.Where(column => column.Required && !taken.ContainsKey(column.Name)))
            if (Fallback(shape, column, taken) is { } other) taken[column.Name] = other;
            else return null;
        var named = taken.Values.Where(one => one.From is not null).ToList();
        // One column that looks alike makes no table, unless the file's own name says what it is.
        var isNamed = KnownHeaders.IsFileOf(shape.Word, Path.GetFileNameWithoutExtension(source.File));
        if (!isNamed && named.Select(one => one.From).Distinct().Count() < Math.Min(3, shape.Columns.Count(column => column.Required))) return null;
        var score = named.Sum(one => (one.Shape.Required ? 2 : 1) * (one.Confidence == Confidence.Sure ? 1 : 0.6)) + (isNamed ? 6 : 0);
        return new SuggestedTable(shape, source, [.. shape.Columns.Where(column => taken.ContainsKey(column.Name)).Select(column => taken[column.Name])], score);
    }

    /// <summary>The columns that every row needs and that no column of the file could be, by name and cells.</summary>
    public static IReadOnlyList<string> Lacks(TableShape shape, SourceLook source) =>
    [
        .. shape.Columns.Where(column => column.Required && !Fallbacks.ContainsKey($"{shape.Word}.{column.Name}")
            && !source.Columns.Any(look => KnownHeaders.Fit(shape.Word, column.Name, look.Header) >= LeastFit && Suits(column, look))).Select(column => column.Name),
    ];

    private static SuggestedColumn? Fallback(TableShape shape, ColumnShape column, Dictionary<string, SuggestedColumn> taken) => (shape.Word, column.Name) switch
    {
        ("orders" or "purchases", "line") when taken.GetValueOrDefault("order")?.From is { IsUnique: true } => new(column, null, "1", Confidence.Guess, "each order stands there once"),
        ("items" or "work centres", "name") when taken.GetValueOrDefault("number")?.From is { } number => new(column, number, null, Confidence.Guess, "no column tells the name: its number is taken"),
        _ => Fallbacks.TryGetValue($"{shape.Word}.{column.Name}", out var other) ? new(column, null, other.Constant, Confidence.Guess, other.Note) : null,
    };

    private static SuggestedColumn Column(ColumnShape column, ColumnLook look, double fit, SourceLook source)
    {
        var sure = fit > 0.9 ? Confidence.Sure : Confidence.Likely;
        if (column.Kind == ColumnKind.Day)
        {
            var shared = source.DayForm is { } all && look.Days.Contains(all) ? all : null;
            IReadOnlyList<string> forms = shared is null ? look.Days : [shared];
            var either = look.Filled > 0 && source.Columns.All(one => one.Days.Count == 0 || (one.Days.Contains("dd/MM/yyyy") && one.Days.Contains("MM/dd/yyyy")));
            return new(column, look, null, either ? Confidence.Guess : sure, either ? "day and month may be the other way round: check it" : "") { DayForm = forms.Count > 0 ? forms[0] : null };
        }
        if (column.Kind is ColumnKind.Number or ColumnKind.Whole) return new(column, look, null, sure) { NumberForm = source.NumberForm is { } form && look.Numbers.Contains(form) ? form : look.Numbers[0] };
        return new(column, look, null, sure) { Codes = column.Kind is ColumnKind.Flag or ColumnKind.EventKind ? KnownCodes.Of(column.Kind, look.Values) ?? [] : [] };
    }

    /// <summary>An export may have two numbers of an item, one for people and one for its database: that is taken by which the other tables name it.</summary>
    public void NumberAs(IReadOnlyList<ColumnLook> named)
    {
        var at = Columns.FindIndex(column => column.Shape.Name == "number");
        var best = Source.Columns.Where(look => look.IsUnique && Suits(Columns[at].Shape, look) && KnownHeaders.Fit(Shape.Word, "number", look.Header) >= LeastFit)
            .MaxBy(look => named.Sum(look.Overlap));
        if (best is null || best == Columns[at].From || named.Sum(best.Overlap) <= named.Sum(Columns[at].From!.Overlap)) return;
        Columns.RemoveAll(column => column.From == best);
        Columns[at] = Columns[at] with { From = best, Confidence = Confidence.Likely, Note = "the other tables name items by it" };
    }

    /// <summary>The cells can be what the column wants.</summary>
    private static bool Suits(ColumnShape column, ColumnLook look)
    {
        if (column.Required && (look.Empty > 0 || (look.Filled == 0 && look.Empty > 0))) return false;
        return column.Kind switch
        {
            ColumnKind.Day => look.Days.Count > 0,
            ColumnKind.Number => look.Numbers.Count > 0 && (column.MayBeNegative || !look.IsNegative),
            ColumnKind.Whole => look.Numbers.Count > 0 && look.IsWhole && !look.IsNegative,
            ColumnKind.Flag or ColumnKind.EventKind => !look.HasMoreValues && KnownCodes.Of(column.Kind, look.Values) is not null,
            ColumnKind.Text or ColumnKind.Shifts => look.IsText,
            _ => false,
        };
    }

    /// <summary>What people read of it: each column with where it comes from, then what has no place.</summary>
    public IEnumerable<string> Report()
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{Shape.Word} from {Source.Shown} ({Source.Rows:N0} rows):");
        foreach (var column in Columns)
            yield return $"  {column.Shape.Name,-18}{(column.From is { } from ? from.Header : $"\"{column.Constant}\" in every row"),-28}{column.Confidence.ToString().ToLowerInvariant()}{Details(column)}";
        var unused = Source.Columns.Where(look => look.Header.Length > 0 && Columns.All(column => column.From != look)).Select(look => look.Header).ToList();
        if (unused.Count > 0) yield return $"  not placed: {string.Join(", ", unused)}";
        yield return $"  nothing found for: {string.Join(", ", Shape.Columns.Where(column => Columns.All(one => one.Shape != column)).Select(column => column.Name))}";
    }

    private static string Details(SuggestedColumn column) => string.Concat(
        new[]
        {
            column.DayForm is { } day ? $"written {day}" : null,
            column.NumberForm is { Decimal: ',' } ? "decimal comma" : null,
            column.Codes.Count > 0 ? string.Join(", ", column.Codes.Select(code => $"{code.Key} = {code.Value}")) : null,
            column.Note.Length > 0 ? column.Note : null,
        }.OfType<string>().Select(part => $"; {part}"));
}
