using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Cards;

namespace SoeBot.Teams.Conversations;

/// <summary>One HTTP call to the connector, with the token, and never an exception for what the other side does.</summary>
internal sealed class ConnectorCalls(
    HttpClient http, IOutboundToken tokens, ServiceHosts hosts, TimeProvider clock, ILogger<ConversationClient> log)
{
    private const int MaxAnswerBytes = 4 * 1024 * 1024;

    public async Task<(SendOutcome Outcome, JsonElement? Body)> SendAsync(
        HttpMethod method, Uri serviceUrl, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!hosts.Allows(serviceUrl))
        {
            Log.HostRefused(log, serviceUrl.Host);
            return (ConnectorErrors.Forbidden("The service address is not on the list of allowed hosts.", "ServiceHostNotAllowed"), null);
        }

        var address = new Uri(serviceUrl.GetLeftPart(UriPartial.Path).TrimEnd('/') + path);
        var payload = body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString(CardJson.Relaxed));
        var (outcome, answer) = await TryAsync(method, address, payload, renew: false, cancellationToken);
        if (outcome.Status == (int)HttpStatusCode.Unauthorized)
        {
            // Refused before anything was done, so one repeat with a fresh token doubles nothing.
            (outcome, answer) = await TryAsync(method, address, payload, renew: true, cancellationToken);
        }

        if (!outcome.IsSent)
        {
            Log.CallFailed(log, method.Method, outcome.Result, outcome.Status, outcome.Code, outcome.Correlation);
        }

        if (outcome.Status is (int)HttpStatusCode.BadRequest or (int)HttpStatusCode.RequestEntityTooLarge && payload is not null)
        {
            // Ours to mend. The hash tells whether two of these are the same, without a word of what was said.
            Log.BodyRefused(log, method.Method, outcome.Status.Value, outcome.Code, outcome.Reason, Convert.ToHexStringLower(SHA256.HashData(payload)), payload.Length);
        }

        return (ConnectorErrors.NamedHost(outcome, serviceUrl) is { } named && hosts.Allows(named) ? outcome with { UseInstead = named } : outcome, answer);
    }

    private async Task<(SendOutcome Outcome, JsonElement? Body)> TryAsync(
        HttpMethod method, Uri address, byte[]? payload, bool renew, CancellationToken cancellationToken)
    {
        string? token;
        try
        {
            token = await tokens.GetAsync(renew, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return (new SendOutcome { Result = SendResult.NotSent, Code = "NoToken", Reason = exception.Message }, null);
        }

        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (payload is not null)
        {
            request.Content = new ByteArrayContent(payload);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var body = await ReadBodyAsync(response, cancellationToken);
            return (ConnectorErrors.Read(response, body, clock), body);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            return (ConnectorErrors.Lost(exception), null);
        }
    }

    // The headers have said what happened, so a body that breaks off or is no JSON changes nothing.
    private static async Task<JsonElement?> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > MaxAnswerBytes)
        {
            return null;
        }

        try
        {
            return ConnectorErrors.TryParse(await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidOperationException or OperationCanceledException)
        {
            return null;
        }
    }
}
