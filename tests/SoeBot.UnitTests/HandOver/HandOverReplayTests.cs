using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.HandOver;
using SoeBot.Domain.People;
using SoeBot.Extensions;
using SoeBot.HandOver;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Presses;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;
using SoeBot.UnitTests.Store;
using Xunit;
using static SoeBot.UnitTests.HandOver.HandOverUnderTest;
using static SoeBot.TestKit.ReceiverUnderTest;

namespace SoeBot.UnitTests.HandOver;

/// <summary>An administrator sees what is stuck and has it handed over once more; nobody else does.</summary>
public sealed class HandOverReplayTests
{
    private int _number;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task An_administrator_replays_what_was_refused_by_line_and_by_button(StoreProvider provider)
    {
        await using var erp = await StartAsync();
        erp.Answer = Says(409, """{"detail":"order is closed"}""");
        await using var plant = await NewAsync(provider, Webhook("ERP", erp.Address));
        var change = await plant.ApproveAsync("SO63216");
        await plant.TurnAsync();
        var list = await TypeAsync(plant, Ada, "handovers");
        Assert.Contains("Hand-over: 1 refused, 0 given up, 0 wait, 0 accepted", list, StringComparison.Ordinal);
        Assert.Contains("C-1 ERP refused: 'order is closed'", list, StringComparison.Ordinal);

        Assert.Equal("C-1 is handed to ERP once more. Type handovers to see what comes of it.", (await TypeAsync(plant, Ada, "replay C-1 erp")).Trim());
        Assert.Equal("C-1 waits for ERP already.", (await TypeAsync(plant, Ada, "replay c-1 to ERP")).Trim());
        await plant.TurnAsync();
        Assert.Equal(HandOverState.Refused, (await plant.OfAsync(change, "ERP")).State);
        erp.Answer = Says(200);
        var pressed = await PressAsync(plant, Ada, """{"p":"bothell","r":"1:ERP"}""");
        Assert.StartsWith("C-1 is handed to ERP once more", pressed, StringComparison.Ordinal);
        await plant.TurnAsync();

        Assert.Equal((HandOverState.Accepted, 2), ((await plant.OfAsync(change, "ERP")).State, (await plant.OfAsync(change, "ERP")).Replays));
        Assert.Equal(3, erp.Calls.Count);
        Assert.Single(erp.Calls.Select(one => one.Id).Distinct());
        Assert.Equal("ERP has C-1. Nothing is sent twice.", (await PressAsync(plant, Ada, """{"p":"bothell","in_which":"1:ERP"}""")).Trim());
        Assert.Equal(3, (await plant.Store.Audit.AboutAsync(Plant, "C-1", Stop)).Count(line => line.What == "handover.replay" && line.By == Ada));
    }

    [Fact]
    public async Task Anybody_else_is_told_who_may_and_it_is_written_down()
    {
        await using var erp = await StartAsync();
        erp.Answer = Says(409, "no", "text/plain");
        await using var plant = await NewAsync(StoreProvider.Sqlite, Webhook("ERP", erp.Address));
        var change = await plant.ApproveAsync("SO63216");
        await plant.TurnAsync();
        foreach (var person in (PersonKey[])[Sam, Miguel, Petra])
        {
            Assert.Equal("Hand-overs are looked after by Ada Adler.", (await TypeAsync(plant, person, "replay C-1 ERP")).Trim());
            Assert.Equal("Hand-overs are looked after by Ada Adler.", (await TypeAsync(plant, person, "hand-overs")).Trim());
            Assert.Equal("Hand-overs are looked after by Ada Adler.", (await PressAsync(plant, person, """{"p":"bothell","r":"1:ERP"}""")).Trim());
        }
        await plant.TurnAsync();
        Assert.Equal(HandOverState.Refused, (await plant.OfAsync(change, "ERP")).State);
        Assert.Single(erp.Calls);
        Assert.Equal(6, (await plant.Store.Audit.AboutAsync(Plant, "C-1", Stop)).Count(line => line.Detail?.StartsWith("refused: no administrator", StringComparison.Ordinal) == true));
    }

    [Theory, OnBothStores]
    public async Task What_a_later_change_of_the_same_order_has_overtaken_is_not_replayed(StoreProvider provider)
    {
        await using var erp = await StartAsync();
        erp.Answer = (heard, context) => heard.Request == "C-1" ? Says(422, "no", "text/plain")(heard, context) : Task.CompletedTask;
        await using var plant = await NewAsync(provider, Webhook("ERP", erp.Address));
        await plant.ApproveAsync("SO63216");
        await plant.ApproveAsync("SO63217");
        await plant.TurnAsync();
        Assert.StartsWith("C-1 is handed to ERP once more", await TypeAsync(plant, Ada, "replay C-1 ERP"), StringComparison.Ordinal);
        await plant.TurnAsync();
        await plant.ApproveAsync("SO63216");
        await plant.TurnAsync();
        Assert.Equal("ERP was told of a later change of the same order: C-1 would undo it. Ask for a new change instead.", (await TypeAsync(plant, Ada, "replay C-1 ERP")).Trim());
        await plant.TurnAsync();
        Assert.Equal(2, erp.Requests.Count(one => one == "C-1"));
    }

    [Theory]
    [InlineData("{}"), InlineData("""{"r":"1"}"""), InlineData("""{"r":"x:ERP"}"""), InlineData("""{"r":"-1:ERP"}"""), InlineData("""{"r":"1:ERP:2"}"""), InlineData("""{"r":"1:"}""")]
    public async Task Altered_data_of_a_button_changes_nothing(string data)
    {
        await using var plant = await NewAsync(StoreProvider.Sqlite, Webhook("ERP", "http://127.0.0.1:9/"));
        Assert.Equal("Choose one of them first.", await PressAsync(plant, Ada, data));
        Assert.Equal("C-9 is not handed to M\\*S. Type handovers to see what is.", (await PressAsync(plant, Ada, """{"r":"9:M*S"}""")).Replace("M*S", "M\\*S", StringComparison.Ordinal));
    }

    [Theory, OnBothStores]
    public async Task Administrators_and_planning_are_told_of_a_no_once_and_the_cards_of_the_change_are_edited(StoreProvider provider)
    {
        await using var erp = await StartAsync();
        erp.Answer = Says(409, "order is *closed*", "text/plain");
        await using var plant = await NewAsync(provider, Webhook("ERP", erp.Address));
        await plant.Store.People.GrantAsync(Plant, Petra, Role.Planning, Effect.None, Stop);
        var change = await plant.ApproveAsync("SO63216");
        await plant.TurnAsync();
        var sent = await plant.Store.Outbox.RecentAsync(Plant, 100, Stop);
        Assert.Equal(["handover-help", "handover-told"], sent.Select(message => message.Card.Source).Where(source => source.StartsWith("handover", StringComparison.Ordinal)).Order());
        Assert.Contains(sent, message => message.Key.StartsWith($"edit:change:{change.Id}:ERP:", StringComparison.Ordinal));
        var one = await plant.OfAsync(change, "ERP");
        var help = HandOverCard.DrawHelp(plant.Plants.Get(Plant), one, mayReplay: true, plant.Time.GetUtcNow());
        Assert.Contains("ERP refused C-1", CardPlainText.Render(help), StringComparison.Ordinal);
        Assert.Single(help.Actions);
        Assert.Empty(HandOverCard.DrawHelp(plant.Plants.Get(Plant), one, mayReplay: false, plant.Time.GetUtcNow()).Actions);
        Assert.Empty(CardLinter.Check(help));
    }

    private async Task<string> TypeAsync(HandOverUnderTest plant, PersonKey by, string text)
    {
        var registry = RegistryOf(plant);
        var (command, words) = registry.Commands.Find(text)!.Value;
        var turn = new Turn { Plant = Plant, By = by, ByName = by.ObjectId, Tenant = Given.Tenant, Conversation = "a:chat", Use = ConversationUse.Personal, Text = text, InboxId = ++_number, Now = plant.Time.GetUtcNow() };
        var effect = await command.Handle(turn, words, Stop);
        if (effect != Effect.None) await plant.Store.Outbox.AddAsync(effect, Stop);
        var said = (await plant.Store.Outbox.RecentAsync(Plant, 20, Stop)).Single(message => message.Key == $"in:{_number}:0");
        return CardPlainText.Render((await registry.Cards.DrawAsync(Plant, said.Card, Stop))!).ReplaceLineEndings(" ");
    }

    private async Task<string> PressAsync(HandOverUnderTest plant, PersonKey by, string data)
    {
        var answer = await RegistryOf(plant).Presses.All[HandOverSlice.Replay](
            new Press { Plant = Plant, By = by, ByName = by.ObjectId, Tenant = Given.Tenant, Conversation = "19:channel", Input = CardInput.Parse(data), ActivityId = $"press{++_number}", Now = plant.Time.GetUtcNow() }, Stop);
        return answer.Card is { } card ? CardPlainText.Render(card) : answer.Message ?? "";
    }

    private static SliceRegistry RegistryOf(HandOverUnderTest plant)
    {
        var registry = new SliceRegistry(new CardSources(), new CommandList(), new PressList(), new OccurrenceKinds(), new ExtensionList(), new HintList());
        registry.Cards.Add(SayCard.Source, (request, _) => Task.FromResult<Card?>(SayCard.Draw(request.About)));
        var finder = new PersonFinder(plant.Store.People, plant.Store.Conversations, null!, Microsoft.Extensions.Options.Options.Create(new BotOptions { AppId = "a bot" }));
        new HandOverSlice(plant.Store.HandOvers, plant.Store.Outbox, new Rights(plant.Store.People, plant.Store.Absences), finder, plant.Plants, plant.Time, plant.Turns).Register(registry);
        return registry;
    }
}
