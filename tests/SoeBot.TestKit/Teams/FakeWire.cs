using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace SoeBot.TestKit.Teams;

/// <summary>What becomes of one call.</summary>
/// <param name="Status">Answered in place of the real answer; 0: no answer comes.</param>
/// <param name="Stores">Whether the service did what it was asked all the same.</param>
/// <param name="RetryAfter">Named with a 429.</param>
public sealed record FakeFate(int Status, bool Stores = false, TimeSpan? RetryAfter = null);

/// <summary>
/// The same Teams without a network: the bot's calls end here, in the caller's own thread, so that a run is the same each time.
/// Requests are not kept, and of an edited message only the last content.
/// </summary>
/// <param name="teams">Whose people and places.</param>
/// <param name="fate">Of each call before it is done; null: it succeeds.</param>
public sealed class FakeWire(FakeTeams teams, Func<FakeRequest, FakeFate?> fate) : HttpMessageHandler
{
    /// <summary>A message was posted (true) or edited (false).</summary>
    public Action<FakeMessage, bool>? Arrived { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (!address.AbsolutePath.StartsWith("/emea/", StringComparison.Ordinal)) throw new HttpRequestException($"Nobody answers at {address}.");
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken)) as JsonObject;
        var call = new FakeRequest(0, request.Method.Method, Uri.UnescapeDataString(address.AbsolutePath["/emea".Length..]), address.PathAndQuery, body, new Dictionary<string, string>(), teams.State.Clock.GetUtcNow());
        var decided = fate(call);
        if (decided is { Stores: false }) return Answer(decided.Status, ConnectorActions.Error("ServiceError", "The fake was told to."), decided.RetryAfter);

        var (before, id) = (teams.State.LastPosted, call.Method == "PUT" ? call.Path.Split('/')[^1] : null);
        var (status, answer) = ConnectorActions.Do(teams.State, call, new QueryCollection(QueryHelpers.ParseQuery(address.Query)));
        if (status < 300 && teams.State.LastPosted is { } posted && posted != before) Arrived?.Invoke(posted, true);
        if (status < 300 && id is not null && teams.State.Read(state => state.Messages.FindLast(message => message.Id == id)) is { } edited)
        {
            edited.ForgetHistory();
            Arrived?.Invoke(edited, false);
        }
        return decided is null ? Answer(status, answer, null) : Answer(decided.Status, null, decided.RetryAfter);
    }

    private static HttpResponseMessage Answer(int status, JsonNode? body, TimeSpan? retryAfter)
    {
        if (status == 0) throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was cut.");
        var answer = new HttpResponseMessage((HttpStatusCode)status);
        if (body is not null) answer.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (retryAfter is { } wait) answer.Headers.RetryAfter = new(wait);
        return answer;
    }
}
