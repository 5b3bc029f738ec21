using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Channel;
using SoeBot.Store;
using SoeBot.Store.Keys;
using SoeBot.Teams.Auth;
using SoeBot.TestKit.Teams;
using SoeBot.UnitTests.Store;
using SoeBot.UnitTests.Teams;
using Xunit;

namespace SoeBot.UnitTests.Channel;

/// <summary>The bot restarts while Microsoft's keys cannot be fetched: what it knew is enough, for some days.</summary>
public sealed class KeptSigningKeysTests
{
    private readonly FakeTimeProvider _clock = new(Given.Now);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task After_a_restart_the_kept_keys_are_enough_until_they_are_too_old(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var teams = await FakeTeams.StartAsync(_clock);
        var kept = new KeptSigningKeys(new SigningKeyStore(store.Database));
        var token = teams.Tokens.Create(_clock.GetUtcNow(), expiresIn: TimeSpan.FromDays(9));
        Assert.Equal(202, await PostToNewBotAsync(teams, kept, token));
        Assert.Equal(Given.Now, (await kept.FindAsync(teams.OpenIdMetadata, Stop))!.FetchedAt);

        teams.Tokens.RemoveKey("key-1");
        Assert.Equal(202, await PostToNewBotAsync(teams, kept, token));
        Assert.Equal(401, await PostToNewBotAsync(teams, kept, teams.Tokens.Create(_clock.GetUtcNow(), key: "stranger")));
        Assert.Equal(503, await PostToNewBotAsync(teams, null, token));

        _clock.Advance(SigningKeys.LongestKept + TimeSpan.FromMinutes(1));
        Assert.Equal(503, await PostToNewBotAsync(teams, kept, token));
    }

    [Theory, OnBothStores]
    public async Task An_older_fetch_never_replaces_a_newer_one(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(at =>
            new SigningKeyStore((at % 2 == 0 ? store : other).Database).KeepAsync("https://keys", $"{at}", Given.Now.AddHours(at), Stop)));
        Assert.Equal(("7", Given.Now.AddHours(7)), await new SigningKeyStore(store.Database).FindAsync("https://keys", Stop));
    }

    private async Task<int> PostToNewBotAsync(FakeTeams teams, IKeptKeys? kept, string token)
    {
        await using var bot = await TestBot.StartAsync(teams.BotSettings, clock: _clock, kept: kept);
        teams.Client.ConnectTo(bot.Endpoint);
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["serviceUrl"] = teams.ServiceUrl.AbsoluteUri,
            ["channelId"] = "msteams",
            ["conversation"] = new JsonObject { ["id"] = "a:1", ["tenantId"] = teams.TenantId },
        };
        return (await teams.Client.PostActivityAsync(activity, token, Stop)).Status;
    }
}
