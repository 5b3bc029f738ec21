using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SoeBot.Teams.Cards;

/// <summary>Finds what Teams clients are known to draw badly, refuse or lose (protocol notes 5.9, 7 and 10).</summary>
public static partial class CardLinter
{
    public const int MaxBytes = 25 * 1024;
    private const int MaxActions = 6;
    private const int MaxColumns = 4;

    /// <returns>Sentences, empty when the card is sound.</returns>
    public static IReadOnlyList<string> Check(Card card)
    {
        var findings = new List<string>();
        if (string.IsNullOrWhiteSpace(card.Summary))
        {
            findings.Add("The card has no summary.");
        }

        if (card.Body.Count == 0)
        {
            findings.Add("The body is empty.");
        }

        var size = CardJson.WriteUtf8(card).Length;
        if (size > MaxBytes)
        {
            findings.Add($"The card has {size} bytes; at most {MaxBytes} arrive everywhere.");
        }

        var elements = card.Body.SelectMany(Inside).Concat(card.Actions.SelectMany(Inside)).ToList();
        findings.AddRange(elements.SelectMany(Check));
        findings.AddRange(Check(card.Actions, "The card"));
        findings.AddRange(elements.Select(element => element.Id).OfType<string>()
            .GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => $"The id {group.Key} is used {group.Count()} times."));
        findings.AddRange(CheckMentions(card));
        findings.AddRange(CheckRefresh(card, elements));
        return findings;
    }

    /// <summary>The same for a card inside a dialog, whose buttons only submit it or open an address.</summary>
    public static IReadOnlyList<string> CheckDialog(Card card) => [.. Check(card), .. CheckButtons(card)];

    internal static IEnumerable<string> CheckButtons(Card dialog) =>
        Buttons(dialog).OfType<ExecuteAction>().Select(action => $"The button {action.Title} does nothing inside a dialog.");

    private static IEnumerable<CardAction> Buttons(Card card) => card.Actions.Concat(card.Body.SelectMany(Inside).Concat(card.Actions.SelectMany(Inside)).OfType<ActionSet>().SelectMany(set => set.Actions))
        .SelectMany(action => action is ShowCardAction show ? show.Actions.Prepend(action) : [action]);

    private static IEnumerable<CardElement> Inside(CardElement element) => element switch
    {
        Container container => container.Items.SelectMany(Inside).Prepend(element),
        ColumnSet set => set.Columns.SelectMany(column => column.Items).SelectMany(Inside).Prepend(element),
        Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Items).SelectMany(Inside).Prepend(element),
        ActionSet set => set.Actions.SelectMany(Inside).Prepend(element),
        _ => [element],
    };

    private static IEnumerable<CardElement> Inside(CardAction action) =>
        action is ShowCardAction show ? show.Body.SelectMany(Inside).Concat(show.Actions.SelectMany(Inside)) : [];

    private static IEnumerable<string> Check(CardElement element) => element switch
    {
        TextBlock { Color: TextColor.Warning } => ["Text in the colour Warning is yellow on white in some clients, which nobody can read."],
        Container { Items.Count: 0 } => ["A container is empty."],
        Container { SelectAction: { } action } => Check([action], "A container"),
        FactSet { Facts.Count: 0 } => ["A fact set is empty."],
        ActionSet set => set.Actions.Count == 0 ? ["An action set is empty."] : Check(set.Actions, "An action set"),
        ColumnSet set => Check(set),
        Table table => Check(table),
        Image image => Check(image),
        InputElement input => Check(input),
        ChartElement chart when IsEmpty(chart) => ["A chart has no numbers."],
        _ => [],
    };

    private static List<string> Check(ColumnSet set)
    {
        if (set.Columns.Count == 0)
        {
            return ["A column set is empty."];
        }

        var findings = new List<string>();
        if (set.Columns.Count > MaxColumns)
        {
            findings.Add($"A column set has {set.Columns.Count} columns; a phone shows at most {MaxColumns}.");
        }

        if (set.Columns.All(column => column.Width.IsAuto))
        {
            findings.Add("All columns of a set are auto; a phone clips their text.");
        }

        if (set.Columns.Any(column => column.Items.Count == 0))
        {
            findings.Add("A column is empty.");
        }

        return findings;
    }

    private static IEnumerable<string> Check(Table table)
    {
        if (table.Columns.Count == 0 || table.Rows.Count == 0)
        {
            yield return "A table is empty.";
        }

        if (table.Columns.Count > MaxColumns)
        {
            yield return $"A table has {table.Columns.Count} columns; a phone shows at most {MaxColumns}.";
        }

        if (table.Rows.Any(row => row.Cells.Count != table.Columns.Count))
        {
            yield return "A table row has not as many cells as there are columns.";
        }
    }

    private static IEnumerable<string> Check(Image image)
    {
        if (!image.Url.IsAbsoluteUri || image.Url.Scheme is not ("https" or "data"))
        {
            yield return "An image has no https url.";
        }

        if (string.IsNullOrWhiteSpace(image.AltText))
        {
            yield return "An image has no altText.";
        }
    }

    private static IEnumerable<string> Check(InputElement input)
    {
        if (string.IsNullOrWhiteSpace(input.Label))
        {
            yield return $"The input {input.Id} has no label.";
        }

        if (input.Id?.StartsWith("in_", StringComparison.Ordinal) != true)
        {
            yield return $"The input id {input.Id} does not begin with in_.";
        }

        if (input is ChoiceInput { Choices.Count: 0, PeoplePicker: false, Dataset: null })
        {
            yield return $"The input {input.Id} has no choices.";
        }

        if (input is ChoiceInput { PeoplePicker: true, Dataset: not null })
        {
            yield return $"The input {input.Id} asks two places for its choices.";
        }

        if (input is ChoiceInput { Dataset: { } dataset } && (dataset.Length == 0 || dataset.Contains('/', StringComparison.Ordinal)))
        {
            yield return $"The input {input.Id} asks for the data set {dataset}, which is not one of ours.";
        }

        if (input is ChoiceInput { Dataset: not null, Style: not ChoiceStyle.Filtered })
        {
            yield return $"The input {input.Id} searches while one types, which only a filtered choice does.";
        }
    }

    private static IEnumerable<string> Check(IReadOnlyList<CardAction> actions, string where)
    {
        if (actions.Count > MaxActions)
        {
            yield return $"{where} has {actions.Count} actions; Teams shows at most {MaxActions}.";
        }

        foreach (var action in actions)
        {
            if (string.IsNullOrWhiteSpace(action.Title))
            {
                yield return $"{where} has an action without a title.";
            }

            if (action is ExecuteAction { Verb: var verb } && string.IsNullOrWhiteSpace(verb))
            {
                yield return $"The action {action.Title} has no verb.";
            }

            if (action is OpenUrlAction { Url: var url } && !IsHttps(url))
            {
                yield return $"The action {action.Title} does not open an https address.";
            }

            foreach (var finding in action is ShowCardAction show ? Check(show.Actions, $"The part behind {show.Title}") : [])
            {
                yield return finding;
            }
        }
    }

    private static bool IsHttps(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static bool IsEmpty(ChartElement chart) => chart switch
    {
        LineChart line => line.Data.All(series => series.Values.Count == 0),
        VerticalBarChart bars => bars.Data.Count == 0,
        HorizontalBarChart bars => bars.Data.Count == 0,
        DonutChart donut => donut.Data.Count == 0,
        _ => false,
    };

    private static IEnumerable<string> CheckMentions(Card card)
    {
        var listed = card.Mentions.Select(mention => mention.Text).ToHashSet(StringComparer.Ordinal);
        var written = Texts(CardJson.Write(card)["body"]).SelectMany(text => Mention().Matches(text)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return written.Except(listed).Select(text => $"{text} stands in the card without a mention of it.")
            .Concat(listed.Except(written).Select(text => $"{text} is listed as a mention and stands nowhere in the body."));
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        // What a field holds and what a button carries is no markup.
        JsonObject some when (string?)some["type"] is { } type && (type.StartsWith("Input.", StringComparison.Ordinal) || type.StartsWith("Action.", StringComparison.Ordinal)) => [],
        JsonObject some => some.SelectMany(property => Texts(property.Value)),
        JsonArray some => some.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    // How many and who is held by the type.
    private static IEnumerable<string> CheckRefresh(Card card, List<CardElement> elements)
    {
        if (card.Refresh is { Verb: var verb } && string.IsNullOrWhiteSpace(verb))
        {
            yield return "The refresh has no verb.";
        }

        if (card.Refresh is not null && elements.OfType<InputElement>().FirstOrDefault() is { } input)
        {
            yield return $"The card refreshes itself, and what is being typed into {input.Id} is lost.";
        }
    }

    [GeneratedRegex("<at>.*?</at>", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();
}
