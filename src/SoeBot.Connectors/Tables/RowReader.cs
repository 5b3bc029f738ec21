using System.Globalization;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Reading;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Tables;

/// <summary>Hands the values of the current row, typed, to whoever makes the row; a value that does not fit becomes a problem.</summary>
internal sealed class RowReader(ISourceTable table, IReadOnlyDictionary<string, RowReader.BoundColumn> columns, ProblemList problems, StringPool pool, TimeOnly dayStart)
{
    private const int LongestText = 200;

    /// <summary>That many decimals are kept; more would make the plan that was just read another one than the plan that is loaded later.</summary>
    private const int Decimals = 4;

    private static readonly (string Word, bool Value)[] Flags = [("true", true), ("yes", true), ("1", true), ("false", false), ("no", false), ("0", false)];

    private readonly List<(string Name, BoundColumn? Column)> _asked = [];
    private int _next;

    internal sealed record BoundColumn(ColumnShape Shape, CellReader Cell)
    {
        public DayText Days { get; } = new(Cell.Mapping.Dates);
        public NumberText Numbers { get; } = new(Cell.Mapping.Decimal, Cell.Mapping.Thousands);

        /// <summary>The mapping says nothing of how numbers are written here.</summary>
        public bool AnyNumbers { get; } = Cell.Mapping.Decimal is null && Cell.Mapping.Thousands is null;
        public BoundColumn? Other { get; } = Cell.Mapping.Else is null ? null : new BoundColumn(Shape, Cell.Other!);
    }

    /// <summary>How the numbers so far were written.</summary>
    public NumberHabit Habit { get; } = new();

    public string Key(string name) => Text(name) ?? "";

    public string? Text(string name)
    {
        var text = Cell(name, out var column);
        if (text.Length == 0) return null;
        if (text.Length <= LongestText && text.IndexOfAny('\n', '\r', '\0') < 0) return pool.Of(text);
        return Refuse<string>(column, text, text.Length > LongestText
            ? string.Create(CultureInfo.InvariantCulture, $"has {text.Length:N0} characters, at most {LongestText} are taken. Shorten it.")
            : text.Contains('\0') ? "holds a zero byte, which no text has: the file is damaged. Export it again."
            : "has more than one line. Write it in one.");
    }

    public DateOnly? Day(string name)
    {
        var text = Cell(name, out var column);
        if (text.Length == 0) return null;
        var kind = column!.Cell.KindIn(table);
        if (column.Cell.Mapping.ProductionDay && column.Days.TryParseMoment(text, out var moment))
            return DateOnly.FromDateTime(moment).AddDays(TimeOnly.FromDateTime(moment) < dayStart ? -1 : 0);
        if (kind == CellKind.Day ? DayText.TryParsePlain(text, out var day) : column.Days.TryParse(text, out day)) return day;
        Refuse<string>(column, text, kind == CellKind.Number
            ? "is a number, not a date. Give the cell a date format."
            : column.Days.Refusal(text));
        return null;
    }

    public decimal? Number(string name)
    {
        var text = Cell(name, out var column);
        if (text.Length == 0) return null;
        var kind = column!.Cell.KindIn(table);
        var numbers = kind == CellKind.Number ? NumberText.Plain : column.Numbers;
        if (!numbers.TryParse(text, out var number) && !(column.AnyNumbers && kind != CellKind.Day && Habit.TryParse(text, out number)))
        {
            Refuse<string>(column, text, kind == CellKind.Day ? "is a date, not a number. Give the cell a number format." : column.Numbers.Refusal(text));
            return null;
        }
        if (kind == CellKind.Text && column.AnyNumbers && Habit.Doubt(text) is { } doubt)
        {
            Refuse<string>(column, text, doubt);
            return null;
        }
        if (column.Cell.Mapping.Scale is { } scale) number = scale.Of(number);
        else if (number.Scale > Decimals && NumberText.LosesDigits(number)) Refuse<string>(column, text, NumberText.TooSmall);
        if (Math.Abs(number) >= NumberText.Largest) Refuse<string>(column, text, NumberText.TooLarge);
        else if (number < 0 && !column.Shape.MayBeNegative) Refuse<string>(column, text, "is below zero, which this column cannot be. Correct it, or leave the row out.");
        return number.Scale > Decimals ? decimal.Round(number, Decimals) : number;
    }

    public int? Whole(string name)
    {
        if (Number(name) is not { } number) return null;
        if (decimal.Truncate(number) == number && number <= int.MaxValue) return (int)number;
        Refuse<string>(columns[name], number.ToString(CultureInfo.InvariantCulture), "is no whole number. Round it.");
        return null;
    }

    public bool Flag(string name)
    {
        var text = Cell(name, out var column);
        if (text.Length == 0) return false;
        foreach (var (word, value) in Flags)
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase)) return value;
        Refuse<string>(column, text, "is neither true nor false; expected is true, yes, 1, false, no or 0. Write it so, or say in the mapping what it means (\"codes\").");
        return false;
    }

    public ShopEventKind EventKind(string name)
    {
        var text = Cell(name, out var column);
        if (EventKinds.TryParse(text.ToString(), out var kind)) return kind;
        if (text.Length > 0) Refuse<string>(column, text, $"is no kind of event; known are {string.Join(", ", EventKinds.Words)}. Write one of them, or say in the mapping which is meant (\"codes\").");
        return default;
    }

    public string? Shifts(string name)
    {
        if (Text(name) is not { } text) return null;
        if (Shift.TryParseAll(text, out var shifts)) return string.Join(' ', shifts);
        return Refuse<string>(columns[name], text, "are no shifts; expected are times that do not overlap, such as 06:00-14:00 22:00-06:00.");
    }

    private ReadOnlySpan<char> Cell(string name, out BoundColumn? column)
    {
        column = Find(name);
        if (column is null) return default;
        var text = column.Cell.Read(table, out var from, out var problem);
        while (column.Cell != from) column = column.Other!;
        if (problem is not null) Refuse<string>(column, text, problem);
        else if (text.Length == 0 && column.Shape.Required) Refuse<string>(column, null, "is empty, but every row needs a value here. Fill it, or leave the row out.");
        return problem is null ? text : default;
    }

    /// <summary>Every row asks for its columns in the same order, so what was asked for next the last time mostly is it again.</summary>
    private BoundColumn? Find(string name)
    {
        if (_next == _asked.Count) _next = 0;
        if (_next < _asked.Count && ReferenceEquals(_asked[_next].Name, name)) return _asked[_next++].Column;
        _next = _asked.FindIndex(asked => asked.Name == name);
        if (_next < 0)
        {
            _next = _asked.Count;
            _asked.Add((name, columns.GetValueOrDefault(name)));
        }
        return _asked[_next++].Column;
    }

    private T? Refuse<T>(BoundColumn? column, ReadOnlySpan<char> value, string reason) where T : class
    {
        problems.Add(table.File, table.Row, column?.Cell.Shown ?? column?.Shape.Name, value.Length == 0 ? null : ProblemList.Shown(value), reason);
        return null;
    }
}
