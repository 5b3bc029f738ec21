using System.Text.Json;
using System.Text.Unicode;

namespace SoeBot.Teams.Activities;

/// <summary>Either an activity or the reason why it is none.</summary>
public sealed record ParsedActivity(Activity? Activity, string? Problem);

/// <summary>Reads a posted body. Nothing in it makes this throw.</summary>
public static class ActivityParser
{
    /// <summary>Bytes. Teams itself sends a few kilobytes.</summary>
    public const int MaxBytes = 512 * 1024;

    public static ParsedActivity Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MaxBytes)
        {
            return Refuse("The body is too large.");
        }

        if (!Utf8.IsValid(body.Span))
        {
            return Refuse("The body is not UTF-8.");
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return Refuse("The body is not JSON.");
        }
    }

    private static ParsedActivity Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Refuse("The body is not a JSON object.");
        }

        var type = root.Text("type");
        return string.IsNullOrWhiteSpace(type) ? Refuse("The activity has no type.") : new ParsedActivity(Read(root, type), null);
    }

    private static Activity Read(JsonElement root, string type) => new()
    {
        Type = type,
        Id = root.Id("id"),
        Timestamp = root.Field("timestamp").Instant(),
        ServiceUrl = root.Text("serviceUrl"),
        ChannelId = root.Text("channelId"),
        From = root.Field("from") is { } from ? Account(from) : null,
        Recipient = root.Field("recipient") is { } recipient ? Account(recipient) : null,
        Conversation = root.Field("conversation") is { } conversation
            ? new ConversationAccount(
                conversation.Id("id"), conversation.Text("conversationType"), conversation.Id("tenantId"), conversation.Name("name"))
            : null,
        Text = root.Text("text"),
        Locale = root.Name("locale"),
        LocalTimezone = root.Name("localTimezone") ?? Entities(root, "clientInfo").Select(entity => entity.Name("timezone")).FirstOrDefault(),
        ReplyToId = root.Id("replyToId"),
        Name = root.Text("name"),
        Action = root.Text("action"),
        Value = root.Field("value"),
        ChannelData = ReadTeams(root.Field("channelData")),
        Mentions = Entities(root, "mention").Where(entity => entity.Text("text") is not null).Select(entity => new Mention(
            entity.Field("mentioned").Id("id"), entity.Field("mentioned").Name("name"), entity.Text("text")!)).ToList(),
        MembersAdded = root.Field("membersAdded").Items().Select(Account).ToList(),
        MembersRemoved = root.Field("membersRemoved").Items().Select(Account).ToList(),
        Attachments = root.Field("attachments").Items().Select(one => new Attachment(
            one.Text("contentType"), one.Text("contentUrl"), one.Text("name"), one.Field("content"))).ToList(),
        Json = root,
    };

    // Rosters and events name the object id in two ways.
    private static ChannelAccount Account(JsonElement element) =>
        new(element.Id("id"), element.Name("name"), element.Id("aadObjectId") ?? element.Id("objectId"));

    private static TeamsContext ReadTeams(JsonElement? element)
    {
        var team = element.Field("team");
        var channel = element.Field("channel");
        var teamId = team.Id("id") ?? element.Id("teamsTeamId");
        var channelId = channel.Id("id") ?? element.Id("teamsChannelId");
        return new TeamsContext
        {
            TenantId = element.Field("tenant").Id("id"),
            Team = teamId is null ? null : new TeamReference(teamId, team.Name("name"), team.Id("aadGroupId")),
            Channel = channelId is null ? null : new ChannelReference(channelId, channel.Name("name")),
            MeetingId = element.Field("meeting").Id("id"),
            EventType = element.Text("eventType"),
            SelectedChannelId = element.Field("settings").Field("selectedChannel").Id("id"),
        };
    }

    private static IEnumerable<JsonElement> Entities(JsonElement root, string type) =>
        root.Field("entities").Items().Where(entity => entity.Text("type") == type);

    private static ParsedActivity Refuse(string problem) => new(null, problem);
}
