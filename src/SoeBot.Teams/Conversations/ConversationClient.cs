using System.Text.Json.Nodes;
using SoeBot.Teams.Activities;
using SoeBot.Teams.Auth;

namespace SoeBot.Teams.Conversations;

/// <summary>Where a message goes.</summary>
/// <param name="ServiceUrl">From the newest activity that came from there.</param>
/// <param name="ConversationId">Opaque. Of a channel thread with its <c>;messageid=</c>, or the message lands at the top.</param>
public sealed record ConversationAddress(Uri ServiceUrl, string ConversationId);

/// <summary>
/// Writes to conversations by the Bot Connector's routes (protocol notes 5.2). Answers of the other side are outcomes, never
/// exceptions. Nothing is repeated here but a call refused for its token; who may repeat what is the caller's decision.
/// </summary>
public sealed class ConversationClient
{
    private readonly ConnectorCalls _calls;
    private readonly string? _botId;

    internal ConversationClient(ConnectorCalls calls, BotOptions options) => (_calls, _botId) = (calls, options.BotId);

    public async Task<SendOutcome> SendAsync(ConversationAddress to, OutgoingActivity activity, CancellationToken cancellationToken) =>
        (await _calls.SendAsync(HttpMethod.Post, to.ServiceUrl, Activities(to), Body(to, activity), cancellationToken)).Outcome;

    /// <summary>
    /// Seen by one member of a channel, a group chat or a meeting's chat only, and gone from there after a day (protocol notes 5.6).
    /// Not every tenant has it: whatever is refused is said in the person's own chat.
    /// </summary>
    /// <param name="to">Not a personal chat.</param>
    /// <param name="memberId"><c>29:...</c>.</param>
    /// <param name="activity">Nothing that must last.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<SendOutcome> SendTargetedAsync(ConversationAddress to, string memberId, OutgoingActivity activity, CancellationToken cancellationToken)
    {
        var body = Body(to, activity);
        body["recipient"] = new JsonObject { ["id"] = memberId, ["isTargeted"] = true };
        return (await _calls.SendAsync(HttpMethod.Post, to.ServiceUrl, Activities(to) + "?isTargetedActivity=true", body, cancellationToken)).Outcome;
    }

    public async Task<SendOutcome> ReplyAsync(
        ConversationAddress to, string replyToId, OutgoingActivity activity, CancellationToken cancellationToken)
    {
        var body = Body(to, activity);
        body["replyToId"] = replyToId;
        return (await _calls.SendAsync(HttpMethod.Post, to.ServiceUrl, Activities(to, replyToId), body, cancellationToken)).Outcome;
    }

    /// <summary>Replaces the whole message. Notifies nobody. May be repeated: the same content twice is the same.</summary>
    public async Task<SendOutcome> UpdateAsync(
        ConversationAddress to, string activityId, OutgoingActivity activity, CancellationToken cancellationToken)
    {
        var body = Body(to, activity);
        body["id"] = activityId;
        var (outcome, _) = await _calls.SendAsync(HttpMethod.Put, to.ServiceUrl, Activities(to, activityId), body, cancellationToken);
        return outcome.IsSent ? outcome with { ActivityId = outcome.ActivityId ?? activityId } : outcome;
    }

    public async Task<SendOutcome> DeleteAsync(ConversationAddress to, string activityId, CancellationToken cancellationToken) =>
        (await _calls.SendAsync(HttpMethod.Delete, to.ServiceUrl, Activities(to, activityId), null, cancellationToken)).Outcome;

    /// <summary>
    /// The one-to-one chat with a person; asking again gives the same one. Sends nothing by itself. Refused (403) where the app is not
    /// installed for the person.
    /// </summary>
    /// <param name="serviceUrl">From the newest activity of that tenant.</param>
    /// <param name="tenantId">The person's tenant.</param>
    /// <param name="memberId"><c>29:...</c> from a roster, or the Entra object id where none is known.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<SendOutcome> CreatePersonalAsync(Uri serviceUrl, string tenantId, string memberId, CancellationToken cancellationToken) =>
        CreateAsync(
            serviceUrl,
            new JsonObject
            {
                ["isGroup"] = false,
                ["members"] = new JsonArray(new JsonObject { ["id"] = memberId }),
                ["tenantId"] = tenantId,
                ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenantId } },
            },
            cancellationToken);

    /// <summary>Opens a thread in a channel; the outcome has the conversation id of the thread and the id of its first message.</summary>
    public Task<SendOutcome> CreateThreadAsync(
        Uri serviceUrl, string tenantId, string channelId, OutgoingActivity first, CancellationToken cancellationToken) =>
        CreateAsync(
            serviceUrl,
            new JsonObject
            {
                ["isGroup"] = true,
                ["tenantId"] = tenantId,
                ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channelId } },
                ["activity"] = first.ToBody(),
            },
            cancellationToken);

    private async Task<SendOutcome> CreateAsync(Uri serviceUrl, JsonObject body, CancellationToken cancellationToken)
    {
        if (_botId is not null)
        {
            body["bot"] = new JsonObject { ["id"] = _botId };
        }

        var (outcome, answer) = await _calls.SendAsync(HttpMethod.Post, serviceUrl, "/v3/conversations", body, cancellationToken);
        if (!outcome.IsSent)
        {
            return outcome;
        }

        // Without the id nobody can tell what was created.
        return answer.Text("id") is { Length: > 0 } id
            ? outcome with { ConversationId = id, ActivityId = answer.Text("activityId") }
            : outcome with { Result = SendResult.Unknown, ActivityId = null, Reason = "The answer named no conversation." };
    }

    private JsonObject Body(ConversationAddress to, OutgoingActivity activity)
    {
        var body = activity.ToBody();
        body["conversation"] = new JsonObject { ["id"] = to.ConversationId };
        if (_botId is not null)
        {
            body["from"] = new JsonObject { ["id"] = _botId };
        }

        return body;
    }

    private static string Activities(ConversationAddress to) => $"/v3/conversations/{Uri.EscapeDataString(to.ConversationId)}/activities";

    private static string Activities(ConversationAddress to, string activityId) => $"{Activities(to)}/{Uri.EscapeDataString(activityId)}";
}
