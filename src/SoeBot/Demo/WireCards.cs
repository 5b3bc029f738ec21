using System.Globalization;
using System.Text.Json.Nodes;
using SoeBot.Teams.Cards;

namespace SoeBot.Demo;

/// <summary>Reads a card back from the wire, as far as a terminal shows it, and renders it as text.</summary>
internal static class WireCards
{
    public static string Text(JsonObject card) => CardPlainText.Render(new Card { Summary = "", Body = Elements(card["body"]), Actions = Actions(card["actions"]) });

    /// <summary>Every button of the card, those inside its body too.</summary>
    public static IEnumerable<JsonObject> Buttons(JsonNode? node) => Everything(node).Where(one => Word(one, "type") == "Action.Execute");

    public static IEnumerable<JsonObject> Inputs(JsonNode? node) => Everything(node).Where(one => Word(one, "type").StartsWith("Input.", StringComparison.Ordinal));

    private static IEnumerable<JsonObject> Everything(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Everything),
        JsonObject one => one.Where(field => field.Key != "data").SelectMany(field => Everything(field.Value)).Prepend(one),
        _ => [],
    };

    private static List<CardElement> Elements(JsonNode? list) => [.. (list as JsonArray ?? []).OfType<JsonObject>().Select(Element).OfType<CardElement>()];

    private static CardElement? Element(JsonObject one)
    {
        var read = Word(one, "type") switch
        {
            "TextBlock" => new TextBlock(Words(one, "text"))
            {
                Style = Word(one, "style") == "heading" ? TextStyle.Heading : TextStyle.Default, Size = Enum.TryParse<TextSize>(Word(one, "size"), out var size) ? size : TextSize.Default,
            },
            "FactSet" => new FactSet([.. Objects(one, "facts").Select(fact => new Fact(Words(fact, "title"), Words(fact, "value")))]),
            "Container" => new Container(Elements(one["items"])) { Style = Enum.TryParse<ContainerStyle>(Word(one, "style"), ignoreCase: true, out var style) ? style : ContainerStyle.Default },
            "ColumnSet" => new ColumnSet([.. Objects(one, "columns").Select(column => new Column(Width(column["width"]), Elements(column["items"])))]),
            "Table" => Table(one),
            "ActionSet" => new ActionSet([.. Actions(one["actions"])]),
            "Badge" => new Badge(Word(one, "text")),
            "ProgressBar" => new ProgressBar((double?)one["value"] ?? 0) { Max = (double?)one["max"] ?? 100 },
            "Input.Text" => new TextInput("in_", Word(one, "label")) { Value = (string?)one["value"], Placeholder = (string?)one["placeholder"] },
            "Input.Date" => new DateInput("in_", Word(one, "label")) { Value = DateOnly.TryParse(Word(one, "value"), CultureInfo.InvariantCulture, out var day) ? day : null },
            "Input.ChoiceSet" => new ChoiceInput("in_", Word(one, "label"))
            {
                Value = (string?)one["value"], Choices = [.. Objects(one, "choices").Select(choice => new Choice(Word(choice, "title"), Word(choice, "value")))],
            },
            _ => (CardElement?)null,
        };
        return read is null ? null : read with { Separator = (bool?)one["separator"] == true, IsVisible = (bool?)one["isVisible"] != false };
    }

    private static Table Table(JsonObject one)
    {
        var rows = Objects(one, "rows").Select(row => new TableRow([.. Objects(row, "cells").Select(cell => new TableCell(Elements(cell["items"])))])).ToList();
        var columns = Objects(one, "columns").Select(column => (int?)column["width"] ?? 1).ToList();
        if ((bool?)one["firstRowAsHeaders"] != true || rows.Count == 0) return new([.. columns.Select(weight => new TableColumn("", weight))], rows);
        return new([.. columns.Select((weight, at) => new TableColumn(rows[0].Cells[at].Items.OfType<TextBlock>().Select(text => text.Text).FirstOrDefault(), weight))], rows[1..]);
    }

    private static List<CardAction> Actions(JsonNode? list) => [.. (list as JsonArray ?? []).OfType<JsonObject>().Select(action => new ExecuteAction(Word(action, "title"), "shown"))];

    private static ColumnWidth Width(JsonNode? width) => width?.ToString() switch
    {
        "auto" => ColumnWidth.Auto,
        { } text when int.TryParse(text, CultureInfo.InvariantCulture, out var weight) => ColumnWidth.Weight(weight),
        _ => ColumnWidth.Stretch,
    };

    private static IEnumerable<JsonObject> Objects(JsonObject one, string name) => (one[name] as JsonArray ?? []).OfType<JsonObject>();

    private static CardText Words(JsonObject one, string name) => CardText.Trusted(Word(one, name));

    private static string Word(JsonObject one, string name) => (one[name] as JsonValue)?.ToString() ?? "";
}
