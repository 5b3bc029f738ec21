using System.Net;

namespace SoeBot.Connectors.Http;

public enum FetchOutcome
{
    Fetched,

    /// <summary>The source says that it is what was fetched before.</summary>
    NotChanged,

    /// <summary>No answer, a broken one, or one that asks to come later: worth another try soon.</summary>
    NotReached,

    /// <summary>An answer that will be the same in a minute: no right, not found, too large, somewhere else.</summary>
    Refused,
}

/// <param name="Url">https, or http on this machine.</param>
/// <param name="Most">Bytes as they travel.</param>
/// <param name="Timeout">For the whole answer.</param>
public sealed record FetchRequest(Uri Url, long Most, TimeSpan Timeout)
{
    /// <summary>The one header that proves who we are; null for none.</summary>
    public KeyValuePair<string, string>? Secret { get; init; }

    /// <summary>Name of the file, where the settings give one.</summary>
    public string? Name { get; init; }

    /// <summary>From an earlier answer.</summary>
    public string? ETag { get; init; }

    /// <inheritdoc cref="ETag"/>
    public DateTimeOffset? LastModified { get; init; }
}

/// <param name="Problem">In words, for the two outcomes without a file.</param>
/// <param name="Written">When the source says it was made; null when it does not.</param>
public sealed record Fetched(FetchOutcome Outcome, string? Problem = null, string? Name = null, string? ETag = null, DateTimeOffset? Written = null);

/// <summary>Fetches a plan from one address: without cookies, without following to another host, to the size and for the time allowed.</summary>
public sealed class PlanFetch(HttpClient http, TimeProvider time)
{
    private const int MostRedirects = 5;

    /// <param name="request">From where.</param>
    /// <param name="take">Gets the name and the bytes as they come; false: they are more than may be.</param>
    /// <param name="cancellation">Gives up with an exception.</param>
    public async Task<Fetched> ReadAsync(FetchRequest request, Func<string, Stream, DateTimeOffset?, CancellationToken, Task<bool>> take, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(request.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await FollowAsync(request, take, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(FetchOutcome.NotReached, $"did not answer within {request.Timeout.TotalSeconds:0} s.");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return new(FetchOutcome.NotReached, (broken as HttpRequestException)?.HttpRequestError switch
            {
                HttpRequestError.SecureConnectionError => "has a certificate that is not trusted.",
                HttpRequestError.NameResolutionError => "is no host that can be found from here.",
                _ => "could not be reached, or the answer broke off.",
            });
        }
    }

    private async Task<Fetched> FollowAsync(FetchRequest request, Func<string, Stream, DateTimeOffset?, CancellationToken, Task<bool>> take, CancellationToken cancellation)
    {
        var url = request.Url;
        for (var followed = 0; followed <= MostRedirects; followed++)
        {
            using var message = MessageOf(request, url);
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                return await AnswerAsync(request, response, take, cancellation);
            if (response.Headers.Location is not { } location) break;
            var next = new Uri(url, location);
            // The secret goes to the host it was given for, and what another one sends is not what was asked for.
            if (next.Scheme != url.Scheme || next.Authority != url.Authority) return new(FetchOutcome.Refused, $"sends on to {next.Host}, where I do not follow. Set the address it means.");
            url = next;
        }
        return new(FetchOutcome.Refused, "sends on and on.");
    }

    private static async Task<Fetched> AnswerAsync(FetchRequest request, HttpResponseMessage response, Func<string, Stream, DateTimeOffset?, CancellationToken, Task<bool>> take, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        if (status == 304) return new(FetchOutcome.NotChanged);
        if (status is 408 or 429 or >= 500) return new(FetchOutcome.NotReached, $"answers with {status}.");
        if (status is 401 or 403) return new(FetchOutcome.Refused, $"does not accept the secret ({status}).");
        if (status is < 200 or > 299) return new(FetchOutcome.Refused, $"answers with {status}.");
        if (FetchedName.Of(request, response) is not { } name) return new(FetchOutcome.Refused, "gives neither a zip nor a workbook nor a named .csv file.");
        var tooLarge = new Fetched(FetchOutcome.Refused, $"gives more than {request.Most / 1_000_000} MB.");
        if (response.Content.Headers.ContentLength > request.Most) return tooLarge;
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var written = response.Content.Headers.LastModified;
        return await take(name, body, written, cancellation) ? new(FetchOutcome.Fetched, Name: name, ETag: response.Headers.ETag?.ToString(), Written: written) : tooLarge;
    }

    private static HttpRequestMessage MessageOf(FetchRequest request, Uri url)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url);
        if (request.Secret is { } secret) message.Headers.TryAddWithoutValidation(secret.Key, secret.Value);
        if (request.ETag is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (request.LastModified is { } at) message.Headers.IfModifiedSince = at;
        return message;
    }
}
