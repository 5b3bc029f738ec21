using SoeBot.Connectors.Reading;

namespace SoeBot.Connectors.Suggest;

/// <summary>How numbers are written.</summary>
internal sealed record NumberForm(char Decimal, char? Thousands);

/// <summary>What the cells of one source column can be, seen cell by cell: each format that one cell does not fit is out.</summary>
internal sealed class ColumnLook(string header)
{
    private const int MostValues = 40, LongestText = 200;

    /// <summary>The usual first; where two fit all cells, the first is taken.</summary>
    private static readonly string[] DayForms =
        ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "d/M/yyyy", "M/d/yyyy", "yyyyMMdd", "yyyy/MM/dd", "dd-MM-yyyy", "MM-dd-yyyy", "dd-MMM-yyyy", "dd.MM.yy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy HH:mm", "dd/MM/yyyy HH:mm", "MM/dd/yyyy HH:mm"];

    private static readonly NumberForm[] NumberForms = [new('.', null), new(',', null), new(',', '.'), new('.', ','), new(',', ' '), new(',', '\u00A0'), new(',', '\u202F'), new('.', '\''), new('.', ' ')];
    private static readonly string[] NoDays = ["00000000", "0000-00-00", "00.00.0000", "00/00/0000", "99991231", "9999-12-31", "31.12.9999", "31/12/9999", "12/31/9999"];
    private static readonly string[] NoValues = ["NULL", "N/A", "-", "#"];

    private readonly List<(string Form, DayText Text)> days = [.. DayForms.Select(form => (form, new DayText([form])))];
    private readonly List<(NumberForm Form, NumberText Text)> numbers = [.. NumberForms.Select(form => (form, new NumberText(form.Decimal, form.Thousands)))];
    private readonly HashSet<string> all = new(StringComparer.Ordinal);

    public string Header => header;
    public int Filled { get; private set; }
    public int Empty { get; private set; }
    public bool IsUnique { get; private set; } = true;
    public bool IsNegative { get; private set; }
    public bool IsWhole { get; private set; } = true;
    public bool IsText { get; private set; } = true;

    /// <summary>Texts that stand for "nothing" in it.</summary>
    public HashSet<string> EmptyWhen { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first different ones.</summary>
    public List<string> Values { get; } = [];
    public bool HasMoreValues { get; private set; }

    /// <summary>Formats that every cell fits, the usual first; empty when the column holds no days.</summary>
    public IReadOnlyList<string> Days => [.. days.Select(one => one.Form)];

    /// <summary>Forms that every cell fits; empty when the column holds no numbers.</summary>
    public IReadOnlyList<NumberForm> Numbers => [.. numbers.Select(one => one.Form)];

    /// <summary>How many of its values the other one has too.</summary>
    public int Overlap(ColumnLook other) => all.Count(other.all.Contains);

    public void See(string text, CellKind kind)
    {
        if (NoDays.Contains(text) || NoValues.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            EmptyWhen.Add(text);
            text = "";
        }
        if (text.Length == 0)
        {
            Empty++;
            return;
        }
        Filled++;
        if (!all.Add(text)) IsUnique = false;
        else if (Values.Count < MostValues) Values.Add(text);
        else HasMoreValues = true;
        IsText &= text.Length <= LongestText && !text.AsSpan().ContainsAny('\n', '\r', '\0');
        if (kind == CellKind.Day) numbers.Clear();
        else days.RemoveAll(one => kind == CellKind.Number || !one.Text.TryParse(text, out _));
        if (kind == CellKind.Day) return;
        var number = 0m;
        if (kind == CellKind.Number) _ = NumberText.Plain.TryParse(text, out number);
        else numbers.RemoveAll(one => !one.Text.TryParse(text, out number));
        if (numbers.Count > 0 && (kind == CellKind.Number || numbers[0].Text.TryParse(text, out number)))
        {
            IsNegative |= number < 0;
            IsWhole &= decimal.Truncate(number) == number;
        }
    }
}
