using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Domain.Sop;
using SoeBot.Extensions;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Sop;
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
using Xunit;

namespace SoeBot.UnitTests.Sop;

/// <summary>The lead gets the month as a draft, words it, sends it; artifacts get owners and are signed; a promise is looked up.</summary>
public sealed class SopSliceTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2014, 2, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonKey Lea = PersonKey.Of(Given.Tenant, "lea");
    private readonly SliceRegistry _registry = new(new CardSources(), new CommandList(), new PressList(), new OccurrenceKinds(), new ExtensionList(), new HintList());
    private readonly PlantProfiles _plants = new(Options.Create(new PlantsOptions()));
    private StoreUnderTest _store = null!;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        var rights = new Rights(_store.People, _store.Absences);
        var finder = new PersonFinder(_store.People, _store.Conversations, null!, Options.Create(new BotOptions { AppId = "a bot" }));
        var clock = new PlantClock(new FakeTimeProvider(Now));
        new SopSlice(
            new SopCycles(_store.Sop, _store.Meetings, _store.Minutes, _store.Plans, _store.People, finder, rights, _plants, clock),
            new MonthSummaries(_store.Sop, _store.Outbox, _store.Conversations, _store.People, rights, finder, _plants),
            new DraftSummary(_store.Sop, _store.Minutes, _store.Decisions, _store.Plans, _store.AtRisk, rights), new SentDown(_store.Sop, _store.People, rights, _plants, clock),
            new SopCards(_store.Plans, _store.AtRisk, _plants, clock), _store.Conversations, rights, _plants).Register(_registry);
        foreach (var (person, name, role) in new[] { (Lea, "Lea Berg", Role.Lead), (SlicesUnderTest.Petra, "Petra Lang", Role.Planning) })
        {
            await _store.People.SeenAsync(person, name, null, null, null, Stop);
            await _store.People.GrantAsync(SlicesUnderTest.Plant, person, role, Effect.None, Stop);
        }
        await _store.Plans.PublishAsync(SlicesUnderTest.Plant, GivenSlicePlan.Snapshot(), new PlanOrigin(Now, "erp.zip", "Lea", null), Now, Effect.None, Stop);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task The_month_comes_as_a_draft_is_worded_and_sent_once()
    {
        var kind = _registry.Occurrences.All[DraftSummary.Kind];
        var due = (await kind.Derive!(_plants.Default, Now.AddHours(-20), Now.AddDays(15), Stop)).Single(one => one.Key == "2014-01");
        Assert.Equal(new DateTimeOffset(2014, 2, 3, 7, 0, 0, TimeSpan.Zero), due.DueAt);

        var first = await WorkAsync(kind, due);
        var again = await WorkAsync(kind, due);
        Assert.Equal([Lea], first.Messages.Select(message => ((MessageTarget.Person)message.Target).Key));
        Assert.Equal(first.Messages.Select(message => message.Key), again.Messages.Select(message => message.Key));

        Assert.Contains("words and sends the summary", (await PressAsync(SlicesUnderTest.Petra, SopVerbs.Send, "2014-01-01")).Message!, StringComparison.Ordinal);
        Assert.Contains("One shift only", CardPlainText.Render((await PressAsync(Lea, SopVerbs.Save, "2014-01-01", "\"in_part\":\"Learnings\",\"in_words\":\"One shift only\"")).Card!), StringComparison.Ordinal);
        var sent = CardPlainText.Render((await PressAsync(Lea, SopVerbs.Send, "2014-01-01")).Card!);
        await PressAsync(Lea, SopVerbs.Send, "2014-01-01");

        Assert.Contains("Sent Mon 3 Feb 10:00 by Lea Berg", sent, StringComparison.Ordinal);
        Assert.Single(await _store.Outbox.RecentAsync(SlicesUnderTest.Plant, 20, Stop), message => message.Card.Source == MonthSummaryCard.Sent);
        Assert.Equal([SopVerbs.Send, SopVerbs.Save, DraftSummary.Kind], (await _store.Audit.ListAsync(SlicesUnderTest.Plant, 0, 9, Stop)).Select(line => line.What));
    }

    [Fact]
    public async Task An_artifact_is_refused_without_owner_and_ticked_by_the_one_who_has_it()
    {
        Assert.Contains("has no owner", (await PressAsync(SlicesUnderTest.Petra, SopVerbs.Tick, "SupplyPlan")).Message!, StringComparison.Ordinal);
        Assert.Contains("Petra Lang", CardPlainText.Render((await PressAsync(Lea, SopVerbs.Give, "SupplyPlan", "\"in_owner\":\"petra\"")).Card!), StringComparison.Ordinal);
        Assert.Contains("ticked Mon 3 Feb 10:00 by Petra Lang, plan version 1", CardPlainText.Render((await PressAsync(SlicesUnderTest.Petra, SopVerbs.Tick, "SupplyPlan")).Card!), StringComparison.Ordinal);
        Assert.Equal(["sop.tick", "sop.give"], (await _store.Audit.AboutAsync(SlicesUnderTest.Plant, "2014-02", Stop)).Select(line => line.What).Reverse());
        Assert.Contains("1 of 5", CardPlainText.Render((await _registry.Cards.DrawAsync(SlicesUnderTest.Plant, new(SopCycleCard.Source, ""), Stop))!), StringComparison.Ordinal);
        Assert.NotNull(await _registry.Cards.DrawAsync(SlicesUnderTest.Plant, new(AgendaTemplates.Artifact, nameof(SopArtifactKind.SignedPlan)), Stop));
    }

    [Fact]
    public async Task What_a_customer_was_promised_is_shown_to_the_asker_alone()
    {
        var found = _registry.Commands.Find("commitments of bike world")!.Value;
        var effect = await found.Command.Handle(Turn(SlicesUnderTest.Petra, "commitments of bike world"), found.Words, Stop);
        Assert.IsType<MessageTarget.OnlyTo>(Assert.Single(effect.Messages).Target);
        Assert.Contains("promised to Bike World", CardPlainText.Render((await _registry.Cards.DrawAsync(SlicesUnderTest.Plant, effect.Messages[0].Card, Stop))!), StringComparison.Ordinal);

        var refused = await found.Command.Handle(Turn(SlicesUnderTest.Guest, "commitments of bike world"), found.Words, Stop);
        Assert.Equal(SayCard.Source, Assert.Single(refused.Messages).Card.Source);
    }

    private async Task<Effect> WorkAsync(OccurrenceKind kind, Occurrence due) => (await kind.Work(due, _plants.Default, Now, Stop))!;

    private static Turn Turn(PersonKey by, string text) =>
        new() { Plant = SlicesUnderTest.Plant, By = by, ByName = by.ObjectId, Tenant = Given.Tenant, Conversation = "19:channel", Use = ConversationUse.Channel, Text = text, InboxId = 1, Now = Now };

    private Task<PressAnswer> PressAsync(PersonKey by, string verb, string about, string more = "\"x\":1") => _registry.Presses.All[verb](
        new Press
        {
            Plant = SlicesUnderTest.Plant, By = by, ByName = by.ObjectId, Tenant = Given.Tenant, Conversation = "19:channel", ActivityId = Guid.NewGuid().ToString("N"), Now = Now,
            Input = CardInput.Parse($$"""{"p":"sample","r":"{{about}}","v":1,{{more}}}"""),
        }, Stop);
}
