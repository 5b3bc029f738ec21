using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Cards;
using SoeBot.Changes;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Exceptions;
using SoeBot.Extensions;
using SoeBot.Flags;
using SoeBot.Help;
using SoeBot.Import;
using SoeBot.LookAhead;
using SoeBot.Metrics;
using SoeBot.Occurrences;
using SoeBot.Orders;
using SoeBot.People;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Publishing;
using SoeBot.Risk;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;
using SoeBot.UnitTests.Store;

namespace SoeBot.UnitTests.Slices;

/// <summary>The slices that people look at, over a real database, as typed lines and presses meet them.</summary>
internal sealed class SlicesUnderTest : IAsyncDisposable
{
    public static readonly PlantId Plant = PlantProfiles.SampleId;
    public static readonly PersonKey Omar = PersonKey.Of(Given.Tenant, "omar");
    public static readonly PersonKey Petra = PersonKey.Of(Given.Tenant, "petra");
    public static readonly PersonKey Lea = PersonKey.Of(Given.Tenant, "lea");
    public static readonly PersonKey Guest = PersonKey.Of(Given.Tenant, "guest");
    public static readonly DateOnly Today = new(2014, 1, 6);
    private static readonly DateTimeOffset Monday = new(2014, 1, 6, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Monday.AddHours(1));
    private readonly PlantClock _clock;
    private long _number;

    private SlicesUnderTest(StoreUnderTest store)
    {
        Store = store;
        _clock = new PlantClock(_time);
        var plants = new PlantProfiles(Options.Create(new PlantsOptions()));
        var rights = new Rights(store.People, store.Absences);
        var finder = new PersonFinder(store.People, store.Conversations, null!, Options.Create(new BotOptions { AppId = "a bot" }));
        var risk = new RiskCards(store.Plans, store.AtRisk, store.People, finder, new Guests(store.People, store.Plants, _time), plants, _clock);
        var answers = new AnswerRisk(store.AtRisk, store.Outbox, rights, plants, risk);
        var own = new OwnOrders(store.AtRisk, store.People, finder, rights, plants, risk);
        var typed = new TypedDates(store.Plants, store.Outbox, plants);
        var orders = new OrderCards(store.Plans, store.AtRisk, store.Decisions, store.People, new Guests(store.People, store.Plants, _time), plants, _clock);
        var numbers = new NumberCards(store.Plans, store.Contests, store.People, plants, _clock);
        Registry = new SliceRegistry(new CardSources(), new CommandList(), new PressList(), new OccurrenceKinds(), new ExtensionList(), new HintList());
        Registry.Cards.Add(SayCard.Source, (request, _) => Task.FromResult<Card?>(SayCard.Draw(request.About)));
        var indexes = new OrderIndexes(store.Plans, _time);
        foreach (var slice in (ISlice[])
        [
            new HowOften(store.Plans, store.Changes, store.People, plants, _clock), ChangeSliceOf(), PublishSliceOf(),
            DecisionSliceUnderTest.Of(store, plants, _clock, rights, finder, typed, new Reminding(Registry.Occurrences, new StandIns(store.Absences), store.People, store.Reminders)),
            new LookAheadSlice(store.Plans, new WrittenCards(store.Plans, _clock), plants, _clock), new ExceptionsSlice(store.Plans, store.Audit, store.Outbox, store.People, store.CauseOwners, new OwnCause(store.Plans, store.CauseOwners, store.People, rights), finder, plants, _clock),
            new NumbersSlice(store.Plans, numbers, new ContestNumber(store.Contests, numbers, rights, plants), rights), new FlagsSlice(store.Plans, plants, _clock), RiskSliceOf(),
            new HelpSlice(store.Plans, store.AtRisk, store.Decisions, store.People, new MyReminders(store.Reminders, store.People), plants, _clock),
            new OrderSlice(store.Plans, orders, new FindOrder(store.Plans, store.AtRisk, plants, orders, indexes), indexes, new PlanNews()),
            new VersionsCommand(store.Plans, store.People, rights, finder, plants), new GuessSlice(plants),
        ])
            slice.Register(Registry);

        ChangeSlice ChangeSliceOf()
        {
            var (views, queue) = (new ChangeViews(store.ChangeSight, plants, _clock), new CheckQueue());
            Check = new CheckChange(store.Changes, store.Violations, store.Plans, plants, _clock);
            var file = new FileChange(store.Changes, store.Outbox, new FindSubject(store.Plans), rights, plants, queue, views);
            var decide = new DecideChange(store.Changes, views, store.AtRisk, store.Conversations, store.Outbox, plants);
            return new ChangeSlice(file, decide, new ChangeCommands(store.Changes, file, decide, views, plants), new ChangeCards(store.Changes, views, new Guests(store.People, store.Plants, _time), plants, _clock), new ChangeOccurrences(store.Changes, decide, Check),
                new CompareChanges(store.Changes, store.Violations, store.Plans, decide, views), new ViolationCards(store.Violations, store.Changes, store.People, plants, _clock), new AnswerViolation(store.Violations, store.Changes, rights, finder, plants, queue, store.Outbox));
        }

        PublishSlice PublishSliceOf()
        {
            var cards = new PublishCards(store.Plans, store.Plants, store.Decisions, store.People, finder, plants, _clock);
            var publish = new PublishPlan(store.Plans, new ComputePlan(store.Plans, new ComputeNumbers(store.Plans)), new FollowOrders(store.Plans, store.AtRisk), new TellFlags(rights), new PlanNews(), NullLogger<PublishPlan>.Instance);
            return new PublishSlice(cards, new PublishWeek(store.Plans, cards, rights, finder, store.Outbox, plants), new PublishOccurrences(store.Plans, publish, store.Decisions, rights), new Reminding(Registry.Occurrences, new StandIns(store.Absences), store.People, store.Reminders));
        }

        RiskSlice RiskSliceOf()
        {
            var commands = new RiskCommands(store.Plans, plants, finder, rights, risk, own, answers, typed);
            var overrides = new OverrideList(store.AtRisk, store.People, rights, plants, risk);
            var reminding = new Reminding(Registry.Occurrences, new StandIns(store.Absences), store.People, store.Reminders);
            return new RiskSlice(risk, commands, answers, own, overrides, new OverrideCommands(commands, overrides, plants), new TellCustomer(store.Plans, store.AtRisk, rights, risk, reminding),
                new ReachCustomer(store.AtRisk, store.People, rights, plants, risk), new RemindRisk(store.AtRisk, store.Outbox, rights, reminding, plants, risk), new DecidePromise(store.AtRisk, store.People, finder, rights, plants, risk));
        }
    }

    public StoreUnderTest Store { get; }
    public SliceRegistry Registry { get; }
    public CheckChange Check { get; private set; } = null!;
    public DateTimeOffset Now => _clock.Now(Plant);
    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    public static async Task<SlicesUnderTest> NewAsync(bool withPlan = true, StoreProvider provider = StoreProvider.Sqlite, Said? said = null)
    {
        var slices = new SlicesUnderTest(await StoreUnderTest.NewAsync(provider, said));
        await slices.Store.People.SeenAsync(Omar, "Omar Haddad", "29:omar", null, null, Stop);
        await slices.Store.People.SeenAsync(Petra, "Petra Lang", "29:petra", null, null, Stop);
        await slices.Store.People.GrantAsync(Plant, Omar, Role.Procurement, Effect.None, Stop);
        await slices.Store.People.GrantAsync(Plant, Petra, Role.Planning, Effect.None, Stop);
        await slices.Store.People.SeenAsync(Lea, "Lea Brandt", "29:lea", null, null, Stop);
        await slices.Store.People.GrantAsync(Plant, Lea, Role.Lead, Effect.None, Stop);
        if (withPlan) await slices.PublishAsync();
        return slices;
    }

    /// <summary>A plan at the size of a real plant, with three orders at risk.</summary>
    public async Task PublishAsync()
    {
        var plan = GivenSlicePlan.Snapshot();
        var version = await Store.Plans.PublishAsync(Plant, plan, new PlanOrigin(Monday, "sample plant", "SoeBot", null), Now, Effect.None, Stop);
        await Store.Plans.SaveFindingsAsync(Plant, version.Number, GivenSlicePlan.Findings(plan), Stop);
    }

    public void Wait(TimeSpan time) => _time.Advance(time);

    /// <summary>What the bot posts after a typed line, as plain text, edits included ("edit: ...").</summary>
    public async Task<IReadOnlyList<string>> TypeAsync(PersonKey by, string text)
    {
        var found = Registry.Commands.Find(text)!.Value;
        var turn = new Turn { Plant = Plant, By = by, ByName = by.ObjectId, Tenant = Given.Tenant, Conversation = "a:chat", Use = ConversationUse.Personal, Text = text, InboxId = ++_number, Now = Now };
        var effect = await found.Command.Handle(turn, found.Words, Stop);
        if (effect != Effect.None) await Store.Outbox.AddAsync(effect, Stop);
        return await SentAsync();
    }

    public async Task<PressAnswer> PressAsync(PersonKey by, string verb, string data) =>
        await Registry.Presses.All[verb](
            new Press
            {
                Plant = Plant, By = by, ByName = by.ObjectId, Tenant = Given.Tenant, Conversation = "19:channel", Input = CardInput.Parse(data),
                ActivityId = $"press{++_number}", Now = Now,
            }, Stop);

    /// <summary>The answer's card as plain text, or its line.</summary>
    public async Task<string> PressedAsync(PersonKey by, string verb, string data) =>
        await PressAsync(by, verb, data) is var answer && answer.Card is { } card ? CardPlainText.Render(card) : answer.Message ?? "";

    /// <summary>Sends what waits in the outbox.</summary>
    public async Task<IReadOnlyList<string>> SentAsync()
    {
        var sent = new List<string>();
        while (await Store.Sender.ClaimAsync(Now) is { } message)
        {
            // The cards of slices that are not here have tests of their own.
            var card = Registry.Cards.Knows(message.Card.Source) ? await Registry.Cards.DrawAsync(message.Plant, message.Card, Stop) : null;
            if (card is not null) sent.Add((message.Kind == MessageKind.Edit ? "edit: " : "") + CardPlainText.Render(card));
            await Store.Sender.SettleAsync(message, new Settlement(card is null ? OutboxState.Silent : OutboxState.Sent, Now) { Conversation = "a:chat", ActivityId = $"m{message.Id}" });
        }
        return sent;
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
