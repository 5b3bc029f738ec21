using SoeBot.Connectors.Graph;
using Xunit;

namespace SoeBot.UnitTests.People;

/// <summary>Against a stand-in over loopback HTTP; the real Graph was never asked.</summary>
public sealed class AccountDirectoryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StatesAsync_ManyAccounts_AsksTwentyAtOnceAndTellsEnabledDisabledDeleted()
    {
        await using var graph = await FakeGraph.StartAsync();
        for (var i = 0; i < 45; i++) graph.Accounts[$"user-{i}"] = i % 5 != 0;
        using var directory = graph.Directory;

        var states = await directory.StatesAsync([.. graph.Accounts.Keys, "user-0", "nobody"], Stop);

        Assert.Equal([20, 20, 6], graph.Batches);
        Assert.Equal("Bearer a-token", graph.Authorization);
        Assert.Equal((36, 9, 1), (states.Values.Count(state => state == AccountState.Enabled), states.Values.Count(state => state == AccountState.Disabled), states.Values.Count(state => state == AccountState.Deleted)));
        Assert.Equal(AccountState.Deleted, states["nobody"]);
        Assert.Equal(AccountState.Disabled, states["user-5"]);
    }

    [Fact]
    public async Task StatesAsync_SomeThrottled_SaysNothingOfThem()
    {
        await using var graph = await FakeGraph.StartAsync();
        (graph.Accounts["omar"], graph.Accounts["petra"]) = (true, false);
        graph.Throttled.Add("omar");
        using var directory = graph.Directory;

        Assert.Equal(["petra"], (await directory.StatesAsync(["omar", "petra"], Stop)).Keys);
    }

    [Fact]
    public async Task StatesAsync_NoRight_IsAnErrorAndNoAnswer()
    {
        await using var graph = await FakeGraph.StartAsync();
        graph.Refuses = 403;
        using var directory = graph.Directory;

        await Assert.ThrowsAsync<HttpRequestException>(() => directory.StatesAsync(["omar"], Stop));
    }
}
