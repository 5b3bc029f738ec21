using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SoeBot.Cards;
using SoeBot.Channel;
using SoeBot.Channel.Reach;
using SoeBot.Channel.Sending;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Conversations;
using SoeBot.TestKit.Teams;
using SoeBot.UnitTests.Store;
using SoeBot.UnitTests.Teams;
using Xunit;

namespace SoeBot.UnitTests.Channel.Sending;

/// <summary>The outbox with its real sender, a real store and the stand-in for Teams. Cards say what their message is about.</summary>
internal sealed class SendingUnderTest : IAsyncDisposable
{
    private readonly TestBot _bot;
    private readonly List<(OutboxSender Sender, StoreUnderTest Store)> _senders = [];

    private SendingUnderTest(FakeTeams teams, TestBot bot, StoreUnderTest store)
    {
        (Teams, _bot, Store) = (teams, bot, store);
        Cards.Add("reminder", (request, _) => Task.FromResult<Card?>(Draw(request.About)));
    }

    public FakeTeams Teams { get; }
    public StoreUnderTest Store { get; }
    public CardSources Cards { get; } = new();

    /// <summary>Quick, so that nothing here waits for Microsoft's limits unless a test says so.</summary>
    public OutboxOptions Options { get; } = new() { Multiplier = 100, FirstRetry = TimeSpan.FromMilliseconds(20), LongestRetry = TimeSpan.FromMilliseconds(50) };

    /// <summary>What a card says of a message; null for nothing left to say.</summary>
    public Func<string, string?> Says { get; set; } = about => about;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<SendingUnderTest> NewAsync(StoreProvider provider = StoreProvider.Sqlite)
    {
        var (teams, bot) = await TestBot.StartWithTeamsAsync();
        return new(teams, bot, await StoreUnderTest.NewAsync(provider));
    }

    /// <summary>Another process of the app, as far as the outbox can tell.</summary>
    public async Task<OutboxSender> StartAsync()
    {
        var store = Store.Another();
        var client = _bot.Services.GetRequiredService<ConversationClient>();
        var road = new SecondRoad(store.Reach, store.People, new SeenLately(TimeProvider.System), TimeProvider.System);
        var delivery = new MessageDelivery(
            store.Outbox, store.Conversations, new(store.Conversations, store.People, client, TimeProvider.System), client, Cards,
            new Retries(Options, new Random(1)), road, TimeProvider.System, NullLogger<MessageDelivery>.Instance);
        var sender = new OutboxSender(
            store.Outbox, store.Leases, store.OutboxSignal, delivery, road, new OptionsWrapper<OutboxOptions>(Options), TimeProvider.System, NullLogger<OutboxSender>.Instance);
        _senders.Add((sender, store));
        await sender.StartAsync(Stop);
        return sender;
    }

    /// <summary>A group chat of which the bot knows.</summary>
    public async Task<FakeConversation> ChatAsync(string name)
    {
        var chat = Teams.GroupChat(name);
        await Store.Conversations.SeenAsync(new(Teams.TenantId, chat.Id, ConversationUse.Group, Teams.ServiceUrl.AbsoluteUri, name, null, null, "28:bot", Given.Now), Stop);
        return chat;
    }

    public NewMessage To(FakeConversation chat, string key, MessageKind kind = MessageKind.Reminder, string? trackAs = null) =>
        Given.Message(key, new MessageTarget.Conversation(Teams.TenantId, chat.Id), kind, trackAs: trackAs);

    /// <summary>Committed by another process than those that send: they find it when they look.</summary>
    public Task AddAsync(params NewMessage[] messages) => AddAsync(Store, messages);

    /// <summary>Committed by a process that sends, which looks at once.</summary>
    public Task AddHereAsync(params NewMessage[] messages) => AddAsync(_senders[0].Store, messages);

    public Task<FakeMessage> ArrivesAsync(string words) => Teams.WaitForMessageAsync(message => message.PlainText == words, $"\"{words}\"");

    public Task<FakeTeams> CountAsync(int messages) => Teams.WaitForAsync(teams => teams.Messages.Count >= messages ? teams : null, $"{messages} messages");

    /// <summary>How the message of that key stands, once it is in that state.</summary>
    public async Task<OutboxMessage> BecomesAsync(string key, OutboxState state)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var message = (await Store.Outbox.RecentAsync(Given.Plant, 1000, end.Token)).First(one => one.Key == key);
            if (message.State == state) return message;
            await Task.Delay(10, end.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (sender, store) in _senders)
        {
            await sender.StopAsync(CancellationToken.None);
            sender.Dispose();
            await store.DisposeAsync();
        }
        await _bot.DisposeAsync();
        await Teams.DisposeAsync();
        await Store.DisposeAsync();
    }

    private static Task AddAsync(StoreUnderTest store, NewMessage[] messages) => store.Outbox.AddAsync(Given.Says(messages), Stop);

    private Card? Draw(string about) => Says(about) is { } words ? new Card { Summary = words, Body = [new TextBlock(words)] } : null;
}
