using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SoeBot.Teams.Auth;

namespace SoeBot.Teams.Files;

public enum DownloadOutcome
{
    Read,
    HostNotAllowed,

    /// <summary>More than <see cref="BotOptions.LargestFileMegabytes"/>; reading ended there.</summary>
    TooLarge,

    /// <summary>The address is good for a short while only, and that is over; or the file was deleted.</summary>
    Expired,

    /// <summary>No answer, a broken one or one that asks to come later: worth another try.</summary>
    NotReached,
}

/// <param name="Content">Filled for <see cref="DownloadOutcome.Read"/> only.</param>
public sealed record Download(DownloadOutcome Outcome, byte[] Content);

/// <summary>Fetches what a person sent. Without our token, without cookies, without following to another address.</summary>
public sealed class FileDownload
{
    private readonly HttpClient _http;
    private readonly FileHosts _hosts;
    private readonly BotOptions _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger<FileDownload> _log;

    internal FileDownload(HttpClient http, FileHosts hosts, IOptions<BotOptions> options, TimeProvider clock, ILogger<FileDownload> log) =>
        (_http, _hosts, _settings, _clock, _log) = (http, hosts, options.Value, clock, log);

    /// <param name="downloadUrl">As it came with the message.</param>
    /// <param name="most">Bytes; the setting's limit where this is more.</param>
    /// <param name="cancellationToken">Gives up with an exception.</param>
    public async Task<Download> ReadAsync(string downloadUrl, long most, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(downloadUrl, UriKind.Absolute, out var url) || !_hosts.Allows(url))
        {
            Log.FileHostRefused(_log, url?.Host ?? "no address");
            return new(DownloadOutcome.HostNotAllowed, []);
        }

        using var patience = new CancellationTokenSource(_settings.FileTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await GetAsync(url, Math.Min(most, _settings.LargestFileMegabytes * 1_000_000L), either.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            Log.FileNotReached(_log, url.Host, exception.GetType().Name);
            return new(DownloadOutcome.NotReached, []);
        }
    }

    private async Task<Download> GetAsync(Uri url, long most, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            Log.FileNotReached(_log, url.Host, response.StatusCode.ToString());
            return new(OutcomeOf(response.StatusCode), []);
        }

        if (response.Content.Headers.ContentLength > most)
        {
            return new(DownloadOutcome.TooLarge, []);
        }

        // What the header promises is only a promise.
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (content.Length + read > most)
            {
                return new(DownloadOutcome.TooLarge, []);
            }

            content.Write(buffer, 0, read);
        }

        return new(DownloadOutcome.Read, content.ToArray());
    }

    private static DownloadOutcome OutcomeOf(HttpStatusCode status) => status switch
    {
        // To follow would be to go where nobody allowed.
        >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => DownloadOutcome.HostNotAllowed,
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => DownloadOutcome.NotReached,
        _ => DownloadOutcome.Expired,
    };
}
