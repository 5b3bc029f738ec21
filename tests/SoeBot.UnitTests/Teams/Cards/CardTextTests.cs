using CsCheck;
using SoeBot.Teams.Cards;
using Xunit;

namespace SoeBot.UnitTests.Teams.Cards;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("A*B_7", "A\\*B\\_7")]
    [InlineData("[click](https://evil.example)", "\\[click\\]\\(https://evil.example\\)")]
    [InlineData("C:\\plan~1", "C:\\\\plan\\~1")]
    [InlineData("two\r\nlines", "two  lines")]
    [InlineData("<at>Eva</at>", "&lt;at>Eva&lt;/at>")]
    [InlineData("< AT >Eva", "&lt; AT >Eva")]
    [InlineData("&lt;at&gt;Eva", "&amp;lt;at&amp;gt;Eva")]
    [InlineData("Smith & Co <3 5 < 6", "Smith & Co <3 5 < 6")]
    [InlineData("- not a list", "\\- not a list")]
    [InlineData("1. not a list", "1\\. not a list")]
    [InlineData("# not a title", "\\# not a title")]
    [InlineData("-5 pieces", "-5 pieces")]
    [InlineData("bell\u0007 and \u202Eright to left", "bell and right to left")]
    public void FromString_HostileText_MeansNothing(string text, string markdown) => Assert.Equal(markdown, ((CardText)text).Markdown);

    [Fact]
    public void FromString_AnyPrintableText_ReadsAsItself() =>
        Gen.String[Gen.Char[' ', '~'], 0, 40].Sample(text => Assert.Equal(text, ((CardText)text).Plain));

    [Fact]
    public void FromString_PiecesOfMarkup_MakeNoMentionAndNoLink()
    {
        string[] pieces = ["<", "/", "at", ">", "&lt;", "&#60;", "[", "](", "\\", " ", "x"];
        Gen.Int[0, pieces.Length - 1].Array[0, 12].Sample(chosen =>
        {
            var markdown = CardText.FromString(string.Concat(chosen.Select(one => pieces[one]))).Markdown;
            Assert.DoesNotMatch("<\\s*/?\\s*at\\b", markdown);
            Assert.DoesNotMatch(@"(?<!\\)(\\\\)*\]", markdown);
        });
    }

    [Fact]
    public void Of_Holes_AreEscapedUnlessTheyAreCardText()
    {
        var trusted = CardText.Of($"_{"a*b"}_");
        var text = CardText.Of($"**{"Order *1*"}** {trusted} {12.5m:0.00} {new DateOnly(2026, 11, 24):yyyy-MM-dd} {null as string}");
        Assert.Equal("**Order \\*1\\*** _a\\*b_ 12.50 2026-11-24 ", text.Markdown);
        Assert.Equal("Order *1* a*b 12.50 2026-11-24 ", text.Plain);
    }

    [Fact]
    public void Link_TextAndAddress_CannotBreakOut()
    {
        var link = CardText.Link("a](https://evil.example)", new Uri("https://x.example/a_(b)"));
        Assert.Equal("[a\\]\\(https://evil.example\\)](https://x.example/a_%28b%29)", link.Markdown);
        Assert.Equal("a](https://evil.example) (https://x.example/a_%28b%29)".Replace("a_", "a", StringComparison.Ordinal), link.Plain);
    }

    [Fact]
    public void Bullets_Items_AreLinesOfText() =>
        Assert.Equal(("- a\\*\r- b", "- a*\n- b"), (CardText.Bullets(["a*", "b"]).Markdown, CardText.Bullets(["a*", "b"]).Plain));
}
