using System.Text;
using System.Text.Json.Nodes;
using SoeBot.Teams.Activities;
using Xunit;

namespace SoeBot.UnitTests.Teams.Activities;

public sealed class ActivityTextTests
{
    [Theory]
    [InlineData("message-personal--message.json", "hello")]
    [InlineData("message-channel-mention--message.json", "hello")]
    [InlineData("message-groupchat-mention--message.json", "hello")]
    public void Strip_Sample_IsWhatThePersonWrote(string name, string text) =>
        Assert.Equal(text, ActivityText.Strip(ActivityParser.Parse(Samples.Named(name)).Activity!));

    [Theory]
    [InlineData("<at>SoeBot</at>&nbsp;outlook\n", "outlook")]
    [InlineData("<at>SoeBot</at> <at>SoeBot</at> outlook", "outlook")]
    [InlineData("<AT>soebot</AT> outlook", "outlook")]
    [InlineData("<at id=\"0\">SoeBot</at> outlook", "outlook")]
    [InlineData("outlook\u00A0 now \u200B", "outlook now")]
    [InlineData("decide: <at>Eva Planner</at> orders paint &amp; rollers", "decide: @Eva Planner orders paint & rollers")]
    [InlineData("5 &lt; 6", "5 < 6")]
    [InlineData("decide: a<br>owner: b\r\ndue: c", "decide: a\nowner: b\ndue: c")]
    [InlineData("<at>SoeBot</at>", "")]
    [InlineData("", "")]
    public void Strip_Text_LosesMarkupOnly(string text, string expected) => Assert.Equal(expected, Strip(text));

    [Fact]
    public void Strip_MentionOfAnotherNameForTheBot_IsGone() => Assert.Equal("outlook", Strip("<at>Planning bot</at> outlook", "<at>Planning bot</at>"));

    [Fact]
    public void Strip_NoText_IsEmpty() => Assert.Equal("", ActivityText.Strip(new Activity { Type = "message" }));

    private static string Strip(string text, string mention = "<at>SoeBot</at>")
    {
        var json = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "SoeBot" },
            ["entities"] = new JsonArray(
                new JsonObject { ["type"] = "mention", ["text"] = mention, ["mentioned"] = new JsonObject { ["id"] = "28:bot" } },
                new JsonObject { ["type"] = "mention", ["text"] = "<at>Eva Planner</at>", ["mentioned"] = new JsonObject { ["id"] = "29:eva", ["name"] = "Eva Planner" } }),
        };
        return ActivityText.Strip(ActivityParser.Parse(Encoding.UTF8.GetBytes(json.ToJsonString())).Activity!);
    }
}
