using System.Net;
using System.Net.Http.Headers;

namespace SoeBot.Connectors.HandOver;

/// <param name="Url">https, or http on this machine.</param>
/// <param name="Id">Of the message, the same in every try.</param>
/// <param name="Body">JSON in UTF-8.</param>
/// <param name="Keys">It is signed with each: two while a secret is being changed.</param>
/// <param name="Timeout">For the answer.</param>
public sealed record WebhookRequest(Uri Url, string Id, byte[] Body, IReadOnlyList<byte[]> Keys, TimeSpan Timeout);

/// <summary>Posts one signed message: to the address of the settings and nowhere else, without cookies, reading no more of the answer than a reason.</summary>
public sealed class WebhookPost(HttpClient http, TimeProvider time)
{
    /// <summary>What its client has to be made of: it follows to no other address and keeps nothing.</summary>
    public static SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(5), MaxResponseHeadersLength = 16,
    };

    public async Task<Delivered> SendAsync(WebhookRequest request, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(request.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var message = MessageOf(request, time.GetUtcNow());
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Delivered.NotNow($"no answer within {request.Timeout.TotalSeconds:0} s");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return Delivered.NotNow(broken is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } ? "its certificate is not trusted" : "it cannot be reached");
        }
    }

    private static HttpRequestMessage MessageOf(WebhookRequest request, DateTimeOffset now)
    {
        var content = new ByteArrayContent(request.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        var message = new HttpRequestMessage(HttpMethod.Post, request.Url) { Content = content };
        message.Headers.TryAddWithoutValidation("webhook-id", request.Id);
        message.Headers.TryAddWithoutValidation("webhook-timestamp", WebhookSignature.Seconds(now));
        message.Headers.TryAddWithoutValidation("webhook-signature", string.Join(' ', request.Keys.Select(key => WebhookSignature.Of(key, request.Id, now, request.Body))));
        message.Headers.TryAddWithoutValidation("User-Agent", "SoeBot");
        return message;
    }

    private static async Task<Delivered> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        if (status is >= 200 and <= 299) return Delivered.Accepted;
        if (status is >= 300 and <= 399) return Delivered.NotNow($"it sends on to another address ({status}), where I do not follow");

        // Neither the address nor the secret is a matter of this change: it waits until they are mended.
        if (status is 401 or 403) return Delivered.NotNow($"it does not accept the signature ({status})");
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.ProxyAuthenticationRequired or HttpStatusCode.Gone)
            return Delivered.NotNow($"its address takes no changes ({status})");
        if (status is 408 or 425 or 429 or >= 500) return Delivered.NotNow($"it answers {status}", After(response));
        return new(DeliveryResult.Refused, await RefusalWords.ReadAsync(response, cancellation));
    }

    /// <summary>Only as a span: a date would be of another clock.</summary>
    private static TimeSpan? After(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta is { } wait && wait > TimeSpan.Zero ? wait : null;
}
