using SoeBot.Store;
using SoeBot.TestKit.Teams;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Channel.Sending;

/// <summary>
/// How often the store is asked for a message on its way out: the app sends some two thousand in a plant's year, and each of them is waited for.
/// The cards here are drawn from nothing; what a card reads comes on top.
/// </summary>
public sealed class SendCostTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task One_message_takes_five_commands_and_one_commit(StoreProvider provider)
    {
        var said = await SendAsync(provider, 1);

        // Lease with what it finds; claim; is it still to be said; where to; fate. The last one has a transaction, the others are one statement each.
        Assert.Equal((5, 1), said);
    }

    [Theory, OnBothStores]
    public async Task Each_further_one_of_a_turn_takes_three_commands_and_one_commit(StoreProvider provider)
    {
        var said = await SendAsync(provider, 21);

        Assert.Equal((5 + (20 * 3), 1 + 20), said);
    }

    private static async Task<(int Commands, int Commits)> SendAsync(StoreProvider provider, int messages)
    {
        using var said = new Said();
        await using var sending = await SendingUnderTest.NewAsync(provider);
        await using var store = sending.Store.Another(said);
        var people = new List<FakePerson>();
        while (people.Count < messages) people.Add(await sending.PersonAsync($"person {people.Count}", withChat: true));
        await AddAsync("before");
        Assert.True(await sending.TurnAsync(store));
        await AddAsync("now");
        said.Forget();

        Assert.True(await sending.TurnAsync(store));

        var cost = said.SoFar;
        Assert.Equal(2 * messages, sending.Teams.Messages.Count);
        Assert.Equal(0, await sending.Store.Outbox.PendingCountAsync(Stop));
        return cost;

        Task AddAsync(string when) => sending.AddAsync([.. people.Select((person, at) => SendingUnderTest.To(person, $"{when} {at}") with { TrackAs = $"card {when} {at}" })]);
    }
}
