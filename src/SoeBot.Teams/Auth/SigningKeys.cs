using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace SoeBot.Teams.Auth;

/// <summary>A key of the channel and the channels it may speak for.</summary>
internal sealed record SigningKey(JsonWebKey Key, IReadOnlySet<string> Endorsements);

/// <summary>
/// The channel's signing keys (protocol notes 1.4). Fetched again after half a day, and for an unknown key at most once a minute, so
/// that a stranger with made-up key ids cannot make us hammer Microsoft. The last good keys stay in use when a fetch fails.
/// </summary>
/// <remarks>Not <c>ConfigurationManager</c>: that one renews behind the caller's back and by its own clock, so that the first message
/// after a change of keys would be refused.</remarks>
internal sealed class SigningKeys(HttpClient http, IKeptKeys kept, IOptions<BotOptions> options, TimeProvider clock, ILogger<SigningKeys> log) : IDisposable
{
    /// <summary>So old may keys be that were kept over a restart: as long as Microsoft's own libraries hold them at most.</summary>
    public static readonly TimeSpan LongestKept = TimeSpan.FromDays(5);

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan MinimumInterval = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _fetching = new(1, 1);
    private IReadOnlyDictionary<string, SigningKey> _keys = new Dictionary<string, SigningKey>();
    private DateTimeOffset _fetchedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _triedAt = DateTimeOffset.MinValue;

    /// <summary>False until the first fetch succeeded: then nobody can be recognised and nobody may be refused for good.</summary>
    public bool HasAny => _keys.Count > 0;

    /// <summary>Why the last fetch failed; null when it did not.</summary>
    public Exception? Problem { get; private set; }

    public int CountFor(string channel) => _keys.Values.Count(key => key.Endorsements.Contains(channel));

    /// <summary>Fetches the keys unless there are some, so that the first message need not wait for them.</summary>
    /// <returns>Whether there are any.</returns>
    public async Task<bool> WarmAsync(CancellationToken cancellationToken)
    {
        if (!HasAny)
        {
            await FetchAsync(clock.GetUtcNow(), cancellationToken);
        }

        return HasAny;
    }

    public async Task<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!_keys.ContainsKey(keyId) || now - _fetchedAt > Lifetime)
        {
            await FetchAsync(now, cancellationToken);
        }

        return _keys.GetValueOrDefault(keyId);
    }

    public void Dispose() => _fetching.Dispose();

    private async Task FetchAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            // Without any key every message would be lost, so only then the interval is short.
            if (now - _triedAt < (HasAny ? MinimumInterval : TimeSpan.FromSeconds(5)))
            {
                return;
            }

            _triedAt = now;
            var (set, json) = await new KeyDocuments(http).FetchAsync(Address, cancellationToken);
            (_keys, _fetchedAt, Problem) = (Read(set), now, null);
            Log.KeysFetched(log, _keys.Count);
            await KeepAsync(new KeptKeys(json, now), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Problem = exception;
            Log.KeysNotFetched(log, exception, Address);
            if (!HasAny)
            {
                await UseKeptAsync(now, cancellationToken);
            }
        }
        finally
        {
            _fetching.Release();
        }
    }

    private Uri Address => options.Value.OpenIdMetadata ?? options.Value.Profile.OpenIdMetadata;

    private async Task KeepAsync(KeptKeys keys, CancellationToken cancellationToken)
    {
        try
        {
            await kept.KeepAsync(Address, keys, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.KeysNotKept(log, exception);
        }
    }

    private async Task UseKeptAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            if (await kept.FindAsync(Address, cancellationToken) is not { } found || now - found.FetchedAt > LongestKept)
            {
                return;
            }

            (_keys, _fetchedAt) = (Read(new JsonWebKeySet(found.Json)), found.FetchedAt);
            Log.KeptKeysUsed(log, found.FetchedAt);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.KeysNotKept(log, exception);
        }
    }

    private static Dictionary<string, SigningKey> Read(JsonWebKeySet set)
    {
        var keys = set.Keys
            .Where(key => key.Kty == JsonWebAlgorithmsKeyTypes.RSA && !string.IsNullOrEmpty(key.Kid))
            .GroupBy(key => key.Kid, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new SigningKey(group.First(), EndorsementsOf(group.First())), StringComparer.Ordinal);
        return keys.Count > 0 ? keys : throw new InvalidOperationException("The key set is empty.");
    }

    // The library keeps what it does not know, in whichever form its JSON reader chose.
    private static HashSet<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value)
            ? value switch
            {
                JsonElement { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(one => one.ToString()).ToHashSet(StringComparer.Ordinal),
                string one => [one],
                IEnumerable<object> list => list.Select(one => one.ToString() ?? "").ToHashSet(StringComparer.Ordinal),
                _ => [],
            }
            : [];
}
