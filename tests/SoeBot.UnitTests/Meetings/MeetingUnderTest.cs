using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Extensions;
using SoeBot.Meetings;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;
using SoeBot.UnitTests.Slices;
using SoeBot.UnitTests.Store;

namespace SoeBot.UnitTests.Meetings;

/// <summary>The meeting over a real database: Wednesday 8 January 2014, seven o'clock in the plant (Berlin), three orders at risk.</summary>
internal sealed class MeetingUnderTest : IAsyncDisposable
{
    public static readonly PlantId Plant = PlantProfiles.SampleId;
    public static readonly PersonKey Lea = Person("lea"), Petra = Person("petra"), Miguel = Person("miguel"), Dana = Person("dana"), Sam = Person("sam"), Omar = Person("omar");
    private static readonly DateTimeOffset Begin = new(2014, 1, 8, 6, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Begin);
    private readonly StoreUnderTest _store;
    private long _number;

    private MeetingUnderTest(StoreUnderTest store, long number = 0)
    {
        (_store, _number) = (store, number);
        Clock = new PlantClock(_time);
        var plants = new PlantProfiles(Options.Create(new PlantsOptions()));
        Profile = plants.Get(Plant);
        var (rights, standIns, dates) = (new Rights(store.People, store.Absences), new StandIns(store.Absences), new MeetingDates(store.MeetingDates));
        var finder = new PersonFinder(store.People, store.Conversations, null!, Options.Create(new BotOptions { AppId = "a bot" }));
        Registry = new SliceRegistry(new CardSources(), new CommandList(), new PressList(), new OccurrenceKinds(), new ExtensionList(), new HintList());
        Registry.Cards.Add(SayCard.Source, (request, _) => Task.FromResult<Card?>(SayCard.Draw(request.About)));
        foreach (var other in (string[])[MeetingCards.Commitments, "numbers", "look-ahead", "exceptions", "flags", MeetingCards.Minutes]) Registry.Cards.Add(other, (_, _) => Task.FromResult<Card?>(SayCard.Draw($"({other})")));

        var orders = new MeetingOrders(store.Plans, store.AtRisk, store.Decisions, plants);
        var present = new MeetingPeople(store.OnlineMeetings, store.People, standIns);
        var may = new MeetingRights(standIns, store.People, finder, plants);
        var cards = new MeetingCardSources(store.Meetings, store.Decisions, store.People, finder, store.Plans, store.Conversations, present, orders, plants, dates, Clock);
        var steps = new MeetingStepCards(store.Meetings, orders, present, store.Plans, store.People, plants, Clock);
        var run = new RunMeeting(store.Meetings, store.Plans, plants, dates, orders, new MeetingPosts(Registry.Cards));
        var presses = new MeetingPresses(run, may, store.Meetings, store.Outbox, cards, steps, finder);
        var weeks = new MeetingWeeks(store.Meetings, store.MeetingDates, dates, run, may, store.Conversations, plants, Clock);
        var occurrences = new MeetingOccurrences(store.Meetings, dates, new MeetingSays(store.Meetings, store.Decisions, orders, run, plants), cards, weeks, store.Plants, rights);
        var move = new MoveMeeting(store.MeetingDates, dates, store.Meetings, orders, may, store.Conversations, store.Outbox, plants);
        new MeetingSlice(run, may, store.Meetings, finder, cards, steps, presses, occurrences, new MeetingHints(store.Meetings, store.OnlineMeetings, store.People, plants, null!), move).Register(Registry);
    }

    public StoreUnderTest Store => _store;
    public SliceRegistry Registry { get; }
    public PlantClock Clock { get; }
    public PlantProfile Profile { get; }
    public DateTimeOffset Now => Clock.Now(Plant);
    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    public static PersonKey Person(string name) => PersonKey.Of(Given.Tenant, name);

    public static async Task<MeetingUnderTest> NewAsync(StoreProvider provider = StoreProvider.Sqlite, Said? said = null)
    {
        var store = await StoreUnderTest.NewAsync(provider, said);
        foreach (var (key, name, role) in ((PersonKey, string, Role?)[])
        [
            (Lea, "Lea Brandt", Role.Lead), (Petra, "Petra Lang", Role.Planning), (Miguel, "Miguel Soto", Role.PlantManager), (Dana, "Dana Weiss", null), (Sam, "Sam Reed", Role.Sales), (Omar, "Omar Haddad", Role.Procurement),
        ])
        {
            await store.People.SeenAsync(key, name, $"29:{key.ObjectId}", null, null, Stop);
            if (role is { } held) await store.People.GrantAsync(Plant, key, held, Effect.None, Stop);
        }
        var meeting = new MeetingUnderTest(store);
        var plan = GivenSlicePlan.Snapshot();
        var version = await store.Plans.PublishAsync(Plant, plan, new PlanOrigin(Begin.AddHours(-3), "sample plant", "SoeBot", null), Begin, Effect.None, Stop);
        await store.Plans.SaveFindingsAsync(Plant, version.Number, GivenSlicePlan.Findings(plan), Stop);
        await store.Conversations.SeenAsync(new SeenConversation(Given.Tenant, "19:week", ConversationUse.Channel, "https://smba.example.com/", "S&OE", "19:team", null, "28:bot", Begin), Stop);
        await store.Conversations.BindAsync(Plant, Given.Tenant, "19:week", ChannelUse.Week, Stop);
        return meeting;
    }

    /// <summary>Another process over the same database at the same moment: nothing is remembered but what is stored.</summary>
    public MeetingUnderTest Restarted()
    {
        var other = new MeetingUnderTest(_store, _number + 1000);
        other._time.SetUtcNow(_time.GetUtcNow());
        return other;
    }

    public void At(int hour, int minute, int january = 8) => _time.SetUtcNow(new DateTimeOffset(2014, 1, january, hour - 1, minute, 0, TimeSpan.Zero));

    public async Task<IReadOnlyList<string>> TypeAsync(PersonKey by, string text, string conversation = "19:meeting")
    {
        var found = Registry.Commands.Find(text)!.Value;
        var turn = new Turn { Plant = Plant, By = by, ByName = by.ObjectId, Tenant = Given.Tenant, Conversation = conversation, Use = ConversationUse.Meeting, Text = text, InboxId = ++_number, Now = Now };
        var effect = await found.Command.Handle(turn, found.Words, Stop);
        if (effect != Effect.None) await Store.Outbox.AddAsync(effect, Stop);
        return await SentAsync();
    }

    /// <summary>The answer, as plain text; what it sends is sent too.</summary>
    public async Task<string> PressAsync(PersonKey by, string verb, object data)
    {
        var press = new Press
        {
            Plant = Plant, By = by, ByName = by.ObjectId, Tenant = Given.Tenant, Conversation = "19:meeting", Input = CardInput.Parse(System.Text.Json.JsonSerializer.Serialize(data)), ActivityId = $"press{++_number}", Now = Now,
        };
        var answer = await Registry.Presses.All[verb](press, Stop);
        await SentAsync();
        return answer.Card is { } card ? CardPlainText.Render(card) : answer.Message ?? "";
    }

    /// <summary>Derives what should happen, works what is due, and gives what was sent.</summary>
    public async Task<IReadOnlyList<string>> TickAsync()
    {
        var derived = Registry.Occurrences.All.Values.Where(kind => kind.Derive is not null).ToList();
        var wanted = new List<Occurrence>();
        foreach (var kind in derived) wanted.AddRange((await kind.Derive!(Profile, Now.AddHours(-20), Now.AddDays(15), Stop)).Where(one => one.DueAt > Now.AddHours(-20)));
        await Store.Occurrences.DeriveAsync(Plant, [.. derived.Select(kind => kind.Id)], wanted, Now, Stop);
        foreach (var kind in await Store.Occurrences.DueKindsAsync(Plant, Now, Stop))
            foreach (var one in await Store.Occurrences.ClaimDueAsync(Plant, kind, Now, Now, TimeSpan.FromMinutes(2), 50, Stop))
                await Store.Occurrences.SettleAsync(one, OccurrenceState.Done, null, Now, await Registry.Occurrences.All[kind].Work(one, Profile, Now, Stop) ?? Effect.None, Stop);
        return await SentAsync();
    }

    public Task<Meeting?> OpenAsync() => Store.Meetings.OpenAsync(Plant, Stop);

    public async Task<Decision> DecideAsync(string? order = null, PersonKey? owner = null, DateOnly? due = null) => (await Store.Decisions.RecordAsync(
        new NewDecision(new(Guid.CreateVersion7()), Plant, "Get a second quote", order is null ? DecisionSubject.None : new(SubjectKind.Order, order), owner, due, Lea, (await OpenAsync())?.Id, 1), Now, _ => Effect.None, Stop)).Decision;

    public async Task<IReadOnlyList<string>> SentAsync()
    {
        var sent = new List<string>();
        while (await Store.Sender.ClaimAsync(Now) is { } message)
        {
            var card = await Registry.Cards.DrawAsync(message.Plant, message.Card, Stop);
            var to = message.Target is MessageTarget.Person(var person) ? $"{person.ObjectId}: " : message.Kind == MessageKind.Edit ? "edit: " : "";
            if (card is not null) sent.Add(to + CardPlainText.Render(card));
            await Store.Sender.SettleAsync(message, new Settlement(card is null ? OutboxState.Silent : OutboxState.Sent, Now) { Conversation = "19:meeting", ActivityId = $"m{message.Id}" });
        }
        return sent;
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
