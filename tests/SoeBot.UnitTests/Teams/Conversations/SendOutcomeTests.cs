using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Conversations;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.UnitTests.Teams.Conversations;

/// <summary>What a caller may conclude from each thing that can go wrong, and whether the message is there all the same.</summary>
public sealed class SendOutcomeTests : IAsyncLifetime
{
    private FakeTeams _teams = null!;
    private TestBot _bot = null!;

    public async ValueTask InitializeAsync() => (_teams, _bot) = await TestBot.StartWithTeamsAsync();

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _teams.DisposeAsync();
    }

    [Theory]
    [InlineData(7)]
    [InlineData(null)]
    public async Task Send_Throttled_SaysHowLongToWait(int? seconds)
    {
        TimeSpan? wait = seconds is { } some ? TimeSpan.FromSeconds(some) : null;
        _teams.Faults.Throttle(retryAfter: wait);
        var sent = await SendAsync();
        Assert.Equal((SendResult.Throttled, wait, 429, true), (sent.Result, sent.RetryAfter, sent.Status, sent.MayRepeat));
        Assert.Empty(_teams.Messages);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Send_BrokenOverThere_IsUnknownWhetherStoredOrNot(int status)
    {
        _teams.Faults.FailBeforeStoring(status);
        _teams.Faults.FailAfterStoring(status);
        var before = await SendAsync();
        Assert.Equal((SendResult.Unknown, status, false), (before.Result, before.Status, before.MayRepeat));
        Assert.Empty(_teams.Messages);
        Assert.Equal(SendResult.Unknown, (await SendAsync()).Result);
        Assert.Single(_teams.Messages);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_ConnectionLostAfterWriting_IsUnknownAndNotRepeated(bool stored)
    {
        await SendAsync();
        _teams.Faults.CutConnection(afterStoring: stored);
        var sent = await SendAsync();
        Assert.Equal((SendResult.Unknown, null), (sent.Result, sent.Status));
        Assert.Equal(2, _teams.Requests.Count);
        Assert.Equal(stored ? 2 : 1, _teams.Messages.Count);
    }

    [Fact]
    public async Task Send_NoAnswerInTime_IsUnknown()
    {
        _teams.Faults.TimeOutAfterStoring();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        var sent = await ClientWith(http).SendAsync(Eva, OutgoingActivity.Of("hello"), Stop);
        Assert.Equal((SendResult.Unknown, "There was no answer in time."), (sent.Result, sent.Reason));
        Assert.Single(_teams.Messages);
    }

    [Fact]
    public async Task Send_CallerGivesUpMeanwhile_IsUnknown()
    {
        _teams.Faults.TimeOutAfterStoring();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var sending = _bot.Services.GetRequiredService<ConversationClient>().SendAsync(Eva, OutgoingActivity.Of("hello"), stop.Token);
        await _teams.WaitForMessageAsync(_ => true);
        await stop.CancelAsync();
        Assert.Equal(SendResult.Unknown, (await sending).Result);
    }

    [Fact]
    public async Task Send_NobodyListens_IsNotSent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var http = new HttpClient();
        var sent = await ClientWith(http, port).SendAsync(new(new Uri($"http://127.0.0.1:{port}/"), "a:1"), OutgoingActivity.Of("hello"), Stop);
        Assert.Equal((SendResult.NotSent, true), (sent.Result, sent.MayRepeat));
    }

    [Fact]
    public async Task Send_NoToken_IsNotSent()
    {
        using var http = new HttpClient();
        var client = new ConversationClient(
            new ConnectorCalls(http, new BrokenToken(), Hosts(_teams.ServiceUrl.Port), TimeProvider.System, NullLogger<ConversationClient>.Instance), new BotOptions());
        Assert.Equal((SendResult.NotSent, "NoToken"), await ResultOf(client.SendAsync(Eva, OutgoingActivity.Of("hello"), Stop)));
        Assert.Empty(_teams.Requests);
    }

    [Theory]
    [InlineData(400, """{"error":{"code":"BadArgument","message":"no"}}""", SendResult.Refused, "BadArgument")]
    [InlineData(403, """{"errorCode":209,"message":"{ \"subCode\":\"MessageWritesBlocked\",\"details\":\"Thread is blocked\"}"}""", SendResult.Refused, "MessageWritesBlocked")]
    [InlineData(403, """{"errorCode":209,"message":"no json"}""", SendResult.Refused, "209")]
    [InlineData(404, """{"error":{"code":"ConversationNotFound","message":"gone"}}""", SendResult.NotFound, "ConversationNotFound")]
    [InlineData(412, """{"error":{"code":"PreconditionFailed"}}""", SendResult.Conflict, "PreconditionFailed")]
    [InlineData(413, "", SendResult.Refused, null)]
    [InlineData(302, "", SendResult.Refused, null)]
    [InlineData(400, "<html>no</html>", SendResult.Refused, null)]
    [InlineData(408, "", SendResult.Unknown, null)]
    [InlineData(501, """{"error":{"code":"DeleteActivityAPINotImplemented"}}""", SendResult.Refused, "DeleteActivityAPINotImplemented")]
    public async Task Send_Refused_TellsTheCode(int status, string body, SendResult result, string? code)
    {
        _teams.Faults.Answer(status, body);
        Assert.Equal((result, code), await ResultOf(SendAsync()));
    }

    [Fact]
    public async Task Send_Denied_TriesOnceMoreAndGivesUp()
    {
        _teams.Faults.Answer(401, """{"message":"Authorization has been denied for this request."}""", times: 2);
        var sent = await SendAsync();
        Assert.Equal((SendResult.Refused, 401, "Authorization has been denied for this request."), (sent.Result, sent.Status, sent.Reason));
        Assert.Equal(2, _teams.Requests.Count);
    }

    [Theory]
    [InlineData(202, "")]
    [InlineData(201, "{}")]
    [InlineData(200, "not json")]
    public async Task Send_AnswerWithoutAnId_IsSentAllTheSame(int status, string body)
    {
        _teams.Faults.Answer(status, body, stores: true);
        var sent = await SendAsync();
        Assert.Equal((SendResult.Sent, null), (sent.Result, sent.ActivityId));
    }

    [Fact]
    public async Task CreatePersonal_AnswerWithoutAnId_IsUnknown()
    {
        _teams.Faults.Answer(201, "");
        var created = await _bot.Services.GetRequiredService<ConversationClient>()
            .CreatePersonalAsync(_teams.ServiceUrl, _teams.TenantId, _teams.Person("Eva").Mri, Stop);
        Assert.Equal(SendResult.Unknown, created.Result);
    }

    private static async Task<(SendResult Result, string? Code)> ResultOf(Task<SendOutcome> sending) => ((await sending).Result, (await sending).Code);

    private ConversationAddress Eva => new(_teams.ServiceUrl, _teams.Personal(_teams.Person("Eva")).Id);

    private Task<SendOutcome> SendAsync() =>
        _bot.Services.GetRequiredService<ConversationClient>().SendAsync(Eva, OutgoingActivity.Of("hello"), Stop);

    private ConversationClient ClientWith(HttpClient http, int? port = null) => new(
        new ConnectorCalls(http, new NoOutboundToken(), Hosts(port ?? _teams.ServiceUrl.Port), TimeProvider.System, NullLogger<ConversationClient>.Instance),
        new BotOptions());

    private static ServiceHosts Hosts(int port) => new(Options.Create(new BotOptions { AllowedServiceHosts = [$"http://127.0.0.1:{port}"] }));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private sealed class BrokenToken : IOutboundToken
    {
        public ValueTask<string?> GetAsync(bool renew, CancellationToken cancellationToken) => throw new HttpRequestException("no");
    }
}
