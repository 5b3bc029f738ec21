using SoeBot.Teams.Cards;
using Xunit;

namespace SoeBot.UnitTests.Teams.Cards;

public sealed class CardPlainTextTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    public void Render_AnyWidth_KeepsToIt(int width)
    {
        var lines = CardPlainText.Render(SampleCards.Everything, width).Split('\n');
        Assert.True(lines.All(line => line.Length <= width), lines.MaxBy(line => line.Length));
    }

    [Fact]
    public void Render_LongWordsInATable_AreCutAndNothingIsLost()
    {
        var card = new Card
        {
            Summary = "s",
            Body = [new Table([new TableColumn("A"), new TableColumn("B")], [new TableRow(new string('x', 50), new string('y', 50))])],
        };
        var text = CardPlainText.Render(card, 40);
        Assert.Equal((50, 50), (text.Count(letter => letter == 'x'), text.Count(letter => letter == 'y')));
    }

    [Fact]
    public void Render_LettersOfTwoUnits_AreNeverCutInHalf()
    {
        var faces = string.Concat(Enumerable.Repeat("\U0001F600", 60));
        var card = new Card { Summary = "s", Body = [new TextBlock("x" + faces), new Table([new TableColumn("A"), new TableColumn("B")], [new TableRow(faces, "y" + faces)])] };
        for (var width = 20; width < 30; width++)
        {
            Assert.True(CardPlainText.Render(card, width).EnumerateRunes().All(letter => letter != System.Text.Rune.ReplacementChar), $"{width}");
            Assert.DoesNotContain("\uFFFD", CardJson.WriteText(card with { FallbackText = null }));
        }
    }

    [Fact]
    public void Render_TerminalCommandsInALabel_AreGone()
    {
        var card = new Card { Summary = "s", Body = [new TextInput("in_a", "Name\u001b[2J") { Value = "\u0007" }] };
        Assert.Equal("[Name[2J: ]", CardPlainText.Render(card));
    }
}
