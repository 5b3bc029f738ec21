using System.Globalization;
using System.Text.Json;
using SoeBot.Teams.Activities;

namespace SoeBot.Teams.Conversations;

/// <summary>
/// Asks who and what is there. The connector limits these calls, so keep the answers: a day for people.
/// </summary>
public sealed class RosterClient
{
    private const int MaxPages = 100;

    private readonly ConnectorCalls _calls;

    internal RosterClient(ConnectorCalls calls) => _calls = calls;

    /// <param name="at">Any conversation that the person is in.</param>
    /// <param name="memberId"><c>29:...</c>, Entra object id or user principal name.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<ReadOutcome<TeamsMember>> MemberAsync(ConversationAddress at, string memberId, CancellationToken cancellationToken)
    {
        var (outcome, body) = await GetAsync(
            at.ServiceUrl, $"/v3/conversations/{Escape(at.ConversationId)}/members/{Escape(memberId)}", cancellationToken);
        return new(body is { } found ? Member(found) : null, outcome);
    }

    /// <summary>Everybody, page by page. A page that fails makes the whole answer fail: half a roster would look like people who left.</summary>
    public async Task<ReadOutcome<IReadOnlyList<TeamsMember>>> MembersAsync(
        ConversationAddress at, CancellationToken cancellationToken, int pageSize = 200)
    {
        var members = new List<TeamsMember>();
        string? next = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"?pageSize={pageSize}")
                + (next is null ? "" : "&continuationToken=" + Escape(next));
            var (outcome, body) = await GetAsync(
                at.ServiceUrl, $"/v3/conversations/{Escape(at.ConversationId)}/pagedmembers{query}", cancellationToken);
            if (!outcome.IsSent)
            {
                return new(null, outcome);
            }

            members.AddRange(body.Field("members").Items().Select(Member).OfType<TeamsMember>());
            next = body.Text("continuationToken");
            if (string.IsNullOrEmpty(next))
            {
                return new(members, outcome);
            }
        }

        return new(null, new SendOutcome { Result = SendResult.Refused, Code = "TooManyPages", Reason = "The roster does not end." });
    }

    public async Task<ReadOutcome<IReadOnlyList<TeamsChannel>>> ChannelsAsync(Uri serviceUrl, string teamId, CancellationToken cancellationToken)
    {
        var (outcome, body) = await GetAsync(serviceUrl, $"/v3/teams/{Escape(teamId)}/conversations", cancellationToken);
        return new(
            outcome.IsSent
                ? body.Field("conversations").Items().Where(one => one.Text("id") is not null)
                    .Select(one => new TeamsChannel(one.Text("id")!, one.Text("name"))).ToList()
                : null,
            outcome);
    }

    public async Task<ReadOutcome<TeamsTeam>> TeamAsync(Uri serviceUrl, string teamId, CancellationToken cancellationToken)
    {
        var (outcome, body) = await GetAsync(serviceUrl, $"/v3/teams/{Escape(teamId)}", cancellationToken);
        return new(outcome.IsSent ? new TeamsTeam(body.Text("id") ?? teamId, body.Text("name"), body.Text("aadGroupId")) : null, outcome);
    }

    private async Task<(SendOutcome Outcome, JsonElement? Body)> GetAsync(Uri serviceUrl, string path, CancellationToken cancellationToken)
    {
        var (outcome, body) = await _calls.SendAsync(HttpMethod.Get, serviceUrl, path, null, cancellationToken);
        return (outcome with { ActivityId = null }, outcome.IsSent ? body : null);
    }

    private static TeamsMember? Member(JsonElement one) => one.Text("id") is { } id
        ? new TeamsMember(
            id,
            one.Text("name"),
            one.Text("aadObjectId") ?? one.Text("objectId"),
            one.Text("email"),
            one.Text("userPrincipalName"),
            one.Text("tenantId"),
            one.Text("userRole"))
        : null;

    private static string Escape(string id) => Uri.EscapeDataString(id);
}
