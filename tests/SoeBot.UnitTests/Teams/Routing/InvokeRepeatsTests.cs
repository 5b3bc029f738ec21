using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Teams;
using SoeBot.Teams.Activities;
using SoeBot.Teams.Routing;
using Xunit;

namespace SoeBot.UnitTests.Teams.Routing;

/// <summary>Teams delivers an invoke again when the first answer was lost or slow.</summary>
public sealed class InvokeRepeatsTests : IInvokeAnswers
{
    private readonly Dictionary<(string, string), FormerAnswer> _kept = [];
    private readonly FakeTimeProvider _clock = new();
    private readonly CardRouter _cards = new();
    private readonly InvokeRepeats _repeats;
    private int _done;
    private bool _isAway;

    public InvokeRepeatsTests() => _repeats = new InvokeRepeats(
        new InvokeDispatcher(_cards, new InvokeRouter(), new InvokeTexts(), NullLogger<InvokeDispatcher>.Instance), this, _clock, NullLogger<InvokeRepeats>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    Task<FormerAnswer?> IInvokeAnswers.FindAsync(string conversation, string activityId, CancellationToken cancellationToken) =>
        _isAway ? throw new IOException("away") : Task.FromResult(_kept.GetValueOrDefault((conversation, activityId)));

    Task IInvokeAnswers.KeepAsync(string conversation, string activityId, FormerAnswer answer, CancellationToken cancellationToken)
    {
        _kept[(conversation, activityId)] = _isAway ? throw new IOException("away") : answer;
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Answer_Again_IsTheFormerOneAndNothingIsDone()
    {
        _cards.On("a.do", "test", (_, _, _) => DoAsync());
        var first = await AnswerAsync("1");
        var second = await AnswerAsync("1");
        Assert.Equal("done 1", ValueOf(second));
        Assert.Equal((first.Status, first.Body!.ToJsonString()), (second.Status, second.Body!.ToJsonString()));
        Assert.Equal("done 2", ValueOf(await AnswerAsync("2")));
    }

    [Fact]
    public async Task Answer_WhileTheFirstWorks_WaitsForIt()
    {
        var gate = new TaskCompletionSource();
        _cards.On("a.do", "test", async (_, _, _) => { await gate.Task; return await DoAsync(); });
        var first = AnswerAsync("1");
        var second = AnswerAsync("1");
        gate.SetResult();
        Assert.Equal(["done 1", "done 1"], [ValueOf(await first), ValueOf(await second)]);
        Assert.Equal(1, _done);
    }

    [Fact]
    public async Task Answer_WhileTheFirstHangs_RunsAfterAMoment()
    {
        var gate = new TaskCompletionSource();
        var calls = 0;
        _cards.On("a.do", "test", async (_, _, _) => { if (Interlocked.Increment(ref calls) == 1) await gate.Task; return await DoAsync(); });
        var first = AnswerAsync("1");
        var second = AnswerAsync("1");
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("done 1", ValueOf(await second));
        gate.SetResult();
        await first;
    }

    [Fact]
    public async Task Answer_AfterAFault_TriesAgain()
    {
        _cards.On("a.do", "test", (_, _, _) => ++_done == 1 ? throw new InvalidOperationException() : DoAsync());
        Assert.Equal(500, (int)(await AnswerAsync("1")).Body!["statusCode"]!);
        Assert.Empty(_kept);
        Assert.Equal("done 3", ValueOf(await AnswerAsync("1")));
    }

    [Fact]
    public async Task Answer_WhenTheTimeOfTheTurnIsOver_IsWellFormedAndNotKept()
    {
        using var turn = new CancellationTokenSource();
        _cards.On("a.do", "test", async (_, _, ct) => { await turn.CancelAsync(); await Task.Delay(Timeout.Infinite, ct); return await DoAsync(); });
        Assert.Equal((200, 500), await StatusesAsync(turn.Token));
        Assert.Equal((200, 500), await StatusesAsync(turn.Token));
        Assert.Empty(_kept);
    }

    [Theory]
    [InlineData("a.read", "manual")]
    [InlineData("a.do", "automatic")]
    [InlineData("a.unknown", "manual")]
    public async Task Answer_WhatOnlyReads_IsNotKept(string verb, string trigger)
    {
        _cards.On("a.do", "test", (_, _, _) => DoAsync()).On("a.read", "test", (_, _, _) => DoAsync(), onlyReads: true);
        await AnswerAsync("1", verb, trigger);
        Assert.Empty(_kept);
    }

    [Fact]
    public async Task Answer_StoreAway_IsGivenAllTheSame()
    {
        _isAway = true;
        _cards.On("a.do", "test", (_, _, _) => DoAsync());
        Assert.Equal("done 1", ValueOf(await AnswerAsync("1")));
    }

    private Task<PressAnswer> DoAsync() => Task.FromResult(PressAnswer.Say(string.Create(CultureInfo.InvariantCulture, $"done {Interlocked.Increment(ref _done)}")));

    private async Task<(int Http, int Inside)> StatusesAsync(CancellationToken turn)
    {
        var answer = await AnswerAsync("1", turn: turn);
        return (answer.Status, (int)answer.Body!["statusCode"]!);
    }

    private Task<InvokeAnswer> AnswerAsync(string id, string verb = "a.do", string trigger = "manual", CancellationToken? turn = null)
    {
        var body = $$"""
            {"type":"invoke","name":"adaptiveCard/action","id":"{{id}}","conversation":{"id":"19:a"},
             "value":{"trigger":"{{trigger}}","action":{"type":"Action.Execute","verb":"{{verb}}","data":{} } } }
            """;
        return _repeats.AnswerAsync(null!, ActivityParser.Parse(Encoding.UTF8.GetBytes(body)).Activity!, null, turn ?? Stop);
    }

    private static string? ValueOf(InvokeAnswer answer) => (string?)answer.Body!["value"];
}
