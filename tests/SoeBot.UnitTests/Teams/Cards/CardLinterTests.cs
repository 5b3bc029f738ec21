using SoeBot.Teams.Cards;
using Xunit;

namespace SoeBot.UnitTests.Teams.Cards;

public sealed class CardLinterTests
{
    [Fact]
    public void Check_CardWithEverything_FindsNothing() => Assert.Empty(CardLinter.Check(SampleCards.Everything with { Refresh = null }));

    [Fact]
    public void Check_EachMistake_IsTheOneThingFound()
    {
        Finds("no summary", Of() with { Summary = " " });
        Finds("body is empty", Of() with { Body = [] });
        Finds("bytes", Of([.. Enumerable.Range(0, 90).Select(_ => new TextBlock(new string('x', 300)))]));
        Finds("7 actions", Of() with { Actions = [.. Enumerable.Range(0, 7).Select(n => new ExecuteAction("Do " + n, "a.b"))] });
        Finds("without a title", Of() with { Actions = [new ExecuteAction("", "a.b")] });
        Finds("no verb", Of() with { Actions = [new ExecuteAction("Do", "")] });
        Finds("https", Of() with { Actions = [new OpenUrlAction("Open", new Uri("http://board.example"))] });
        Finds("https", Of() with { Actions = [new OpenUrlAction("Open", new Uri("javascript:alert(1)"))] });
        Finds("no verb", Of() with { Actions = [new ShowCardAction("Why", [new TextBlock("x")], [new ExecuteAction("Do", "")])] });
        Finds("container is empty", Of(new Container([])));
        Finds("fact set is empty", Of(new FactSet()));
        Finds("action set is empty", Of(new Container([new ActionSet()])));
        Finds("column set is empty", Of(new ColumnSet()));
        Finds("A column is empty", Of(new ColumnSet(new Column(ColumnWidth.Stretch))));
        Finds("all columns", Of(new ColumnSet(new Column(ColumnWidth.Auto, new TextBlock("x")))));
        Finds("has 5 columns", Of(new ColumnSet([.. Enumerable.Range(0, 5).Select(_ => new Column(ColumnWidth.Stretch, new TextBlock("x")))])));
        Finds("table is empty", Of(new Table([new TableColumn("a")], [])));
        Finds("has 5 columns", Of(new Table([.. Enumerable.Range(0, 5).Select(n => new TableColumn("c" + n))], [new TableRow("1", "2", "3", "4", "5")])));
        Finds("as many cells", Of(new Table([new TableColumn("a"), new TableColumn("b")], [new TableRow("1")])));
        Finds("no altText", Of(new Image(new Uri("https://x.example/a.png"), "")));
        Finds("no https url", Of(new Image(new Uri("http://x.example/a.png"), "a")));
        Finds("no label", Of(new TextInput("in_a", "")));
        Finds("begin with in_", Of(new TextInput("a", "A")));
        Finds("no choices", Of(new ChoiceInput("in_a", "A")));
        Finds("two places", Of(new ChoiceInput("in_a", "A") { PeoplePicker = true, Dataset = "orders", Style = ChoiceStyle.Filtered }));
        Finds("not one of ours", Of(new ChoiceInput("in_a", "A") { Dataset = "graph.microsoft.com/users", Style = ChoiceStyle.Filtered }));
        Finds("only a filtered choice", Of(new ChoiceInput("in_a", "A") { Dataset = "orders" }));
        Finds("used 2 times", Of(new TextInput("in_a", "A"), new Container([new DateInput("in_a", "B")])));
        Finds("no numbers", Of(new DonutChart([])));
        Finds("without a mention", Of(new TextBlock(CardText.Mention(SampleCards.Eva))));
        Finds("stands nowhere", Of() with { Mentions = [SampleCards.Eva] });
        Finds("no verb", Of() with { Refresh = new CardRefresh("", []) });
        Finds("being typed into in_a", Of(new TextInput("in_a", "A")) with { Refresh = new CardRefresh("a.view", []) });
    }

    /// <summary>What people wrote stands in a field as it is; no client takes it for markup there.</summary>
    [Fact]
    public void Check_MentionInsideAField_IsNone() => Assert.Empty(CardLinter.Check(Of(new TextInput("in_a", "A") { Value = "ask <at>Eva</at>" })));

    [Fact]
    public void CheckDialog_PressInside_DoesNothingThere()
    {
        Assert.Empty(CardLinter.CheckDialog(Of() with { Actions = [new SubmitAction("Save"), new OpenUrlAction("Board", new Uri("https://board.example"))] }));
        foreach (var card in (Card[])[Of() with { Actions = [new ExecuteAction("Take it", "a.b")] }, Of(new ActionSet(new ExecuteAction("Take it", "a.b"))), Of() with { Actions = [new ShowCardAction("Why", [new TextBlock("x")], [new ExecuteAction("Take it", "a.b")])] }])
            Assert.Contains("Take it does nothing inside a dialog", Assert.Single(CardLinter.CheckDialog(card)), StringComparison.Ordinal);
    }

    [Fact]
    public void CardRefresh_MoreOrOthersThanTeamsTakes_CannotBeMade()
    {
        var sixtyOne = Enumerable.Range(0, 61).Select(n => "29:" + n).ToList();
        Assert.Throws<ArgumentException>(() => new CardRefresh("a.view", sixtyOne));
        Assert.Throws<ArgumentException>(() => new CardRefresh("a.view", []) with { UserIds = sixtyOne });
        Assert.Throws<ArgumentException>(() => new CardRefresh("a.view", ["a0000000-0000-4000-8000-000000000001"]));
        Assert.Equal(sixtyOne.Take(60), CardRefresh.For("a.view", ["29:0", null, "a0000000-0000-4000-8000-000000000001", .. sixtyOne]).UserIds);
    }

    [Fact]
    public void Check_LoopbackAddress_IsAllowedForTryingOut() =>
        Assert.Empty(CardLinter.Check(Of() with { Actions = [new OpenUrlAction("Board", new Uri("http://localhost:3978/board"))] }));

    private static Card Of(params CardElement[] body) => new() { Summary = "s", Body = body.Length > 0 ? body : [new TextBlock("x")] };

    private static void Finds(string part, Card card) =>
        Assert.Contains(part, Assert.Single(CardLinter.Check(card)), StringComparison.OrdinalIgnoreCase);
}
