using System.Text.Json;

namespace SoeBot.Teams.Activities;

/// <summary>
/// What Teams posts to us, with the wire's names (protocol notes 3.1). Everything but <see cref="Type"/> may be missing, and every
/// value was written by somebody else. Fields not named here are in <see cref="Json"/>.
/// </summary>
public sealed record Activity
{
    public required string Type { get; init; }

    /// <summary>Unique within its conversation; the same one arrives again when we were slow.</summary>
    public string? Id { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Where to answer. Bound to the signed token before anybody sees this activity.</summary>
    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? Text { get; init; }

    public string? Locale { get; init; }

    /// <summary>IANA name of the writer's zone, where the client told it.</summary>
    public string? LocalTimezone { get; init; }

    public string? ReplyToId { get; init; }

    /// <summary>The name of an invoke or an event.</summary>
    public string? Name { get; init; }

    /// <summary>Of an installation update: <c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</summary>
    public string? Action { get; init; }

    public JsonElement? Value { get; init; }

    public TeamsContext ChannelData { get; init; } = new();

    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    public IReadOnlyList<ChannelAccount> MembersAdded { get; init; } = [];

    public IReadOnlyList<ChannelAccount> MembersRemoved { get; init; } = [];

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public JsonElement Json { get; init; }

    public bool IsInvoke => Type == ActivityTypes.Invoke;

    public string? TenantId => ChannelData.TenantId ?? Conversation?.TenantId;

    public ConversationKind Kind => ConversationKinds.Of(this);

    public MeetingEvent? MeetingEvent => MeetingEvent.Read(this);

    /// <summary>The bot was added here, not somebody else.</summary>
    public bool BotWasAdded => IsBotAmong(MembersAdded);

    public bool BotWasRemoved => IsBotAmong(MembersRemoved);

    private bool IsBotAmong(IReadOnlyList<ChannelAccount> members) =>
        Recipient?.Id is { } bot && members.Any(member => member.Id == bot);
}

/// <summary>The types that mean something to a Teams bot; compared ordinally.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string MessageReaction = "messageReaction";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Event = "event";
    public const string Invoke = "invoke";
    public const string Typing = "typing";
}
