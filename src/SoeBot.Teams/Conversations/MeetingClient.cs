using System.Text.Json;
using SoeBot.Teams.Activities;

namespace SoeBot.Teams.Conversations;

/// <summary>
/// What Teams knows of a meeting (protocol notes 6.3). Allowed only where the app is in the meeting's chat with its permissions, so a
/// refusal is as usual as an answer: the value is null then and nothing may depend on it. Roles in a meeting give no rights.
/// </summary>
public sealed class MeetingClient
{
    private readonly ConnectorCalls _calls;

    internal MeetingClient(ConnectorCalls calls) => _calls = calls;

    /// <param name="serviceUrl">From the newest activity of the meeting's chat.</param>
    /// <param name="meetingId">From <c>channelData.meeting.id</c>; nothing else is understood.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<ReadOutcome<TeamsMeeting>> MeetingAsync(Uri serviceUrl, string meetingId, CancellationToken cancellationToken)
    {
        var (outcome, body) = await GetAsync(serviceUrl, $"/v1/meetings/{Escape(meetingId)}", cancellationToken);
        var details = body.FieldInAnyCase("details");
        var organizer = body.FieldInAnyCase("organizer");
        return new(
            body is null ? null : new TeamsMeeting(
                details.FieldInAnyCase("id").Text(),
                details.FieldInAnyCase("title").Text(),
                details.FieldInAnyCase("joinUrl").Text(),
                details.FieldInAnyCase("scheduledStartTime").Instant(),
                details.FieldInAnyCase("scheduledEndTime").Instant(),
                organizer.FieldInAnyCase("aadObjectId").Text() ?? organizer.FieldInAnyCase("objectId").Text(),
                body.FieldInAnyCase("conversation").FieldInAnyCase("id").Text()),
            outcome);
    }

    /// <param name="serviceUrl">From the newest activity of the meeting's chat.</param>
    /// <param name="meetingId">From <c>channelData.meeting.id</c>.</param>
    /// <param name="objectId">The person's Entra object id.</param>
    /// <param name="tenantId">The person's tenant, without which nobody is found.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<ReadOutcome<MeetingParticipant>> ParticipantAsync(
        Uri serviceUrl, string meetingId, string objectId, string tenantId, CancellationToken cancellationToken)
    {
        var (outcome, body) = await GetAsync(
            serviceUrl, $"/v1/meetings/{Escape(meetingId)}/participants/{Escape(objectId)}?tenantId={Escape(tenantId)}", cancellationToken);
        return new(body is null ? null : MeetingEvent.ReadParticipant(body), outcome);
    }

    private async Task<(SendOutcome Outcome, JsonElement? Body)> GetAsync(Uri serviceUrl, string path, CancellationToken cancellationToken)
    {
        var (outcome, body) = await _calls.SendAsync(HttpMethod.Get, serviceUrl, path, null, cancellationToken);
        return (outcome with { ActivityId = null }, outcome.IsSent ? body : null);
    }

    private static string Escape(string id) => Uri.EscapeDataString(id);
}
