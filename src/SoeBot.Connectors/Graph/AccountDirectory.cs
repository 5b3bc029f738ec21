using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace SoeBot.Connectors.Graph;

public enum AccountState { Enabled, Disabled, Deleted }

/// <summary>
/// Asks Microsoft Graph whether accounts are enabled: <c>GET /users/{id}?$select=id,accountEnabled</c>, twenty in one batch
/// (learn.microsoft.com/graph/json-batching). Needs the application permission User.Read.All or User.EnableDisableAccount.All with User.ReadBasic.All.
/// </summary>
public sealed class AccountDirectory : IDisposable
{
    /// <summary>The service takes no more requests in a batch.</summary>
    private const int Batch = 20;

    private readonly GraphServiceClient _graph;

    /// <param name="http">Without the library's own retries: who asks daily asks again tomorrow.</param>
    /// <param name="address">"https://graph.microsoft.com/v1.0", or of another cloud.</param>
    /// <param name="token">A token for that address.</param>
    public AccountDirectory(HttpClient http, Uri address, Func<CancellationToken, Task<string>> token) =>
        _graph = new GraphServiceClient(http, new BaseBearerTokenAuthenticationProvider(new Token(token, address.Host)), address.ToString().TrimEnd('/'));

    /// <summary>The state of each account that Graph answered for. One that it did not answer for (throttled, no right, an error) is not in it, and nothing follows from that.</summary>
    /// <param name="objectIds">Entra object ids of one tenant.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="HttpRequestException">The service could not be asked at all: no connection, no token, no right.</exception>
    public async Task<IReadOnlyDictionary<string, AccountState>> StatesAsync(IReadOnlyCollection<string> objectIds, CancellationToken cancellation)
    {
        var found = new Dictionary<string, AccountState>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in objectIds.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(Batch))
        {
            try
            {
                await AskAsync(some, found, cancellation);
            }
            catch (Exception refused) when (refused is ServiceException or ApiException)
            {
                throw new HttpRequestException($"Graph did not answer: {refused.Message}", refused);
            }
        }
        return found;
    }

    public void Dispose() => _graph.Dispose();

    private async Task AskAsync(IReadOnlyList<string> objectIds, Dictionary<string, AccountState> found, CancellationToken cancellation)
    {
        var batch = new BatchRequestContentCollection(_graph);
        var steps = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in objectIds)
            steps[await batch.AddBatchRequestStepAsync(_graph.Users[id].ToGetRequestInformation(ask => ask.QueryParameters.Select = ["id", "accountEnabled"]))] = id;
        var answers = await _graph.Batch.PostAsync(batch, cancellation);
        var statuses = await answers.GetResponsesStatusCodesAsync();
        foreach (var (step, id) in steps)
        {
            if (!statuses.TryGetValue(step, out var status)) continue;
            if (status == HttpStatusCode.NotFound) found[id] = AccountState.Deleted;
            else if (status == HttpStatusCode.OK && await answers.GetResponseByIdAsync<User>(step) is { AccountEnabled: { } enabled }) found[id] = enabled ? AccountState.Enabled : AccountState.Disabled;
        }
    }

    private sealed class Token(Func<CancellationToken, Task<string>> token, string host) : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new([host]);

        public Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            AllowedHostsValidator.IsUrlHostValid(uri) ? token(cancellationToken) : Task.FromResult("");
    }
}
