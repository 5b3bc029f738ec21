using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Extensions;
using SoeBot.Occurrences;
using SoeBot.Presses;
using SoeBot.Reminders;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.People;

/// <summary>"my shift 22:00-06:00", typed as people type it.</summary>
public sealed class ShiftCommandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("my shift 22-6", "22:00-06:00")]
    [InlineData("I work nights 18.30 to 24", "18:30-00:00")]
    [InlineData("my shift 14:00-24:00", "14:00-00:00")]
    public async Task What_is_a_time_becomes_the_shift(string line, string shift)
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        Assert.Null(await SaidAsync(store, line));
        Assert.Equal(shift, (await store.People.FindAsync(Given.Ana, Stop))!.Shift?.ToString());
    }

    [Theory]
    [InlineData("my shift 16:00-24:30", "24:30 is no time of the day")]
    [InlineData("my shift 25-6", "25 is no time of the day")]
    [InlineData("my shift 22:00-06:70", "06:70 is no time of the day")]
    [InlineData("my shift 6-6", "Your shift would end when it begins.")]
    public async Task What_is_none_is_said_and_changes_nothing(string line, string said)
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        Assert.StartsWith(said, await SaidAsync(store, line), StringComparison.Ordinal);
        Assert.Null((await store.People.FindAsync(Given.Ana, Stop))!.Shift);
    }

    /// <summary>The answer that was not written with a change; null when one was.</summary>
    private static async Task<string?> SaidAsync(StoreUnderTest store, string line)
    {
        await store.People.SeenAsync(Given.Ana, "Ana", "29:ana", null, null, Stop);
        var registry = new SliceRegistry(new CardSources(), new CommandList(), new PressList(), new OccurrenceKinds(), new ExtensionList(), new HintList());
        new ShiftCommand(store.People, store.Reminders).Register(registry);
        var (command, words) = registry.Commands.Find(line)!.Value;
        var effect = await command.Handle(new Turn { Plant = Given.Plant, By = Given.Ana, ByName = "Ana", Tenant = Given.Tenant, Conversation = "a:chat", Use = ConversationUse.Personal, Text = line, InboxId = 1, Now = Given.Now }, words, Stop);
        return effect == Effect.None ? null : Assert.Single(effect.Messages).Card.About;
    }
}
