using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SoeBot.Cards;
using SoeBot.Channel;
using SoeBot.Channel.Reach;
using SoeBot.Channel.Sending;
using SoeBot.Domain.People;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Conversations;
using SoeBot.TestKit;
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
    private readonly List<HeldLease> _held = [];

    private SendingUnderTest(FakeTeams teams, TestBot bot, StoreUnderTest store)
    {
        (Teams, _bot, Store) = (teams, bot, store);
        Cards.Add("reminder", (request, _) => Task.FromResult<Card?>(Draw(request.About)));
        var registry = new SliceRegistry(Cards, new(), new(), new(), new(), new());
        new ReachCards(store.Reach, store.People, store.Conversations, new PlantProfiles(new OptionsWrapper<PlantsOptions>(new()))).Register(registry);
    }

    public FakeTeams Teams { get; }
    public StoreUnderTest Store { get; }
    public CardSources Cards { get; } = new();

    /// <summary>Quick, so that nothing here waits for Microsoft's limits unless a test says so.</summary>
    public OutboxOptions Options { get; } = new() { Multiplier = 100, FirstRetry = TimeSpan.FromMilliseconds(20), LongestRetry = TimeSpan.FromMilliseconds(50) };

    /// <summary>Of the stores of the senders.</summary>
    public ILoggerFactory? Loggers { get; set; }

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
        var store = Store.Another(Loggers);
        var (delivery, road) = DeliveryOf(store);
        var sender = new OutboxSender(
            store.Outbox, store.Leases, store.OutboxSignal, store.Reminders, delivery, road, new OptionsWrapper<OutboxOptions>(Options), TimeProvider.System, NullLogger<OutboxSender>.Instance);
        _senders.Add((sender, store));
        await sender.StartAsync(Stop);
        return sender;
    }

    /// <summary>One turn of a process that holds the tenant's lease until nothing is left to send, and holds it still.</summary>
    /// <returns>False when it broke off, so that the lease must be taken anew.</returns>
    public async Task<bool> TurnAsync(StoreUnderTest store)
    {
        var taken = (await store.Leases.TakeAsync(Teams.TenantId, Options.Lease, TimeProvider.System.GetUtcNow(), Stop))!;
        var pace = new TenantPace(Options, TimeProvider.System);
        pace.Restore(taken);
        var held = new HeldLease(taken.Lease, TimeProvider.System.GetTimestamp(), store.Leases, Options.Lease, TimeProvider.System, NullLogger.Instance);
        var sender = new TenantSender(held, pace, store.Outbox, DeliveryOf(store).Delivery, Options, TimeProvider.System, NullLogger.Instance);
        sender.Know(taken.Heads);
        _held.Add(held);
        while (await sender.StepAsync(Stop, Stop) is not null)
        {
            if (sender.IsIdle) return true;
            await sender.InHandAsync();
        }
        return false;
    }

    private (MessageDelivery Delivery, SecondRoad Road) DeliveryOf(StoreUnderTest store)
    {
        var client = _bot.Services.GetRequiredService<ConversationClient>();
        var road = new SecondRoad(store.Reach, store.People, new SeenLately(TimeProvider.System), TimeProvider.System);
        var (plants, kinds) = (new PlantProfiles(new OptionsWrapper<PlantsOptions>(new PlantsOptions())), new OccurrenceKinds());
        var turns = new ReminderTurns(kinds, new Reminding(kinds, new StandIns(store.Absences), store.People, store.Reminders), store.Reminders, plants, new PlantClock(TimeProvider.System), TimeProvider.System);
        return (new MessageDelivery(
            store.Outbox, store.Conversations, new(store.Conversations, store.People, client, TimeProvider.System), client, Cards,
            new Retries(Options, new Random(1)), road, turns, TimeProvider.System, NullLogger<MessageDelivery>.Instance), road);
    }

    /// <summary>A group chat of which the bot knows.</summary>
    public async Task<FakeConversation> ChatAsync(string name)
    {
        var chat = Teams.GroupChat(name);
        await Store.Conversations.SeenAsync(new(Teams.TenantId, chat.Id, ConversationUse.Group, Teams.ServiceUrl.AbsoluteUri, name, null, null, "28:bot", Given.Now), Stop);
        return chat;
    }

    /// <summary>Somebody of whom the bot knows the name, and perhaps the chat.</summary>
    public async Task<FakePerson> PersonAsync(string name, bool withChat = false, Role? role = null)
    {
        var person = Teams.Person(name);
        await Store.People.SeenAsync(Key(person), name, person.Mri, null, null, Stop);
        if (withChat) await HearAsync(person);
        if (role is { } held) await Store.People.GrantAsync(Given.Plant, Key(person), held, Effect.None, Stop);
        return person;
    }

    /// <summary>The person writes in the own chat.</summary>
    public async Task HearAsync(FakePerson person)
    {
        await Store.Conversations.SeenAsync(
            new(Teams.TenantId, person.PersonalChatId, ConversationUse.Personal, Teams.ServiceUrl.AbsoluteUri, null, null, Key(person), "28:bot", TimeProvider.System.GetUtcNow()), Stop);
        await Store.Reach.HeardAsync(Teams.TenantId, person.PersonalChatId, Key(person), Stop);
    }

    /// <summary>The plant's own.</summary>
    public async Task<FakeConversation> ChannelAsync()
    {
        var channel = Teams.Channel("S&OE");
        await Store.Conversations.SeenAsync(new(Teams.TenantId, channel.Id, ConversationUse.Channel, Teams.ServiceUrl.AbsoluteUri, "S&OE", null, null, "28:bot", Given.Now), Stop);
        await Store.Conversations.BindAsync(Given.Plant, Teams.TenantId, channel.Id, ChannelUse.Week, Stop);
        return channel;
    }

    public static PersonKey Key(FakePerson person) => PersonKey.Of(person.TenantId, person.AadObjectId);

    public static NewMessage To(FakePerson person, string key, MessageKind kind = MessageKind.Reminder) => Given.Message(key, new MessageTarget.Person(Key(person)), kind);

    public NewMessage To(FakeConversation chat, string key, MessageKind kind = MessageKind.Reminder, string? trackAs = null) =>
        Given.Message(key, new MessageTarget.Conversation(Teams.TenantId, chat.Id), kind, trackAs: trackAs);

    /// <summary>Committed by another process than those that send: they find it when they look.</summary>
    public Task AddAsync(params NewMessage[] messages) => AddAsync(Store, messages);

    /// <summary>Committed by a process that sends, which looks at once.</summary>
    public Task AddHereAsync(params NewMessage[] messages) => AddAsync(_senders[0].Store, messages);

    public Task<FakeMessage> ArrivesAsync(string words) => Teams.WaitForMessageAsync(message => message.PlainText == words, $"\"{words}\"");

    public Task<FakeTeams> CountAsync(int messages) => Teams.WaitForAsync(teams => teams.Messages.Count >= messages ? teams : null, $"{messages} messages");

    /// <summary>How the message of that key stands, once it is in that state.</summary>
    public Task<OutboxMessage> BecomesAsync(string key, OutboxState state) => BecomesAsync(key, message => message.State == state);

    public async Task<OutboxMessage> BecomesAsync(string key, Func<OutboxMessage, bool> fits)
    {
        using var end = new CancellationTokenSource(Patience.Most);
        while (true)
        {
            var message = (await Store.Outbox.RecentAsync(Given.Plant, 1000, end.Token)).First(one => one.Key == key);
            if (fits(message)) return message;
            await Task.Delay(10, end.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var held in _held) await held.DisposeAsync();
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
