using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SoeBot.TestKit.Teams.Wire;

namespace SoeBot.TestKit.Teams;

/// <summary>What each route of the connector does, from the documented wire (protocol notes 5.2 to 5.7).</summary>
internal static class ConnectorActions
{
    public static (int Status, JsonNode? Body) Do(TenantState state, FakeRequest request, IQueryCollection query)
    {
        var parts = request.RawPath.Split('?')[0]["/emea/".Length..].Split('/').Select(Uri.UnescapeDataString).ToArray();
        return (request.Method, parts) switch
        {
            ("POST", ["v3", "conversations"]) => Create(state, request.Body),
            ("POST", ["v3", "conversations", var id, "activities"]) when query["isTargetedActivity"] == "true" => SendTargeted(state, id, request.Body),
            ("POST", ["v3", "conversations", var id, "activities"]) => Send(state, id, null, request.Body),
            ("POST", ["v3", "conversations", var id, "activities", var reply]) => Send(state, id, reply, request.Body),
            ("PUT", ["v3", "conversations", var id, "activities", var message]) => Update(state, id, message, request.Body),
            ("DELETE", ["v3", "conversations", var id, "activities", var message]) => Delete(state, id, message),
            ("GET", ["v3", "conversations", var id, "members", var member]) => Member(state, id, member),
            ("GET", ["v3", "conversations", var id, "pagedmembers"]) => Members(state, id, query),
            ("GET", ["v3", "teams", var id]) => id == state.TeamId ? (200, Team(state)) : NotFound("ConversationNotFound"),
            ("GET", ["v3", "teams", var id, "conversations"]) => id == state.TeamId ? (200, Channels(state)) : NotFound("ConversationNotFound"),
            ("GET", ["v1", "meetings", var id]) => Meeting(state, id),
            ("GET", ["v1", "meetings", var id, "participants", var person]) => Participant(state, id, person, query),
            _ => (404, null),
        };
    }

    public static JsonObject Error(string code, string message) =>
        new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } };

    private static (int Status, JsonNode? Body) Create(TenantState state, JsonObject? body)
    {
        if (body?["members"] is JsonArray { Count: 1 } members && (bool?)body["isGroup"] != true)
        {
            if ((string?)body["tenantId"] is null || (string?)body["channelData"]?["tenant"]?["id"] is null)
            {
                return Broken(state, "A personal chat is created without tenantId and channelData.tenant.id.");
            }

            var person = state.FindPerson((string?)members[0]?["id"] ?? "");
            return person is null ? (400, Error("BadArgument", "Failed to decrypt pairwise id"))
                : !person.HasApp ? (403, Error("BotNotInConversationRoster", "The bot is not part of the conversation roster."))
                : (201, new JsonObject { ["id"] = state.Personal(person).Id });
        }

        var channelId = (string?)body?["channelData"]?["channel"]?["id"];
        if (channelId is null || body?["activity"] is not JsonObject activity)
        {
            return (400, Error("BadSyntax", "Incorrect conversation creation parameters"));
        }

        var (status, sent) = Send(state, channelId, null, (JsonObject)activity.DeepClone());
        var id = (string?)sent?["id"];
        return status == 201
            ? (201, new JsonObject { ["id"] = $"{channelId};messageid={id}", ["activityId"] = id })
            : (status, sent);
    }

    private static (int Status, JsonNode? Body) Send(TenantState state, string conversationId, string? replyTo, JsonObject? activity)
    {
        if (activity is null)
        {
            return Broken(state, "An activity is sent without a body.");
        }

        if (state.FindConversation(conversationId) is not { } conversation)
        {
            return NotFound("ConversationNotFound");
        }

        if (conversation is { Kind: FakeKind.Personal, Members: [{ HasApp: false }] })
        {
            return (403, Error("BotNotInConversationRoster", "The bot is not part of the conversation roster."));
        }

        if (WireCheck.Activity(activity).ToList() is { Count: > 0 } findings)
        {
            return Broken(state, string.Join(' ', findings));
        }

        if ((string?)activity["type"] == "typing")
        {
            return (202, null);
        }

        var id = state.NextId();

        // A message at the top of a channel opens a thread under its own id; a reply stays in the thread that it answers.
        var place = conversation.Kind == FakeKind.Channel && !conversationId.Contains(';', StringComparison.Ordinal)
            ? $"{conversationId};messageid={replyTo ?? id}"
            : conversationId;
        state.Keep(id, place, activity);
        return (201, new JsonObject { ["id"] = id });
    }

    /// <summary>"Only you see it" (protocol notes 5.6): a public preview that a tenant may not have.</summary>
    private static (int Status, JsonNode? Body) SendTargeted(TenantState state, string conversationId, JsonObject? activity)
    {
        if (state.RefusesTargeted)
        {
            return (403, Error("NotEnoughPermissions", "Targeted messages are not supported for this app."));
        }

        if (state.FindConversation(conversationId) is { Kind: FakeKind.Personal })
        {
            return Broken(state, "A targeted message is sent into a personal chat.");
        }

        var recipient = activity?["recipient"];
        if ((bool?)recipient?["isTargeted"] != true || (string?)recipient["id"] is not { } mri || state.FindPerson(mri) is not { } person || person.Mri != mri)
        {
            return Broken(state, "A targeted message names no recipient by a 29: id with isTargeted.");
        }

        var (status, sent) = Send(state, conversationId, null, activity);
        if (status == 201)
        {
            state.Change(one => one.Messages.Single(message => message.Id == (string?)sent!["id"]).OnlyFor = person);
        }

        return (status, sent);
    }

    private static (int Status, JsonNode? Body) Update(TenantState state, string conversationId, string id, JsonObject? activity)
    {
        if (Find(state, conversationId, id) is not { } message)
        {
            return NotFound("ActivityNotFoundInConversation");
        }

        if (activity is null || WireCheck.Activity(activity).ToList() is not { Count: 0 } findings)
        {
            return Broken(state, activity is null ? "An update has no body." : string.Join(' ', WireCheck.Activity(activity)));
        }

        state.Change(_ => message.Edit(activity));
        return (200, new JsonObject { ["id"] = id });
    }

    private static (int Status, JsonNode? Body) Delete(TenantState state, string conversationId, string id)
    {
        if (Find(state, conversationId, id) is not { } message)
        {
            return NotFound("ActivityNotFoundInConversation");
        }

        state.Change(_ => message.IsDeleted = true);
        return (200, null);
    }

    // The thread's mark may be left out when a message is edited.
    private static FakeMessage? Find(TenantState state, string conversationId, string id) => state.Read(one => one.Messages.FirstOrDefault(message =>
        message.Id == id && !message.IsDeleted && message.ConversationId.Split(';')[0] == conversationId.Split(';')[0]));

    private static (int Status, JsonNode? Body) Member(TenantState state, string conversationId, string id)
    {
        if (state.FindConversation(conversationId) is not { } conversation)
        {
            return NotFound("ConversationNotFound");
        }

        var person = state.FindPerson(id);
        return person is not null && state.MembersOf(conversation).Contains(person) ? (200, person.AsMember()) : NotFound("MemberNotFoundInConversation");
    }

    private static (int Status, JsonNode? Body) Members(TenantState state, string conversationId, IQueryCollection query)
    {
        if (state.FindConversation(conversationId) is not { } conversation)
        {
            return NotFound("ConversationNotFound");
        }

        var size = int.TryParse(query["pageSize"], CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, state.SmallestPage, 500) : 200;
        var from = query["continuationToken"] is [{ Length: > 0 } token] ? int.Parse(token["next=".Length..], CultureInfo.InvariantCulture) : 0;
        var all = state.MembersOf(conversation);
        var page = new JsonObject { ["members"] = new JsonArray([.. all.Skip(from).Take(size).Select(person => (JsonNode)person.AsMember())]) };
        if (from + size < all.Count)
        {
            page["continuationToken"] = string.Create(CultureInfo.InvariantCulture, $"next={from + size}");
        }

        return (200, page);
    }

    private static JsonObject Team(TenantState state) => new()
    {
        ["id"] = state.TeamId, ["name"] = state.TeamName, ["aadGroupId"] = state.TeamGroupId, ["channelCount"] = state.Channels().Count + 1,
    };

    private static JsonObject Channels(TenantState state) => new()
    {
        ["conversations"] = new JsonArray(
        [
            new JsonObject { ["id"] = state.TeamId, ["name"] = null },
            .. state.Channels().Select(channel => (JsonNode)new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name }),
        ]),
    };

    private static (int Status, JsonNode? Body) Participant(TenantState state, string id, string objectId, IQueryCollection query)
    {
        if (!state.TellsOfMeetings)
        {
            return (403, Error("Forbidden", "The bot is not installed in this meeting."));
        }

        // Microsoft's own sample of the answer has a blank behind the key.
        return state.FindMeeting(id) is { } meeting && query["tenantId"] == state.TenantId
            && meeting.Members.FirstOrDefault(one => one.AadObjectId == objectId) is { } person
            ? (200, new JsonObject
            {
                ["user"] = person.AsMember(),
                ["meeting"] = new JsonObject { ["role "] = person == meeting.Members[0] ? "Organizer" : "Attendee", ["inMeeting"] = true },
                ["conversation"] = new JsonObject { ["id"] = meeting.Id, ["isGroup"] = true },
            })
            : NotFound("ParticipantNotFound");
    }

    private static (int Status, JsonNode? Body) Meeting(TenantState state, string id) => !state.TellsOfMeetings
        ? (403, Error("Forbidden", "The bot is not installed in this meeting."))
        : state.FindMeeting(id) is { } meeting
        ? (200, new JsonObject
        {
            ["details"] = new JsonObject
            {
                ["id"] = id,
                ["title"] = meeting.Name,
                ["type"] = "Recurring",
                ["joinUrl"] = "https://teams.microsoft.com/l/meetup-join/fake",
                ["scheduledStartTime"] = "2026-11-25T12:00:00Z",
                ["scheduledEndTime"] = "2026-11-25T13:30:00Z",
            },
            ["conversation"] = new JsonObject { ["id"] = meeting.Id, ["isGroup"] = true, ["conversationType"] = "groupChat" },
            ["organizer"] = meeting.Members.Count > 0 ? meeting.Members[0].AsMember() : null,
        })
        : NotFound("MeetingNotFound");

    private static (int Status, JsonNode? Body) NotFound(string code) => (404, Error(code, code));

    private static (int Status, JsonNode? Body) Broken(TenantState state, string what)
    {
        state.Change(one => one.Violations.Add(what));
        return (400, Error("BadSyntax", what));
    }
}
