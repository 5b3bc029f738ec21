using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using SoeBot.Teams.Activities;

namespace SoeBot.Teams.Conversations;

/// <summary>Turns an answer or an exception into an outcome (protocol notes 5.7).</summary>
internal static partial class ConnectorErrors
{
    private const int ReasonLength = 300;

    public static SendOutcome Read(HttpResponseMessage response, JsonElement? body, TimeProvider clock)
    {
        var (code, reason) = ReadError(body);
        return new SendOutcome
        {
            Result = ResultOf(response),
            Status = (int)response.StatusCode,
            ActivityId = response.IsSuccessStatusCode ? body.Text("activityId") ?? body.Text("id") : null,
            Code = code,
            Barrier = BarrierOf(response.StatusCode, code),
            Reason = Shorten(reason ?? (response.IsSuccessStatusCode ? null : response.ReasonPhrase)),
            RetryAfter = Wait(response.Headers.RetryAfter, clock),
            Correlation = response.Headers.TryGetValues("MS-CV", out var values) ? string.Join(',', values) : null,
        };
    }

    public static SendOutcome Lost(Exception exception)
    {
        var notSent = exception is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,
        };
        return new SendOutcome
        {
            Result = notSent ? SendResult.NotSent : SendResult.Unknown,
            Reason = exception is OperationCanceledException ? "There was no answer in time." : Shorten(exception.Message),
        };
    }

    public static SendOutcome Forbidden(string reason, string code) =>
        new() { Result = SendResult.Refused, Code = code, Reason = reason };

    private static SendResult ResultOf(HttpResponseMessage response) => response.StatusCode switch
    {
        _ when response.IsSuccessStatusCode => SendResult.Sent,
        HttpStatusCode.TooManyRequests => SendResult.Throttled,
        HttpStatusCode.NotFound => SendResult.NotFound,
        HttpStatusCode.PreconditionFailed => SendResult.Conflict,
        HttpStatusCode.RequestTimeout => SendResult.Unknown,
        // They say that they do not have it, which is not the same as that something broke over there.
        HttpStatusCode.NotImplemented => SendResult.Refused,
        >= HttpStatusCode.InternalServerError => SendResult.Unknown,
        _ => SendResult.Refused,
    };

    private static SendBarrier? BarrierOf(HttpStatusCode status, string? code) => (status, code) switch
    {
        (HttpStatusCode.Forbidden, "BotNotInConversationRoster") => SendBarrier.NotInstalled,
        (HttpStatusCode.Forbidden, "ConversationBlockedByUser" or "MessageWritesBlocked") => SendBarrier.Blocked,
        (HttpStatusCode.Forbidden, "BotDisabledByAdmin" or "BlockedByAdmin") => SendBarrier.Disabled,
        (HttpStatusCode.NotFound, "ConversationNotFound") => SendBarrier.ConversationGone,
        (HttpStatusCode.NotFound, "ActivityNotFoundInConversation") => SendBarrier.MessageGone,
        _ => null,
    };

    /// <summary>The host that a refusal for the wrong cloud names, in the form of the address that was wrong.</summary>
    public static Uri? NamedHost(SendOutcome outcome, Uri wrong)
    {
        if (outcome is not { Status: (int)HttpStatusCode.Forbidden, Code: "InvalidBotApiHost", Reason: { } reason }) return null;
        var host = Host().Matches(reason).Select(match => match.Groups["host"].Value)
            .FirstOrDefault(name => !string.Equals(name, wrong.Host, StringComparison.OrdinalIgnoreCase));
        return host is null ? null : new UriBuilder(wrong) { Host = host }.Uri;
    }

    [GeneratedRegex(@"(?<![\w@.-])(?<host>[a-z0-9-]+(?:\.[a-z0-9-]+){2,})(?![\w-])", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 100)]
    private static partial Regex Host();

    // Three forms are seen: an error object; a bare message; a number with JSON inside the message's text.
    private static (string? Code, string? Reason) ReadError(JsonElement? body)
    {
        if (body.Field("error") is { ValueKind: JsonValueKind.Object } error)
        {
            return (error.Text("code"), error.Text("message"));
        }

        var message = body.Text("message");
        if (message?.TrimStart().StartsWith('{') == true && TryParse(message) is { } inner)
        {
            return (inner.Text("subCode") ?? inner.Text("code"), inner.Text("details") ?? inner.Text("message") ?? message);
        }

        return (body.Text("code") ?? body.Text("error") ?? body.Field("errorCode")?.ToString(), message);
    }

    public static JsonElement? TryParse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? Wait(RetryConditionHeaderValue? header, TimeProvider clock)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string? Shorten(string? text) => text?.Cut(ReasonLength);
}
