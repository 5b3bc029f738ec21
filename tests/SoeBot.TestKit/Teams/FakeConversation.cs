using System.Text.Json.Nodes;

namespace SoeBot.TestKit.Teams;

public enum FakeKind
{
    Personal,
    GroupChat,
    Meeting,
    Channel,
}

/// <summary>A chat, a meeting's chat, a channel or a thread of one.</summary>
public sealed record FakeConversation
{
    public required string Id { get; init; }

    public required FakeKind Kind { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<FakePerson> Members { get; init; }

    /// <summary>Of a meeting.</summary>
    public string? MeetingId { get; init; }

    /// <summary>Of a channel: the team's id.</summary>
    public string? TeamId { get; init; }

    /// <summary>The channel of a thread; elsewhere the id itself.</summary>
    public string IdWithoutThread => Id.Split(';')[0];

    public FakeConversation Thread(string rootId) => this with { Id = $"{IdWithoutThread};messageid={rootId}" };

    internal JsonObject AsConversation(string tenantId)
    {
        var conversation = new JsonObject
        {
            ["id"] = Id,
            ["conversationType"] = Kind switch { FakeKind.Personal => "personal", FakeKind.Channel => "channel", _ => "groupChat" },
            ["tenantId"] = tenantId,
        };
        if (Kind != FakeKind.Personal)
        {
            conversation["isGroup"] = true;
        }

        return conversation;
    }

    internal JsonObject AsChannelData(string tenantId)
    {
        var channelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenantId } };
        if (Kind == FakeKind.Channel)
        {
            channelData["teamsChannelId"] = IdWithoutThread;
            channelData["teamsTeamId"] = TeamId;
            channelData["team"] = new JsonObject { ["id"] = TeamId };
            channelData["channel"] = new JsonObject { ["id"] = IdWithoutThread };
        }

        if (MeetingId is not null)
        {
            channelData["meeting"] = new JsonObject { ["id"] = MeetingId };
        }

        return channelData;
    }

    public override string ToString() => Name;
}
