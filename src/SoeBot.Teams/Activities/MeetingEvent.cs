using System.Text.Json;

namespace SoeBot.Teams.Activities;

public enum MeetingEventKind
{
    Started,
    Ended,
    Joined,
    Left,
}

/// <summary>Somebody who came to the meeting or went.</summary>
/// <param name="Account">Without an object id for a guest.</param>
/// <param name="Role"><c>Organizer</c>, <c>Presenter</c> or <c>Attendee</c>. It may change in the meeting and gives no right.</param>
public sealed record MeetingParticipant(ChannelAccount Account, string? Role);

/// <summary>
/// A meeting began or ended, or people came or went. A hint only: it fires when the first person joins, may come twice, late or never
/// (protocol notes 6.2).
/// </summary>
/// <param name="Kind">Which.</param>
/// <param name="MeetingId">Of the chat, or else what the event says, which meeting calls do not take.</param>
/// <param name="Title">As in the calendar.</param>
/// <param name="At">When it really began or ended; null if the event did not say.</param>
/// <param name="JoinUrl">The link to join.</param>
public sealed record MeetingEvent(MeetingEventKind Kind, string? MeetingId, string? Title, DateTimeOffset? At, string? JoinUrl)
{
    private const string Prefix = "application/vnd.microsoft.meeting";

    /// <summary>Who came or went; empty when the meeting began or ended.</summary>
    public IReadOnlyList<MeetingParticipant> Participants { get; init; } = [];

    internal static MeetingEvent? Read(Activity activity)
    {
        if (activity.Type != ActivityTypes.Event || KindOf(activity.Name) is not { } kind)
        {
            return null;
        }

        return new MeetingEvent(
            kind,
            activity.ChannelData.MeetingId ?? activity.Value.FieldInAnyCase("Id").Text(),
            activity.Value.FieldInAnyCase("Title").Text(),
            kind switch
            {
                MeetingEventKind.Started => activity.Value.FieldInAnyCase("StartTime").Instant(),
                MeetingEventKind.Ended => activity.Value.FieldInAnyCase("EndTime").Instant(),
                MeetingEventKind.Joined or MeetingEventKind.Left => activity.Timestamp,
            },
            activity.Value.FieldInAnyCase("JoinUrl").Text())
        {
            Participants = kind is MeetingEventKind.Joined or MeetingEventKind.Left
                ? [.. activity.Value.FieldInAnyCase("members").Items().Select(one => ReadParticipant(one))] : [],
        };
    }

    internal static MeetingParticipant ReadParticipant(JsonElement? element)
    {
        var user = element.FieldInAnyCase("user");
        return new MeetingParticipant(
            new ChannelAccount(
                user.FieldInAnyCase("id").Text(),
                user.FieldInAnyCase("name").Text(),
                user.FieldInAnyCase("aadObjectId").Text() ?? user.FieldInAnyCase("objectId").Text()),
            element.FieldInAnyCase("meeting").FieldInAnyCase("role").Text());
    }

    private static MeetingEventKind? KindOf(string? name) =>
        name?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) != true ? null : name[Prefix.Length..].ToUpperInvariant() switch
        {
            "START" => MeetingEventKind.Started,
            "END" => MeetingEventKind.Ended,
            "PARTICIPANTJOIN" => MeetingEventKind.Joined,
            "PARTICIPANTLEAVE" => MeetingEventKind.Left,
            _ => null,
        };
}
