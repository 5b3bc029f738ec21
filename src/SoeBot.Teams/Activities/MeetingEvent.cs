namespace SoeBot.Teams.Activities;

/// <summary>
/// A meeting began or ended. A hint only: it fires when the first person joins, may come twice or never (protocol notes 6.2).
/// </summary>
/// <param name="Started">False: it ended.</param>
/// <param name="MeetingId">The id that meeting calls take.</param>
/// <param name="Title">As in the calendar.</param>
/// <param name="At">When it really began or ended; null if the event did not say.</param>
/// <param name="JoinUrl">The link to join.</param>
public sealed record MeetingEvent(bool Started, string? MeetingId, string? Title, DateTimeOffset? At, string? JoinUrl)
{
    private const string StartName = "application/vnd.microsoft.meetingStart";
    private const string EndName = "application/vnd.microsoft.meetingEnd";

    internal static MeetingEvent? Read(Activity activity)
    {
        if (activity.Type != ActivityTypes.Event || activity.Name is not (StartName or EndName))
        {
            return null;
        }

        var started = activity.Name == StartName;
        return new MeetingEvent(
            started,
            activity.ChannelData.MeetingId ?? activity.Value.FieldInAnyCase("Id").Text(),
            activity.Value.FieldInAnyCase("Title").Text(),
            activity.Value.FieldInAnyCase(started ? "StartTime" : "EndTime").Instant(),
            activity.Value.FieldInAnyCase("JoinUrl").Text());
    }
}
