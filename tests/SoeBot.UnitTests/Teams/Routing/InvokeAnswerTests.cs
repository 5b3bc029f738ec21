using System.Buffers;
using System.Text;
using SoeBot.UnitTests.Teams.Cards;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;
using Xunit;

namespace SoeBot.UnitTests.Teams.Routing;

public sealed class InvokeAnswerTests
{
    private const string CardJsonText =
        """{"type":"AdaptiveCard","$schema":"https://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","fallbackText":"hi","lang":"en","body":[{"type":"TextBlock","text":"hi","wrap":true}],"msteams":{"width":"Full"}}""";

    private static readonly Card Card = new() { Summary = "hi", Body = [new TextBlock("hi")] };

    [Fact]
    public void Press_EachAnswer_IsTheExactJson()
    {
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":""" + CardJsonText + "}",
            Write(InvokeAnswer.Press(Card)));
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Saved"}""",
            Write(InvokeAnswer.Press(PressAnswer.Say("Saved"))));
        Assert.Equal(
            """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"Old","message":"Gone"}}""",
            Write(InvokeAnswer.Press(PressAnswer.Error("Old", "Gone"))));
    }

    [Fact]
    public void Other_EachAnswer_IsTheExactJson()
    {
        Assert.Equal(
            """{"task":{"type":"continue","value":{"title":"New","height":"medium","width":"medium","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":"""
            + CardJsonText + "}}}}",
            Write(InvokeAnswer.Dialog("New", Card)));
        Assert.Equal("""{"task":{"type":"message","value":"Saved"}}""", Write(InvokeAnswer.DialogMessage("Saved")));
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[{"title":"Order 4711","value":"4711"}]}}""",
            Write(InvokeAnswer.Search([new Choice("Order 4711", "4711")])));
        Assert.Equal(
            """{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":"""
            + CardJsonText + ""","preview":{"contentType":"application/vnd.microsoft.card.thumbnail","content":{"title":"t","text":"x"}}}]}}""",
            Write(InvokeAnswer.Results([(Card, "t", "x")])));
        Assert.Equal("""{"composeExtension":{"type":"message","text":"none"}}""", Write(InvokeAnswer.ResultsMessage("none")));
        Assert.Equal((501, 200), (InvokeAnswer.NotImplemented.Status, InvokeAnswer.Done.Status));
    }

    [Fact]
    public void Say_Nothing_IsRefused() => Assert.Throws<ArgumentException>(() => PressAnswer.Say(" "));

    [Fact]
    public void WriteTo_AnyAnswer_IsItsBodyInTheSameBytes()
    {
        foreach (var answer in new[] { InvokeAnswer.Press(SampleCards.Everything), InvokeAnswer.Press(PressAnswer.Show(new WrittenCard(SampleCards.Everything))), InvokeAnswer.Press(PressAnswer.Say("Größe \"12\" < 13")), InvokeAnswer.Dialog("New", Card) })
        {
            var output = new ArrayBufferWriter<byte>();
            var bytes = answer.WriteTo(output);
            Assert.Equal(output.WrittenCount, bytes);
            Assert.Equal(answer.Body!.ToJsonString(CardJson.Relaxed), Encoding.UTF8.GetString(output.WrittenSpan));
        }
    }

    private static string Write(InvokeAnswer answer) => answer.Body!.ToJsonString();
}
