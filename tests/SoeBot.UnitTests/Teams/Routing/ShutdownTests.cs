using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Teams.Routing;
using SoeBot.TestKit.Teams;
using SoeBot.TestKit.Teams.Wire;
using Xunit;

namespace SoeBot.UnitTests.Teams.Routing;

/// <summary>A press that is under way when the process is told to stop gets a whole answer.</summary>
public sealed class ShutdownTests : IAsyncLifetime
{
    private readonly TaskCompletionSource<CancellationToken> _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private FakeTeams _teams = null!;
    private TestBot _bot = null!;

    public async ValueTask InitializeAsync() => (_teams, _bot) = await TestBot.StartWithTeamsAsync(
        (cards, _) => cards.On("slow.press", "slow.press", async (_, _, ct) =>
        {
            _begun.SetResult(ct);
            await _mayEnd.Task.WaitAsync(ct);
            return PressAnswer.Say("Done.");
        }), _clock);

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _teams.DisposeAsync();
    }

    [Fact]
    public async Task What_was_begun_is_finished()
    {
        var pressed = PressAsync();
        var turn = await _begun.Task;

        var stopped = _bot.StopAsync();
        Assert.False(turn.IsCancellationRequested);
        _mayEnd.SetResult();

        var answer = await pressed;
        Assert.Equal((200, "Done."), (answer.Status, (string?)answer.Body!["value"]));
        await stopped;
    }

    [Fact]
    public async Task What_takes_too_long_is_answered_as_a_fault_in_good_form()
    {
        var pressed = PressAsync();
        await _begun.Task;

        var stopped = _bot.StopAsync();
        _clock.Advance(TimeSpan.FromSeconds(9));

        var answer = await pressed;
        Assert.Empty(WireCheck.PressAnswer(answer.Status, answer.Body));
        Assert.Equal("application/vnd.microsoft.error", (string?)answer.Body!["type"]);
        await stopped;
    }

    private Task<BotAnswer> PressAsync()
    {
        var eva = _teams.Person("Eva Planner");
        return _teams.Client.InvokeAsync(eva, _teams.Personal(eva), "adaptiveCard/action", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "slow.press", ["data"] = new JsonObject() }, ["trigger"] = "manual",
        });
    }
}
