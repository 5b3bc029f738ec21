using System.Text.Json;

namespace SoeBot.Teams.Activities;

/// <param name="Id"><c>29:...</c> for a person as this one bot registration sees them, <c>28:...</c> for a bot.</param>
/// <param name="Name">As shown; written by the person, no proof of anything.</param>
/// <param name="AadObjectId">The Entra object id: the stable key. Missing for guests of a meeting, who then have no rights.</param>
public sealed record ChannelAccount(string? Id, string? Name, string? AadObjectId);

/// <param name="Id">Opaque; a channel thread ends in <c>;messageid=...</c>.</param>
/// <param name="ConversationType"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
/// <param name="TenantId">May be missing.</param>
/// <param name="Name">May be missing.</param>
public sealed record ConversationAccount(string? Id, string? ConversationType, string? TenantId, string? Name)
{
    /// <summary>The channel's id, which is what stands before the thread's mark.</summary>
    public string? IdWithoutThread => Id?.Split(';', 2)[0];

    /// <summary>The activity id of the thread's first message; null outside channels.</summary>
    public string? ThreadRoot
    {
        get
        {
            const string mark = ";messageid=";
            var at = Id?.IndexOf(mark, StringComparison.Ordinal) ?? -1;
            return at < 0 ? null : Id![(at + mark.Length)..];
        }
    }
}

/// <summary>Somebody or something named in the text. The id is a hint: check it in the roster before assigning anything.</summary>
public sealed record Mention(string? Id, string? Name, string Text);

public sealed record Attachment(string? ContentType, string? ContentUrl, string? Name, JsonElement? Content);

/// <summary>The part of <c>channelData</c> that Teams fills on the way in.</summary>
public sealed record TeamsContext
{
    public string? TenantId { get; init; }

    public TeamReference? Team { get; init; }

    public ChannelReference? Channel { get; init; }

    /// <summary>The id that meeting calls take; not the one in a meeting event's value.</summary>
    public string? MeetingId { get; init; }

    public string? EventType { get; init; }

    /// <summary>The channel that the installer chose.</summary>
    public string? SelectedChannelId { get; init; }
}

/// <param name="Id">The id of the team, which is also the id of its General channel.</param>
/// <param name="Name">Given on some events only.</param>
/// <param name="AadGroupId">Given on some events only.</param>
public sealed record TeamReference(string Id, string? Name, string? AadGroupId);

/// <param name="Id">As in a conversation id before the thread's mark.</param>
/// <param name="Name">Null for General.</param>
public sealed record ChannelReference(string Id, string? Name);
