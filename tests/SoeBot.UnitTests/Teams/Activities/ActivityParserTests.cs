using System.Text;
using SoeBot.Teams.Activities;
using SoeBot.Teams.Routing;
using Xunit;

namespace SoeBot.UnitTests.Teams.Activities;

public sealed class ActivityParserTests
{
    [Fact]
    public void Parse_EverySample_HasWhatEveryActivityNeeds()
    {
        foreach (var (name, body) in Samples.All)
        {
            var activity = ActivityParser.Parse(body).Activity;
            Assert.True(
                activity is { Id: not null, From.AadObjectId: not null, Conversation.Id: not null, ServiceUrl: not null, TenantId: not null, Timestamp: not null },
                name);
        }
    }

    [Theory]
    [InlineData("message-personal--message.json", ConversationKind.Personal)]
    [InlineData("message-channel-mention--message.json", ConversationKind.Channel)]
    [InlineData("message-groupchat-mention--message.json", ConversationKind.Meeting)]
    [InlineData("custom-meetingStart--event-application.vnd.microsoft.meetingStart.json", ConversationKind.Meeting)]
    public void Kind_OfASample_IsWhereItWasWritten(string name, ConversationKind kind) => Assert.Equal(kind, Sample(name).Kind);

    [Fact]
    public void Conversation_OfAThread_KnowsChannelAndRoot()
    {
        var conversation = Sample("message-channel-mention--message.json").Conversation!;
        Assert.Equal("19:escalations00000000@thread.tacv2", conversation.IdWithoutThread);
        Assert.Equal("1795385092613", conversation.ThreadRoot);
    }

    [Fact]
    public void Parse_Install_KnowsTeamChannelAndThatTheBotCame()
    {
        var activity = Sample("install-channel--conversationUpdate.json");
        Assert.True(activity.BotWasAdded);
        Assert.False(activity.BotWasRemoved);
        Assert.Equal(new TeamReference("19:general0000000000@thread.tacv2", "Plant 4", "b0000000-0000-4000-8000-000000000001"), activity.ChannelData.Team);
        Assert.Equal("19:escalations00000000@thread.tacv2", activity.ChannelData.SelectedChannelId);
        Assert.Equal("teamMemberAdded", activity.ChannelData.EventType);
    }

    [Fact]
    public void Parse_Press_HasVerbAndInput()
    {
        var press = CardPress.Read(Sample("execute-as-plantmanager--invoke-adaptiveCard.action.json"))!;
        Assert.Equal("approve", press.Verb);
        Assert.Equal("1795385102482", press.MessageId);
        Assert.False(press.IsAutomatic);
        Assert.Equal(42, press.Input.Whole("taskId"));
        Assert.Equal(new DateOnly(2026, 12, 1), press.Input.Day("dueDate"));
        Assert.Null(press.Input.Day("owner"));
    }

    [Theory]
    [InlineData("{\"MeetingType\":\"Scheduled\",\"Title\":\"Daily\",\"Id\":\"X\",\"StartTime\":\"2026-11-22T22:05:06.439Z\"}")]
    [InlineData("{\"title\":\"Daily\",\"id\":\"X\",\"startTime\":\"2026-11-22T22:05:06.439Z\"}")]
    public void MeetingEvent_NamesInAnyCase_IsRead(string value)
    {
        var activity = Parse("""{"type":"event","name":"application/vnd.microsoft.meetingStart","channelData":{"meeting":{"id":"M"}},"value":""" + value + "}");
        Assert.Equal(new MeetingEvent(MeetingEventKind.Started, "M", "Daily", new DateTimeOffset(2026, 11, 22, 22, 5, 6, 439, TimeSpan.Zero), null), activity.MeetingEvent);
    }

    [Theory]
    [InlineData("application/vnd.microsoft.meetingParticipantJoin", "members", "user", "aadObjectId", MeetingEventKind.Joined)]
    [InlineData("application/vnd.microsoft.meetingParticipantLeave", "Members", "User", "AadObjectId", MeetingEventKind.Left)]
    [InlineData("Application/Vnd.Microsoft.MeetingParticipantLeave", "MEMBERS", "user ", "objectId", MeetingEventKind.Left)]
    public void Parse_PeopleCameOrWent_IsReadInAnyCase(string name, string members, string user, string objectId, MeetingEventKind kind)
    {
        var json = "{\"type\":\"event\",\"name\":\"" + name + "\",\"timestamp\":\"2026-11-25T12:00:00Z\",\"channelData\":{\"meeting\":{\"id\":\"M\"}},"
            + "\"value\":{\"" + members + "\":[{\"" + user + "\":{\"" + objectId + "\":\"o-1\",\"Name\":\"Eva\"},\"Meeting\":{\"Role\":\"Organizer\",\"inMeeting\":true}},7,{}]}}";
        var told = ActivityParser.Parse(Encoding.UTF8.GetBytes(json)).Activity!.MeetingEvent!;

        Assert.Equal((kind, "M", new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero)), (told.Kind, told.MeetingId, told.At));
        Assert.Equal(new MeetingParticipant(new ChannelAccount(null, "Eva", "o-1"), "Organizer"), told.Participants[0]);
        Assert.All(told.Participants.Skip(1), one => Assert.Null(one.Account.AadObjectId));
    }

    [Fact]
    public void Parse_FieldsOfWrongKind_AreMissing()
    {
        var activity = Parse("""{"type":"message","id":7,"from":[],"conversation":"x","text":{},"entities":"no","membersAdded":{},"channelData":3,"timestamp":"soon"}""");
        Assert.Equal((null, null, null, null), (activity.Id, activity.Text, activity.Conversation?.Id, activity.Timestamp));
        Assert.Empty(activity.Mentions);
    }

    [Fact]
    public void Parse_HalfALetterInAnyField_IsMissing()
    {
        var activity = Parse("""{"type":"message","id":"\ud800","timestamp":"a\udc00\ud800b","from":{"id":"\ud800"},"value":{"\ud800":"\ud800"},"text":"\udfff"}""");
        Assert.Equal((null, null, null, null), (activity.Id, activity.Timestamp, activity.From?.Id, activity.Text));
    }

    [Fact]
    public void Parse_IdsThatNoDatabaseCouldIndex_AreMissing()
    {
        var activity = Parse($$"""{"type":"message","id":"{{new string('1', 1001)}}","conversation":{"id":"{{new string('€', 334)}}"},"from":{"id":"{{new string('1', 1000)}}"} }""");
        Assert.Equal((null, null, 1000), (activity.Id, activity.Conversation!.Id, activity.From!.Id!.Length));
    }

    [Fact]
    public void Parse_ABlankId_IsMissing() => Assert.Null(Parse("""{"type":"message","from":{"id":"29:1","aadObjectId":" "} }""").From!.AadObjectId);

    [Fact]
    public void Parse_AName_IsNoLongerThanACardCanShowAndEndsWithAWholeLetter()
    {
        var activity = Parse($$"""{"type":"message","from":{"name":"x{{string.Concat(Enumerable.Repeat("😀", 300))}}"} }""");
        Assert.Equal("x" + string.Concat(Enumerable.Repeat("😀", 49)), activity.From!.Name);
    }

    [Fact]
    public void Parse_NulInAText_IsLeftOut() => Assert.Equal("ab", Parse("""{"type":"message","text":"a\u0000b"}""").Text);

    [Fact]
    public void Parse_UnknownFields_AreKept() =>
        Assert.Equal("b", Parse("""{"type":"message","future":{"a":"b"}}""").Json.GetProperty("future").GetProperty("a").GetString());

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{\"type\":\"\"}")]
    [InlineData("{\"type\":\"\\ud800\"}")]
    [InlineData("{\"type\":\"message\"")]
    public void Parse_NoActivity_SaysWhy(string body)
    {
        var parsed = ActivityParser.Parse(Encoding.UTF8.GetBytes(body));
        Assert.Null(parsed.Activity);
        Assert.NotEmpty(parsed.Problem!);
    }

    [Fact]
    public void Parse_VeryDeepOrVeryLong_SaysWhy()
    {
        Assert.Null(ActivityParser.Parse(Encoding.UTF8.GetBytes(new string('[', 100_000))).Activity);
        Assert.Equal("The body is too large.", ActivityParser.Parse(new byte[ActivityParser.MaxBytes + 1]).Problem);
    }

    [Fact]
    public void Parse_SamplesBrokenAtRandom_NeverThrows()
    {
        var random = new Random(4711);
        string[] bits = ["\"\\ud800\"", "null", "{}", "[]", "1e999", "\"type\"", ":", ",", "\\u0000", "<at>", "true"];
        var read = 0;
        foreach (var (_, body) in Samples.All)
        {
            for (var round = 0; round < 100; round++)
            {
                var broken = Break(body, random, bits);
                if (ActivityParser.Parse(broken).Activity is { } activity)
                {
                    read++;
                    _ = (ActivityText.Strip(activity), activity.Kind, activity.MeetingEvent, activity.BotWasAdded, activity.TenantId);
                    _ = CardPress.Read(activity)?.Input.Text("dueDate");
                }
            }
        }

        Assert.True(read > 500, $"Only {read} broken samples were read at all: the test proves little.");
    }

    private static byte[] Break(byte[] body, Random random, string[] bits)
    {
        var broken = body.ToList();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(broken.Count);
            switch (random.Next(4))
            {
                case 0:
                    broken[at] = (byte)random.Next(256);
                    break;
                case 1:
                    broken.RemoveRange(at, Math.Min(random.Next(20), broken.Count - at));
                    break;
                case 2:
                    broken.InsertRange(at, Encoding.UTF8.GetBytes(bits[random.Next(bits.Length)]));
                    break;
                default:
                    ReplaceValue(broken, random, Encoding.UTF8.GetBytes(bits[random.Next(bits.Length)]));
                    break;
            }
        }

        return [.. broken];
    }

    // Another value in the place of a whole one: what a sender of another mind would write.
    private static void ReplaceValue(List<byte> body, Random random, byte[] bit)
    {
        var colon = body.IndexOf((byte)':', random.Next(body.Count));
        var end = colon < 0 ? -1 : body.FindIndex(colon, one => one is (byte)',' or (byte)'\n');
        if (end > colon)
        {
            body.RemoveRange(colon + 1, end - colon - 1);
            body.InsertRange(colon + 1, bit);
        }
    }

    private static Activity Sample(string name) => ActivityParser.Parse(Samples.Named(name)).Activity!;

    private static Activity Parse(string json) => ActivityParser.Parse(Encoding.UTF8.GetBytes(json)).Activity!;
}
