namespace SoeBot.Teams.Cards.PlainText;

/// <summary>Wrapping, facts, tables and columns in a fixed width.</summary>
internal static class PlainTextColumns
{
    private const string Gap = "  ";
    private const int Narrowest = 8;

    public static IEnumerable<string> Wrap(string text, int width)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            var indent = paragraph.StartsWith("- ", StringComparison.Ordinal) ? "  " : "";
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Cut(word, width - indent.Length)))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > width)
                {
                    yield return line;
                    line = indent + word;
                }
                else
                {
                    line = line.Length == 0 || line == indent ? line + word : $"{line} {word}";
                }
            }

            yield return line;
        }
    }

    public static string Fit(string text, int width) =>
        text.Length <= width ? text.PadRight(width) : text.Cut(Math.Max(width - 1, 0)) + ".";

    public static IEnumerable<string> Facts(IReadOnlyList<Fact> facts, int width)
    {
        var title = Math.Min(facts.Select(fact => fact.Title.Plain.Length).DefaultIfEmpty().Max(), width / 3);
        return facts.SelectMany(fact => Join(
            [Wrap(fact.Title.Plain, title).ToList(), Wrap(fact.Value.Plain, width - title - Gap.Length).ToList()],
            [title, width - title - Gap.Length],
            [Alignment.Left, Alignment.Left]));
    }

    public static IEnumerable<string> Table(Table table, int width)
    {
        var header = table.Columns.Select(column => column.Title.Plain).ToList();
        var natural = table.Columns.Select((column, at) => table.Rows
            .Select(row => at < row.Cells.Count ? Natural(row.Cells[at].Items) : 0)
            .Append(header[at].Length).Max()).ToList();
        var widths = Shrink(natural, width - (Gap.Length * (natural.Count - 1)));
        var sides = table.Columns.Select(column => column.HorizontalAlignment).ToList();
        if (table.HasHeader)
        {
            foreach (var line in Join(header.Select((title, at) => Wrap(title, widths[at]).ToList()).ToList(), widths, sides))
            {
                yield return line;
            }

            yield return string.Join(Gap, widths.Select(one => new string('-', one)));
        }

        foreach (var row in table.Rows)
        {
            var cells = widths.Select((one, at) => at < row.Cells.Count ? CardPlainText.Stack(row.Cells[at].Items, one).ToList() : []).ToList();
            foreach (var line in Join(cells, widths, sides))
            {
                yield return line;
            }
        }
    }

    /// <summary>Columns beside each other, or one below the other where they would be too narrow to read.</summary>
    public static IEnumerable<string> SideBySide(IReadOnlyList<Column> columns, int width)
    {
        var shown = columns.Where(column => column.Items.Any(item => item.IsVisible)).ToList();
        var room = width - (Gap.Length * (shown.Count - 1));
        var widths = shown.Select(column => column.Width.IsAuto || column.Width.PixelsOf > 0 ? Math.Min(Natural(column.Items), room / 2) : 0).ToList();
        var weights = shown.Select((column, at) => widths[at] > 0 ? 0 : Math.Max(column.Width.WeightOf, 1)).ToList();
        var left = room - widths.Sum();
        for (var at = 0; at < shown.Count; at++)
        {
            widths[at] = weights[at] == 0 ? widths[at] : left * weights[at] / weights.Sum();
        }

        if (shown.Count == 0 || widths.Where((one, at) => weights[at] > 0).Any(one => one < Narrowest))
        {
            return shown.SelectMany(column => CardPlainText.Stack(column.Items, width));
        }

        return Join(
            shown.Select((column, at) => CardPlainText.Stack(column.Items, widths[at]).ToList()).ToList(),
            widths,
            shown.Select(_ => Alignment.Left).ToList());
    }

    private static IEnumerable<string> Join(List<List<string>> cells, List<int> widths, List<Alignment> sides)
    {
        for (var line = 0; line < cells.Select(cell => cell.Count).DefaultIfEmpty().Max(); line++)
        {
            yield return string.Join(Gap, cells.Select((cell, at) => Align(line < cell.Count ? cell[line] : "", widths[at], sides[at]))).TrimEnd();
        }
    }

    private static string Align(string text, int width, Alignment side) => side switch
    {
        Alignment.Left => text.PadRight(width),
        Alignment.Right => text.PadLeft(width),
        Alignment.Center => text.PadLeft((width + text.Length) / 2).PadRight(width),
    };

    private static int Natural(IReadOnlyList<CardElement> items) =>
        CardPlainText.Stack(items, 200).Where(line => !line.StartsWith("----", StringComparison.Ordinal)).Select(line => line.Length).DefaultIfEmpty().Max();

    // The widest column gives way first, so that short ones (numbers, dates) stay on one line.
    private static List<int> Shrink(List<int> natural, int room)
    {
        var widths = natural.Select(one => Math.Max(one, 1)).ToList();
        while (widths.Sum() > room && widths.Max() > Narrowest)
        {
            widths[widths.IndexOf(widths.Max())]--;
        }

        return widths;
    }

    private static IEnumerable<string> Cut(string word, int width)
    {
        while (word.Length > 0)
        {
            // Two, or a letter that takes two units would never fit.
            var part = word.Cut(Math.Max(width, 2));
            yield return part;
            word = word[part.Length..];
        }
    }
}
