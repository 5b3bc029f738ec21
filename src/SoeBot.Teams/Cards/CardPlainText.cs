using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SoeBot.Teams.Cards.PlainText;

namespace SoeBot.Teams.Cards;

/// <summary>The same content as the card, for a terminal, a toast, print and tests.</summary>
public static partial class CardPlainText
{
    /// <param name="card">Elements that are not visible are left out.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static string Render(Card card, int width = 88)
    {
        return string.Join('\n', Tidy(Lines(card, width)));
    }

    /// <summary>The start of the rendering, for a toast: only as many lines are drawn as it takes.</summary>
    internal static string Beginning(Card card, int width, int length)
    {
        var text = new StringBuilder();
        var between = "";
        foreach (var line in Tidy(Lines(card, width)).Where(line => !IsRule(line)))
        {
            // Columns in line are for a terminal; here they would only cost bytes.
            text.Append(between).Append(Gaps().Replace(line, "  "));
            between = "\n";
            if (text.Length > length)
            {
                return text.ToString().Cut(length).TrimEnd() + " ...";
            }
        }

        return text.ToString();
    }

    /// <summary>Elements one below the other, with an empty line before whatever starts something new.</summary>
    internal static IEnumerable<string> Stack(IReadOnlyList<CardElement> elements, int width)
    {
        CardElement? before = null;
        foreach (var element in elements.Where(element => element.IsVisible))
        {
            if (element.Separator)
            {
                yield return new string('-', width);
            }
            else if (before is not null && StartsNewPart(before, element))
            {
                yield return "";
            }

            foreach (var line in Lines(element, width))
            {
                yield return line;
            }

            before = element;
        }
    }

    private static IEnumerable<string> Lines(Card card, int width)
    {
        foreach (var line in Stack(card.Body, Math.Max(width, 30)))
        {
            yield return line;
        }

        if (card.Actions.Count == 0)
        {
            yield break;
        }

        yield return "";
        foreach (var line in Buttons(card.Actions, width))
        {
            yield return line;
        }
    }

    private static bool IsRule(string line) => line.Length > 0 && line.AsSpan().Trim("-= ").IsEmpty;

    [GeneratedRegex(" {3,}")]
    private static partial Regex Gaps();

    private static bool StartsNewPart(CardElement before, CardElement element) =>
        element is Table or ChartElement or ActionSet or TextBlock { Style: TextStyle.Heading }
        || before is Table or ChartElement
        || (before is FactSet && element is not FactSet)
        || element.Spacing is Spacing.Medium or Spacing.Large or Spacing.ExtraLarge
        || (element is InputElement != before is InputElement);

    private static IEnumerable<string> Lines(CardElement element, int width) => element switch
    {
        TextBlock { Style: TextStyle.Heading } heading => Heading(heading, width),
        TextBlock text => PlainTextColumns.Wrap(text.Text.Plain, width),
        FactSet facts => PlainTextColumns.Facts(facts.Facts, width),
        Image image => [$"({image.AltText})"],
        Badge badge => [$"<{badge.Text}>"],
        ProgressBar bar => [Gauge(bar.Value, 0, bar.Max)],
        Container container => Framed(container, width),
        ColumnSet set => PlainTextColumns.SideBySide(set.Columns, width),
        Table table => PlainTextColumns.Table(table, width),
        ActionSet set => Buttons(set.Actions, width),
        InputElement input => PlainTextColumns.Wrap(PlainTextInputs.Render(input), width),
        ChartElement chart => PlainTextInputs.Chart(chart, width),
        _ => [],
    };

    private static IEnumerable<string> Heading(TextBlock heading, int width)
    {
        var lines = PlainTextColumns.Wrap(heading.Text.Plain, width).ToList();
        var underline = heading.Size is TextSize.Large or TextSize.ExtraLarge ? '=' : '-';
        return lines.Append(new string(underline, lines.Count == 0 ? 0 : lines.Max(line => line.Length)));
    }

    // Colour is no signal in a terminal: what must be noticed gets a bar with a mark.
    private static IEnumerable<string> Framed(Container container, int width)
    {
        var mark = container.Style switch
        {
            ContainerStyle.Attention or ContainerStyle.Warning => "! ",
            ContainerStyle.Emphasis or ContainerStyle.Accent or ContainerStyle.Good => "| ",
            ContainerStyle.Default => container.ShowBorder ? "| " : "",
        };
        return Stack(container.Items, width - mark.Length).Select(line => mark + line);
    }

    private static IEnumerable<string> Buttons(IReadOnlyList<CardAction> actions, int width) =>
        PlainTextColumns.Wrap(string.Join(' ', actions.Select(Button)), width);

    // Words of one button stay together when the row is wrapped.
    private static string Button(CardAction action) =>
        "[" + action.Title.Replace(' ', '\u00A0') + (action is ShowCardAction ? "..." : "") + "]";

    internal static string Gauge(double value, double min, double max)
    {
        const int cells = 20;
        var share = max > min ? Math.Clamp((value - min) / (max - min), 0, 1) : 0;
        var full = (int)Math.Round(share * cells);
        return string.Create(
            CultureInfo.InvariantCulture, $"[{new string('#', full)}{new string('.', cells - full)}] {value:0.##} of {max:0.##}");
    }

    private static IEnumerable<string> Tidy(IEnumerable<string> lines)
    {
        var blank = true;
        foreach (var line in lines.Select(Clean))
        {
            if (line.Length > 0 || !blank)
            {
                yield return line;
            }

            blank = line.Length == 0;
        }
    }

    // Titles and labels are not escaped as markdown, so what could command a terminal goes here.
    private static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var letter in line.Where(letter => !char.IsControl(letter)))
        {
            clean.Append(letter == '\u00A0' ? ' ' : letter);
        }

        return clean.ToString().TrimEnd();
    }
}
