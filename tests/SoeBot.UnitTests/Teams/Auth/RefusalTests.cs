using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Teams;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.UnitTests.Teams.Auth;

/// <summary>Line by line what may not come in, each beside the same post that may.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private FakeTeams _teams = null!;
    private TestBot _bot = null!;

    public async ValueTask InitializeAsync() => (_teams, _bot) = await TestBot.StartWithTeamsAsync(clock: _clock);

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _teams.DisposeAsync();
    }

    [Fact]
    public async Task Post_GoodToken_IsAccepted()
    {
        Assert.Equal(202, await PostAsync(Token()));
        Assert.Single(_bot.Accepted);
    }

    [Fact]
    public async Task Post_NoHeader_Is401()
    {
        Assert.Equal(401, await PostAsync(""));
        Assert.Empty(_bot.Accepted);
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    [InlineData("Bearer garbage")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.e30.")]
    public async Task Post_HeaderThatIsNoToken_Is401(string header) => Assert.Equal(401, await PostHeaderAsync(header));

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("RS512")]
    public async Task Post_OtherAlgorithm_Is401(string algorithm) =>
        Assert.Equal(401, await PostAsync(_teams.Tokens.Sign(Claims(), algorithm, "key-1")));

    [Fact]
    public async Task Post_ClaimsSignedByHandWithRs256_IsAccepted() =>
        Assert.Equal(202, await PostAsync(_teams.Tokens.Sign(Claims(), "RS256", "key-1")));

    [Theory]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0")]
    [InlineData(null)]
    public async Task Post_OtherIssuer_Is401(string? issuer) => Assert.Equal(401, await PostAsync(_teams.Tokens.Create(Now, issuer: issuer)));

    [Theory]
    [InlineData("bbbbbbbb-0000-4000-8000-000000000002")]
    [InlineData("api://aaaaaaaa-0000-4000-8000-000000000001")]
    [InlineData("aaaaaaaa-0000-4000-8000-000000000001/")]
    public async Task Post_OtherAudience_Is401(string audience) => Assert.Equal(401, await PostAsync(_teams.Tokens.Create(Now, audience: audience)));

    [Theory]
    [InlineData(-6, 401)]
    [InlineData(-4, 202)]
    public async Task Post_ExpiredMinutesAgo_FiveAreForgiven(int minutes, int status) =>
        Assert.Equal(status, await PostAsync(_teams.Tokens.Create(Now, expiresIn: TimeSpan.FromMinutes(minutes), validFrom: TimeSpan.FromHours(-1))));

    [Theory]
    [InlineData(6, 401)]
    [InlineData(4, 202)]
    public async Task Post_ValidInMinutes_FiveAreForgiven(int minutes, int status) =>
        Assert.Equal(status, await PostAsync(_teams.Tokens.Create(Now, validFrom: TimeSpan.FromMinutes(minutes))));

    [Fact]
    public async Task Post_NoExpiry_Is401()
    {
        var claims = Claims();
        claims.Remove("exp");
        Assert.Equal(401, await PostAsync(_teams.Tokens.Sign(claims, "RS256", "key-1")));
    }

    [Fact]
    public async Task Post_SignedByAKeyOfAnotherName_Is401()
    {
        _teams.Tokens.AddKey("key-2", "msteams");
        var parts = _teams.Tokens.Create(Now, key: "key-2").Split('.');
        var mixed = $"{_teams.Tokens.Create(Now).Split('.')[0]}.{parts[1]}.{parts[2]}";
        Assert.Equal(401, await PostAsync(mixed));
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData(null)]
    public async Task Post_KeyThatDoesNotSpeakForTeams_Is401(string? endorsement)
    {
        _teams.Tokens.AddKey("key-3", endorsement is null ? null : [endorsement]);
        Assert.Equal(401, await PostAsync(_teams.Tokens.Create(Now, key: "key-3")));
    }

    [Fact]
    public async Task Post_NoServiceUrlClaim_Is401() => Assert.Equal(401, await PostAsync(_teams.Tokens.Create(Now, serviceUrlClaim: "")));

    [Fact]
    public async Task Post_OtherServiceUrlClaim_Is401() =>
        Assert.Equal(401, await PostAsync(_teams.Tokens.Create(Now, serviceUrl: "https://smba.trafficmanager.net/emea/")));

    [Fact]
    public async Task Post_ServiceUrlClaimInCamelCase_IsAccepted() =>
        Assert.Equal(202, await PostAsync(_teams.Tokens.Create(Now, serviceUrlClaim: "serviceUrl")));

    [Theory]
    [InlineData("http://evil.example/")]
    [InlineData("https://evil.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("not an address")]
    public async Task Post_ServiceUrlThatIsNotAllowed_Is403(string serviceUrl) => Assert.Equal(
        403, await PostAsync(_teams.Tokens.Create(Now, serviceUrl: serviceUrl), activity => activity["serviceUrl"] = serviceUrl));

    [Fact]
    public async Task Post_ForeignTenant_Is403()
    {
        const string foreign = "99999999-2222-4333-8444-555555555555";
        Assert.Equal(403, await PostAsync(Token(), activity => activity["channelData"]!["tenant"]!["id"] = foreign));
        Assert.Equal(403, await PostAsync(Token(), activity => activity["conversation"]!["tenantId"] = foreign));
        Assert.Equal(403, await PostAsync(Token(), activity =>
        {
            activity.Remove("channelData");
            activity["conversation"]!.AsObject().Remove("tenantId");
        }));
    }

    [Theory]
    [InlineData("directline")]
    [InlineData("MSTeams")]
    [InlineData("")]
    public async Task Post_OtherChannel_Is403(string channel) => Assert.Equal(403, await PostAsync(Token(), activity => activity["channelId"] = channel));

    [Theory]
    [InlineData("", 400)]
    [InlineData("[]", 400)]
    [InlineData("{}", 400)]
    [InlineData("{\"type\":7}", 400)]
    [InlineData("nonsense", 400)]
    public async Task Post_BodyThatIsNoActivity_Is400(string body, int status) => Assert.Equal(status, await PostBodyAsync(body));

    [Fact]
    public async Task Post_BodyOverTheLimit_Is413() => Assert.Equal(413, await PostBodyAsync(new string(' ', 513 * 1024)));

    [Fact]
    public async Task Post_LargeBodyOfAStranger_IsRefusedUnread() => Assert.Equal(401, await PostBodyAsync(new string(' ', 513 * 1024), ""));

    [Fact]
    public async Task Post_BodyOverTheLimitOfUnknownLength_Is413()
    {
        using var body = new StreamContent(new MemoryStream(new byte[600 * 1024]));
        body.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, _bot.Endpoint) { Content = body, Headers = { TransferEncodingChunked = true } };
        request.Headers.Authorization = new("Bearer", Token());
        using var http = new HttpClient();
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Post_SeenBefore_Is200()
    {
        _bot.Answers = InboundResult.Duplicate;
        Assert.Equal(200, await PostAsync(Token()));
    }

    [Fact]
    public async Task Get_TheEndpoint_Is405()
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(_bot.Endpoint, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Post_InboxBroken_Is503SoThatItComesAgain()
    {
        _bot.Fails = new InvalidOperationException("full");
        Assert.Equal(503, await PostAsync(Token()));
    }

    private DateTimeOffset Now => _clock.GetUtcNow();

    private string Token() => _teams.Tokens.Create(Now);

    private JsonObject Claims() => new()
    {
        ["iss"] = ChannelTokens.Issuer,
        ["aud"] = _teams.AppId,
        ["exp"] = Now.AddHours(1).ToUnixTimeSeconds(),
        ["nbf"] = Now.AddMinutes(-1).ToUnixTimeSeconds(),
        ["serviceurl"] = _teams.ServiceUrl.AbsoluteUri,
    };

    private async Task<int> PostAsync(string token, Action<JsonObject>? change = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "1",
            ["serviceUrl"] = _teams.ServiceUrl.AbsoluteUri,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = "29:1" },
            ["conversation"] = new JsonObject { ["id"] = "a:1", ["tenantId"] = _teams.TenantId },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = _teams.TenantId } },
            ["text"] = "hello",
        };
        change?.Invoke(activity);
        return (await _teams.Client.PostActivityAsync(activity, token, TestContext.Current.CancellationToken)).Status;
    }

    private Task<int> PostBodyAsync(string body, string? token = null) => PostRawAsync(body, "Bearer " + (token ?? Token()));

    private Task<int> PostHeaderAsync(string header) => PostRawAsync("{\"type\":\"message\"}", header);

    private async Task<int> PostRawAsync(string body, string header)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, _bot.Endpoint) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", header);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
