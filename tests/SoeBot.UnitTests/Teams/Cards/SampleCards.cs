using SoeBot.Teams.Cards;

namespace SoeBot.UnitTests.Teams.Cards;

internal static class SampleCards
{
    public static readonly CardMention Eva = new("29:1eva", "Eva Planner");

    /// <summary>Every element and every action once.</summary>
    public static Card Everything => new()
    {
        Summary = "Order 4711 is late",
        Mentions = [Eva],
        Refresh = new CardRefresh("order.view", ["29:1eva"], new { r = "ord-4711" }),
        Body =
        [
            TextBlock.Heading("Order 4711 for A*B_7 is late"),
            new TextBlock(CardText.Of($"**{"Ball [bearing]"}** by {CardText.Mention(Eva)}, {12.5m:0.0} days")) { Color = TextColor.Attention, MaxLines = 3 },
            new FactSet(new Fact("Customer", "Acme & Sons"), new Fact("Due", "Tue 24 Nov"), new Fact("Cause", CardText.Of($"[material]({"https://x.example/a"})"))),
            new ColumnSet(
                new Column(ColumnWidth.Stretch, new TextBlock("Paint line 2 is full until Thursday and cannot take more")),
                new Column(ColumnWidth.Auto, new TextBlock("8 h over")),
                new Column(ColumnWidth.Weight(2), new TextBlock("move to line 3")),
                new Column(ColumnWidth.Pixels(80), new TextBlock("ok"))),
            new Table(
                [new TableColumn("Order", 2), new TableColumn("Customer", 3), new TableColumn("Late", 1) { HorizontalAlignment = Alignment.Right }],
                [
                    new TableRow("4711", "Acme & Sons of the northern valley", "3 d") { Style = ContainerStyle.Attention },
                    new TableRow("4712", "Brown", "12 d"),
                ]),
            new Container([new TextBlock("Nothing is promised yet.")]) { Style = ContainerStyle.Warning, ShowBorder = true },
            new Image(new Uri("https://x.example/plant.png"), "The plant") { Size = ImageSize.Small },
            new Badge("Late") { Style = BadgeStyle.Attention, Icon = "Clock" },
            new ProgressBar(0) { Color = ProgressColor.Warning },
            new LineChart([new LineSeries("Attained", [new LinePoint("2026-11-16", 0), new LinePoint("2026-11-17", 92.5)])]) { Title = "Attainment" },
            new VerticalBarChart([new Bar("Mon", 4) { Color = ChartColor.Good }, new Bar("Tue", 0)]),
            new HorizontalBarChart([new Bar("Paint", 120) { Color = ChartColor.CategoricalBlue }, new Bar("Weld", 40)]) { DisplayMode = BarDisplay.AbsoluteNoAxis },
            new DonutChart([new Slice("On time", 8), new Slice("Late", 2)]),
            new GaugeChart(0, 0, 100) { Segments = [new GaugeSegment("low", 50, ChartColor.Attention)], SubLabel = "attained" },
            new TextInput("in_what", "What") { IsRequired = true, ErrorMessage = "Say what", IsMultiline = true, MaxLength = 400, Placeholder = "in one sentence" },
            new NumberInput("in_qty", "Quantity") { Value = 0, Min = 0 },
            new DateInput("in_due", "Due") { Value = new DateOnly(2026, 11, 24), Min = new DateOnly(2026, 11, 23) },
            new TimeInput("in_at", "At") { Value = new TimeOnly(8, 5) },
            new ChoiceInput("in_owner", "Owner") { PeoplePicker = true, OnlyThisConversation = true, Choices = [new Choice("Eva", "o-1")], Value = "o-1" },
            new ChoiceInput("in_line", "Lines") { IsMultiSelect = true, Style = ChoiceStyle.Expanded, Choices = [new Choice("Line 1", "1"), new Choice("Line 2", "2")] },
            new ToggleInput("in_sure", "I am sure"),
            new ActionSet(new SubmitAction("Save", new { a = 1 })) { Spacing = Spacing.Large, Separator = true },
            new TextBlock("hidden") { Id = "more", IsVisible = false },
        ],
        Actions =
        [
            new ExecuteAction("Approve change 17", "change.approve", new { r = "chg-17", v = 3 }) { Style = ActionStyle.Positive },
            new ExecuteAction("Refuse", "change.refuse") { Style = ActionStyle.Destructive, AssociatedInputs = AssociatedInputs.None, Tooltip = "Say no" },
            new OpenUrlAction("Open the board", new Uri("https://x.example/board")),
            new ShowCardAction("Why", [new TextBlock("Because.")], [new ExecuteAction("Ask", "change.ask")]),
            new ToggleVisibilityAction("More", "more") { Mode = ActionMode.Secondary },
        ],
    };
}
