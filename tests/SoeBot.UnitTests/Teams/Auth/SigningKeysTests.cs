using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.UnitTests.Teams.Auth;

public sealed class SigningKeysTests : IAsyncLifetime
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
    public async Task Post_ManyGoodTokens_ReadTheKeysOnce()
    {
        Assert.Equal(202, await PostAsync());
        Assert.Equal(202, await PostAsync());
        Assert.Equal(1, _teams.Tokens.TimesKeysWereRead);
    }

    [Fact]
    public async Task Post_NewKeyAfterAMinute_IsFetchedAndAccepted()
    {
        await PostAsync();
        _teams.Tokens.AddKey("key-2", "msteams");
        _teams.Tokens.CurrentKey = "key-2";
        Assert.Equal(401, await PostAsync());
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(202, await PostAsync());
    }

    [Fact]
    public async Task Post_ManyUnknownKeys_AskForKeysOncePerMinute()
    {
        await PostAsync();
        for (var stranger = 0; stranger < 20; stranger++)
        {
            Assert.Equal(401, await PostAsync("stranger-" + stranger));
        }

        Assert.Equal(1, _teams.Tokens.TimesKeysWereRead);
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(401, await PostAsync("stranger-21"));
        Assert.Equal(401, await PostAsync("stranger-22"));
        Assert.Equal(2, _teams.Tokens.TimesKeysWereRead);
    }

    [Fact]
    public async Task Post_KeysTakenAwayAfterADay_AreNoLongerAccepted()
    {
        await PostAsync();
        _teams.Tokens.AddKey("key-2", "msteams");
        _teams.Tokens.RemoveKey("key-1");
        _teams.Tokens.CurrentKey = "key-2";
        _clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(202, await PostAsync());
        Assert.Equal(401, await PostAsync("key-1"));
    }

    [Fact]
    public async Task Post_TokenOfAKeyTakenAwayMinutesAgo_IsNoLongerAccepted()
    {
        var old = _teams.Tokens.Create(_clock.GetUtcNow());
        Assert.Equal(202, await PostTokenAsync(old));
        _teams.Tokens.AddKey("key-2", "msteams");
        _teams.Tokens.RemoveKey("key-1");
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(202, await PostAsync("key-2"));
        _clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(401, await PostTokenAsync(old));
    }

    [Fact]
    public async Task Post_NoKeysAtAll_Is503AndLaterAccepted()
    {
        _teams.Tokens.RemoveKey("key-1");
        Assert.Equal(503, await PostAsync());
        _teams.Tokens.AddKey("key-1", "msteams");
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(202, await PostAsync());
    }

    [Fact]
    public async Task Post_KeysCannotBeFetchedAgain_LastGoodOnesStayInUse()
    {
        var token = _teams.Tokens.Create(_clock.GetUtcNow(), expiresIn: TimeSpan.FromDays(2));
        Assert.Equal(202, await PostTokenAsync(token));
        _teams.Tokens.RemoveKey("key-1");
        _clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(202, await PostTokenAsync(token));
        Assert.Equal(2, _teams.Tokens.TimesKeysWereRead);
    }

    private Task<int> PostAsync(string? key = null) => PostTokenAsync(_teams.Tokens.Create(_clock.GetUtcNow(), key: key));

    private async Task<int> PostTokenAsync(string token)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["serviceUrl"] = _teams.ServiceUrl.AbsoluteUri,
            ["channelId"] = "msteams",
            ["conversation"] = new JsonObject { ["id"] = "a:1", ["tenantId"] = _teams.TenantId },
        };
        return (await _teams.Client.PostActivityAsync(activity, token, TestContext.Current.CancellationToken)).Status;
    }
}
