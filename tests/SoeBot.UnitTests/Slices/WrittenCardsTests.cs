using SoeBot.Cards;
using SoeBot.LookAhead;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;
using Xunit;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>A card that many people ask for is written once, and yet nobody is shown an old one.</summary>
public sealed class WrittenCardsTests
{
    private const string Ask = """{"p":"sample","r":"","v":1}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_press_gets_the_same_bytes()
    {
        await using var slices = await NewAsync();
        var first = (await slices.PressAsync(Omar, LookAheadVerbs.Show, Ask)).Written;
        var second = (await slices.PressAsync(Petra, LookAheadVerbs.Show, Ask)).Written;
        Assert.NotNull(first);
        Assert.Same(first, second);
        Assert.Same(first, (await slices.PressAsync(Guest, LookAheadVerbs.Show, """{"p":"sample","r":"nonsense"}""")).Written);
    }

    [Fact]
    public async Task After_an_import_the_press_shows_the_new_plan_and_an_old_card_is_told_so()
    {
        await using var slices = await NewAsync();
        Assert.Contains("version 1", await slices.PressedAsync(Omar, LookAheadVerbs.Show, Ask));
        await slices.PublishAsync();
        Assert.Contains("The card you pressed was of version 1. This is today's.", await slices.PressedAsync(Omar, LookAheadVerbs.Show, Ask));
        Assert.Contains("version 2", await slices.PressedAsync(Omar, LookAheadVerbs.Show, """{"p":"sample","r":"","v":2}"""));
    }

    [Fact]
    public async Task After_a_refused_import_and_when_the_data_grows_old_the_press_says_so()
    {
        await using var slices = await NewAsync();
        Assert.DoesNotContain("Old data", await slices.PressedAsync(Omar, LookAheadVerbs.Show, Ask));
        slices.Wait(TimeSpan.FromHours(27));
        Assert.Contains("nothing newer was imported", await slices.PressedAsync(Omar, LookAheadVerbs.Show, Ask));
        await slices.Store.Plans.NoteRefusedImportAsync(Plant, new("plan.csv", "Petra", "12 rows, yesterday 281", slices.Now), Effect.None, Stop);
        Assert.Contains("12 rows, yesterday 281", await slices.PressedAsync(Omar, LookAheadVerbs.Show, Ask));
    }

    [Fact]
    public async Task Pages_are_kept_apart()
    {
        await using var slices = await NewAsync();
        var first = await slices.PressedAsync(Omar, LookAheadVerbs.Page, """{"p":"sample","r":"page:schedule1:0","v":1}""");
        var second = await slices.PressedAsync(Omar, LookAheadVerbs.Page, """{"p":"sample","r":"page:schedule1:10","v":1}""");
        Assert.Contains("1 to 10 of", first);
        Assert.Contains("11 to 20 of", second);
    }

    [Fact]
    public async Task A_card_drawn_while_a_newer_plan_came_is_shown_and_not_kept()
    {
        await using var slices = await NewAsync();
        var cards = new WrittenCards(slices.Store.Plans, new PlantClock(TimeProvider.System));
        var reference = new CardRef("look-ahead", "");
        var shown = await cards.GetAsync(Plant, reference, async _ => { await slices.PublishAsync(); return SayCard.Draw("between two plans"); }, Stop);
        var next = await cards.GetAsync(Plant, reference, _ => Task.FromResult<Card?>(SayCard.Draw("the new plan")), Stop);
        Assert.Equal(("between two plans", "the new plan"), (shown!.Card.Summary, next!.Card.Summary));
    }
}
