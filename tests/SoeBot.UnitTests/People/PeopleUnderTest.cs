using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Connectors.Graph;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Extensions;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.People.Absences;
using SoeBot.People.Decides;
using SoeBot.People.Leavers;
using SoeBot.People.Load;
using SoeBot.People.Setup;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Conversations;
using SoeBot.Teams.Routing;
using SoeBot.UnitTests.Store;

namespace SoeBot.UnitTests.People;

/// <summary>The people of the product's dialogs over a real database: Monday 6 January 2014, nine o'clock in the plant.</summary>
internal sealed class PeopleUnderTest : IAsyncDisposable
{
    public static readonly PlantId Plant = PlantProfiles.SampleId;
    public static readonly PersonKey Omar = Person("omar"), Petra = Person("petra"), Dana = Person("dana"), Miguel = Person("miguel"), Lea = Person("lea"), Ravi = Person("ravi"), Ada = Person("ada");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2014, 1, 6, 8, 0, 0, TimeSpan.Zero));
    private long _number;

    private PeopleUnderTest(StoreUnderTest store, RosterClient? roster, AccountDirectory? directory)
    {
        Store = store;
        Clock = new PlantClock(_time);
        Plants = new PlantProfiles(Options.Create(new PlantsOptions()));
        Rights = new Rights(store.People, store.Absences);
        Finder = new PersonFinder(store.People, store.Conversations, null!, Options.Create(new BotOptions { AppId = "a bot" }));
        Registry = new SliceRegistry(new CardSources(), new CommandList(), new PressList(), new OccurrenceKinds(), new ExtensionList(), new HintList());
        Registry.Cards.Add(SayCard.Source, (request, _) => Task.FromResult<Card?>(SayCard.Draw(request.About)));
        var cards = new AbsenceCards(store.Absences, store.People, store.Decisions, store.AtRisk, Finder, Plants, Clock);
        var enter = new EnterAbsence(store.Absences, store.People, Finder, Rights, Plants, cards);
        var words = new RoleWords(store.People);
        foreach (var slice in (ISlice[])
        [
            new RoleCommands(store.People, store.Deputies, store.Absences, Finder, Rights, words, new FirstAdministrator(store.People, store.Plants), Plants), new DecidesSlice(new WhoDecides(store.Absences, words, new Deciding(store.DecisionRights, Plants), store.Plans, Plants, Clock), new ChangeRights(store.DecisionRights, Rights, Finder, Plants), Finder, store.Outbox), new AskHolder(store.Outbox, store.People, Rights, Plants, Clock),
            new LeaverSlice(
                new FindLeavers(store.Departures, store.Absences, new WhoIsThere(
                    store.Conversations, roster!, store.Plants, store.People, directory!, Options.Create(new DirectoryOptions { AskGraph = directory is not null }), Options.Create(new BotOptions { AppId = "a bot", TenantId = Given.Tenant }), NullLogger<WhoIsThere>.Instance), store.People),
                store.Departures, store.Absences, store.People, Finder, Rights, Plants, Clock),
            new LoadSlice(store.Decisions, store.AtRisk, store.Absences, store.People, store.Plants, Plants, Clock),
            new SetupSlice(new SetUpRoles(store.People, store.Deputies, store.Absences, Finder, Rights, words, Plants, Clock)),
            new AbsenceSlice(enter, new EndAbsence(store.Absences, enter, Plants, cards), new WelcomeBack(store.Absences, store.People, store.Decisions, store.AtRisk, Plants, Clock), cards, store.Absences, store.People, Rights, Plants),
        ])
            slice.Register(Registry);
    }

    public StoreUnderTest Store { get; }
    public SliceRegistry Registry { get; }
    public Rights Rights { get; }
    public PersonFinder Finder { get; }
    public PlantProfiles Plants { get; }
    public PlantClock Clock { get; }
    public DateTimeOffset Now => Clock.Now(Plant);
    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    public static PersonKey Person(string name) => PersonKey.Of(Given.Tenant, name);

    public static async Task<PeopleUnderTest> NewAsync(RosterClient? roster = null, AccountDirectory? directory = null, StoreProvider provider = StoreProvider.Sqlite)
    {
        var people = new PeopleUnderTest(await StoreUnderTest.NewAsync(provider), roster, directory);
        foreach (var (key, name, role) in ((PersonKey, string, Role)[])
        [
            (Omar, "Omar Haddad", Role.Procurement), (Petra, "Petra Lang", Role.Planning), (Miguel, "Miguel Soto", Role.PlantManager), (Lea, "Lea Brandt", Role.Lead),
            (Ravi, "Ravi Patel", Role.Procurement), (Ada, "Ada Reyes", Role.Administrator),
        ])
        {
            await people.Store.People.SeenAsync(key, name, $"29:{key.ObjectId}", null, null, Stop);
            await people.Store.People.GrantAsync(Plant, key, role, Effect.None, Stop);
        }
        await people.Store.People.SeenAsync(Dana, "Dana Weiss", "29:dana", null, null, Stop);
        return people;
    }

    public void MoveTo(int january, int hour) => _time.SetUtcNow(new DateTimeOffset(2014, 1, january, hour - 1, 0, 0, TimeSpan.Zero));

    public async Task<Decision> DecideAsync(PersonKey owner, int due, string text = "Get a second quote for the frame") =>
        (await Store.Decisions.RecordAsync(new NewDecision(new(Guid.CreateVersion7()), Plant, text, DecisionSubject.None, owner, new DateOnly(2014, 1, due), Lea, null, null), Now, _ => Effect.None, Stop)).Decision;

    /// <summary>What the bot posts after a typed line, as plain text with who gets it: "omar: ...".</summary>
    public async Task<IReadOnlyList<string>> TypeAsync(PersonKey by, string text, params (string Mri, string Name)[] mentioned)
    {
        var found = Registry.Commands.Find(text)!.Value;
        var turn = new Turn { Plant = Plant, By = by, ByName = by.ObjectId, Tenant = Given.Tenant, Conversation = "a:chat", Use = ConversationUse.Personal, Text = text, InboxId = ++_number, Now = Now, Mentioned = mentioned };
        var effect = await found.Command.Handle(turn, found.Words, Stop);
        if (effect != Effect.None) await Store.Outbox.AddAsync(effect, Stop);
        return await SentAsync();
    }

    public async Task<string> PressedAsync(PersonKey by, string verb, string data) =>
        await Registry.Presses.All[verb](
            new Press
            {
                Plant = Plant, By = by, ByName = by.ObjectId, Tenant = Given.Tenant, Conversation = "a:chat", Input = CardInput.Parse(data), ActivityId = $"press{++_number}", Now = Now,
            }, Stop) is var answer && answer.Card is { } card ? CardPlainText.Render(card) : answer.Message ?? "";

    /// <summary>Makes what the calendar wants of a kind due, as the tick does.</summary>
    public async Task DeriveAsync(string kind)
    {
        var derived = await Registry.Occurrences.All[kind].Derive!(Plants.Get(Plant), Now.AddHours(-20), Now.AddDays(1), Stop);
        await Store.Occurrences.DeriveAsync(Plant, [kind], [.. derived.Where(one => one.DueAt > Now.AddHours(-20))], Now, Stop);
    }

    /// <summary>Works what is due by now, and gives what it sends.</summary>
    public async Task<IReadOnlyList<string>> WorkAsync()
    {
        foreach (var kind in await Store.Occurrences.DueKindsAsync(Plant, Now, Stop))
            foreach (var one in await Store.Occurrences.ClaimDueAsync(Plant, kind, Now, Now, TimeSpan.FromMinutes(2), 10, Stop))
                await Store.Occurrences.SettleAsync(one, OccurrenceState.Done, null, Now, await Registry.Occurrences.All[kind].Work(one, Plants.Get(Plant), Now, Stop) ?? Effect.None, Stop);
        return await SentAsync();
    }

    public async Task<IReadOnlyList<string>> SentAsync()
    {
        var sent = new List<string>();
        while (await Store.Sender.ClaimAsync(Now) is { } message)
        {
            var card = await Registry.Cards.DrawAsync(message.Plant, message.Card, Stop);
            var to = message.Target is MessageTarget.Person(var person) ? $"{person.ObjectId}: " : message.Kind == MessageKind.Edit ? "edit: " : "";
            if (card is not null) sent.Add(to + CardPlainText.Render(card));
            await Store.Sender.SettleAsync(message, new Settlement(card is null ? OutboxState.Silent : OutboxState.Sent, Now) { Conversation = "a:chat", ActivityId = $"m{message.Id}" });
        }
        return sent;
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
