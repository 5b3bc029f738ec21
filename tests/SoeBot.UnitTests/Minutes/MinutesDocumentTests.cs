using SoeBot.Domain.Minutes;
using SoeBot.Minutes;
using SoeBot.UnitTests.Slices.Views;
using SoeBot.UnitTests.Teams;
using Xunit;

namespace SoeBot.UnitTests.Minutes;

public sealed class MinutesDocumentTests
{
    private const string Hostile = "<script>alert(1)</script> | *x* [y](https://evil.example) \u202E <at>Miguel</at>\n# head";
    private static readonly PublicText Hidden = new(["Bike World"]);

    [Fact]
    public void Write_Markdown_IsTheApprovedFile() => Approved.Text("minutes.md", MinutesMarkdown.Write(MinutesDocument.Of(MinutesViews.Full)));

    [Fact]
    public void Write_Page_IsTheApprovedPageWithoutCustomersAndMoney()
    {
        var page = MinutesHtml.Write(MinutesDocument.Of(MinutesViews.Full, Hidden.Of), "link/markdown");
        Approved.Text("minutes.html", page.Replace("><", ">\n<", StringComparison.Ordinal));
        Assert.DoesNotContain("Bike World", page, StringComparison.Ordinal);
        Assert.DoesNotContain("900", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_StatusMeeting_IsHeadedSo()
    {
        var minutes = MinutesDocument.Of(MinutesViews.None);
        Assert.StartsWith("# No decisions were made", MinutesMarkdown.Write(minutes), StringComparison.Ordinal);
        Assert.Contains("<h1 class=\"none\">No decisions were made</h1>", MinutesHtml.Write(minutes, "x"), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HostileText_MeansNothing()
    {
        var minutes = MinutesViews.Full.Minutes;
        var document = MinutesDocument.Of(MinutesViews.Full with { Minutes = minutes with { Decisions = [minutes.Decisions[0] with { Text = Hostile }], Parked = [minutes.Parked[0] with { Text = Hostile }] } });
        var (page, markdown) = (MinutesHtml.Write(document, "x"), MinutesMarkdown.Write(document));

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<at>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("\n# head", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", markdown, StringComparison.Ordinal);
        Assert.Contains("\\<script\\>", markdown, StringComparison.Ordinal);
    }
}
