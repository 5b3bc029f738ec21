using System.Globalization;
using System.Text.Json.Nodes;

namespace SoeBot.TestKit.Teams.Wire;

/// <summary>The forms in which Teams posts (protocol notes 3).</summary>
internal sealed class ActivityForms(TenantState state, Uri serviceUrl)
{
    public JsonObject Message(FakePerson who, FakeConversation where, string text)
    {
        var id = state.NextId();
        var place = where.Kind == FakeKind.Channel && !where.Id.Contains(';', StringComparison.Ordinal) ? where.Thread(id) : where;
        var activity = Envelope("message", who, place, id);
        var mention = $"<at>{state.BotName}</at>";
        var entities = new JsonArray(ClientInfo());
        if (where.Kind != FakeKind.Personal)
        {
            entities.Insert(0, new JsonObject
            {
                ["type"] = "mention",
                ["mentioned"] = new JsonObject { ["id"] = state.BotId, ["name"] = state.BotName },
                ["text"] = mention,
            });
            text = $"{mention}&nbsp;{text}\n";
        }

        activity["text"] = text;
        activity["textFormat"] = "plain";
        activity["entities"] = entities;
        return activity;
    }

    public JsonObject Press(FakePerson who, FakeConversation where, string messageId, JsonObject action, string trigger)
    {
        var activity = Invoke(who, where, "adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = trigger });
        activity["replyToId"] = messageId;
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        return activity;
    }

    public JsonObject Invoke(FakePerson who, FakeConversation where, string name, JsonNode value)
    {
        var activity = Envelope("invoke", who, where, "f:" + Guid.NewGuid());
        activity["name"] = name;
        activity["value"] = value.DeepClone();
        activity["entities"] = new JsonArray(ClientInfo());
        return activity;
    }

    public JsonObject BotAdded(FakePerson by, FakeConversation where)
    {
        var activity = Envelope("conversationUpdate", by, where, "f:" + Guid.NewGuid());
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = state.BotId });
        NameTeam(activity, where);
        return activity;
    }

    public JsonObject Installation(FakePerson by, FakeConversation where, string action)
    {
        var activity = Envelope("installationUpdate", by, where, "f:" + Guid.NewGuid());
        activity["action"] = action;
        NameTeam(activity, where);
        return activity;
    }

    public JsonObject MeetingEvent(FakePerson by, FakeConversation meeting, bool started)
    {
        var activity = Envelope("event", by, meeting, "f:" + Guid.NewGuid());
        activity["name"] = "application/vnd.microsoft.meeting" + (started ? "Start" : "End");
        activity["value"] = new JsonObject
        {
            ["MeetingType"] = "Recurring",
            ["Title"] = meeting.Name,
            ["Id"] = meeting.MeetingId,
            ["JoinUrl"] = "https://teams.microsoft.com/l/meetup-join/fake",
            [started ? "StartTime" : "EndTime"] = Now(),
        };
        return activity;
    }

    public JsonObject Participation(FakePerson who, FakeConversation meeting, bool joined)
    {
        var activity = Envelope("event", who, meeting, "f:" + Guid.NewGuid());
        activity["name"] = "application/vnd.microsoft.meetingParticipant" + (joined ? "Join" : "Leave");
        activity["value"] = new JsonObject
        {
            ["members"] = new JsonArray(new JsonObject
            {
                ["user"] = new JsonObject { ["tenantId"] = state.TenantId, ["objectId"] = who.AadObjectId, ["id"] = who.Mri, ["name"] = who.Name, ["aadObjectId"] = who.AadObjectId, ["userRole"] = "user" },
                ["meeting"] = new JsonObject { ["inMeeting"] = joined, ["role"] = meeting.Members.Count > 0 && meeting.Members[0] == who ? "Organizer" : "Attendee" },
            }),
        };
        return activity;
    }

    public JsonObject MemberAdded(FakePerson by, FakePerson who, FakeConversation where)
    {
        var activity = Envelope("conversationUpdate", by, where, "f:" + Guid.NewGuid());
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = who.Mri, ["aadObjectId"] = who.AadObjectId });
        NameTeam(activity, where);
        return activity;
    }

    private void NameTeam(JsonObject activity, FakeConversation where)
    {
        if (where.Kind != FakeKind.Channel)
        {
            return;
        }

        var channelData = activity["channelData"]!;
        channelData["eventType"] = "teamMemberAdded";
        channelData["team"] = new JsonObject { ["id"] = state.TeamId, ["name"] = state.TeamName, ["aadGroupId"] = state.TeamGroupId };
        channelData["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = where.IdWithoutThread } };
    }

    private JsonObject Envelope(string type, FakePerson who, FakeConversation where, string id) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["timestamp"] = Now(),
        ["localTimestamp"] = Now(),
        ["localTimezone"] = "Europe/Berlin",
        ["serviceUrl"] = serviceUrl.AbsoluteUri,
        ["channelId"] = "msteams",
        ["from"] = who.AsFrom(),
        ["conversation"] = where.AsConversation(state.TenantId),
        ["recipient"] = new JsonObject { ["id"] = state.BotId, ["name"] = state.BotName },
        ["locale"] = "en-GB",
        ["channelData"] = where.AsChannelData(state.TenantId),
    };

    private static JsonObject ClientInfo() => new()
    {
        ["type"] = "clientInfo", ["locale"] = "en-GB", ["country"] = "DE", ["platform"] = "Windows", ["timezone"] = "Europe/Berlin",
    };

    private string Now() => state.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
}
