using System.Globalization;

namespace SoeBot.Teams.Cards.PlainText;

/// <summary>Fields and charts as text.</summary>
internal static class PlainTextInputs
{
    private const int ChoicesShown = 6;

    public static string Render(InputElement input)
    {
        if (input is ToggleInput toggle)
        {
            return $"[{(toggle.Value ? "x" : " ")}] {toggle.Label}";
        }

        var field = $"[{input.Label}{(input.IsRequired ? "*" : "")}: {Value(input)}]";
        return input.ErrorMessage is { Length: > 0 } error && !input.IsRequired ? $"{field} ({error})" : field;
    }

    public static IEnumerable<string> Chart(ChartElement chart, int width)
    {
        if (chart.Title is { Length: > 0 } title)
        {
            yield return title;
        }

        var lines = chart switch
        {
            GaugeChart gauge => [CardPlainText.Gauge(gauge.Value, gauge.Min, gauge.Max) + (gauge.SubLabel is null ? "" : " " + gauge.SubLabel)],
            VerticalBarChart bars => Bars(bars.Data.Select(bar => (bar.X, bar.Y)), width),
            HorizontalBarChart bars => Bars(bars.Data.Select(bar => (bar.X, bar.Y)), width),
            DonutChart donut => Bars(donut.Data.Select(slice => (slice.Legend, slice.Value)), width),
            LineChart line => line.Data.SelectMany(series => PlainTextColumns.Wrap(
                $"{series.Legend}: {string.Join(", ", series.Values.Select(point => $"{point.X} {Number(point.Y)}"))}", width)),
            _ => [],
        };
        foreach (var line in lines)
        {
            yield return line;
        }
    }

    private static string Value(InputElement input) => input switch
    {
        TextInput text => text.Value ?? text.Placeholder ?? "",
        NumberInput number => number.Value?.ToString(CultureInfo.InvariantCulture) ?? number.Placeholder ?? "",
        DateInput date => date.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "yyyy-mm-dd",
        TimeInput time => time.Value?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "hh:mm",
        ChoiceInput choice => Chosen(choice),
        _ => "",
    };

    private static string Chosen(ChoiceInput choice)
    {
        var values = choice.IsMultiSelect ? choice.Value?.Split(',') ?? [] : [choice.Value ?? ""];
        var titles = choice.Choices.Where(one => values.Contains(one.Value, StringComparer.Ordinal)).Select(one => one.Title).ToList();
        if (titles.Count > 0)
        {
            return string.Join(", ", titles);
        }

        var offered = choice.Choices.Take(ChoicesShown).Select(one => one.Title).ToList();
        var more = choice.Choices.Count > ChoicesShown || choice.PeoplePicker || choice.Dataset is not null;
        return offered.Count == 0
            ? choice.Placeholder ?? (choice.PeoplePicker ? "choose a person" : choice.Dataset is null ? "choose" : "type to search")
            : string.Join(" / ", offered) + (more ? " / ..." : "");
    }

    private static IEnumerable<string> Bars(IEnumerable<(string Name, double Value)> values, int width)
    {
        var all = values.ToList();
        var name = Math.Min(all.Select(one => one.Name.Length).DefaultIfEmpty().Max(), width / 3);
        var number = all.Select(one => Number(one.Value).Length).DefaultIfEmpty().Max();
        var room = Math.Max(width - name - number - 4, 5);
        var most = all.Select(one => Math.Abs(one.Value)).DefaultIfEmpty().Max();
        foreach (var (title, value) in all)
        {
            var length = most > 0 ? (int)Math.Round(Math.Abs(value) / most * Math.Min(room, 40)) : 0;
            yield return $"{PlainTextColumns.Fit(title, name)}  {Number(value).PadLeft(number)}  {new string('#', length)}";
        }
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
