using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.People.Decides;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.UnitTests.Store;
using Xunit;
using static SoeBot.UnitTests.People.PeopleUnderTest;

namespace SoeBot.UnitTests.People;

/// <summary>Who may decide what in which zone and up to which amount: shown to everybody, changed by administrators, never so that nobody could decide.</summary>
public sealed class DecidesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task An_administrator_sets_a_limit_above_which_the_next_on_the_path_decides(StoreProvider provider)
    {
        await using var people = await NewAsync(provider: provider);
        await people.Store.People.GrantAsync(Plant, Dana, Role.Executive, Effect.None, Stop);
        var answers = await people.TypeAsync(Ada, "rights frozen: plant manager up to 50,000");
        Assert.Contains(answers, card => card.Contains("Now: plant manager up to 50,000, then executive. Before: plant manager."));
        Assert.Contains(answers, card => card.Contains("Plant: as executive you decide on changes in the frozen week from now on", StringComparison.OrdinalIgnoreCase));

        Assert.Contains("plant manager Miguel Soto up to 50,000; above that executive Dana Weiss", Flat(Assert.Single(await people.TypeAsync(Petra, "who decides frozen"))));
        var rights = (await people.Store.DecisionRights.FindAsync(Plant, Stop))!;
        Assert.Equal(Role.PlantManager, rights.Decider(Fence.Frozen, 50_000));
        Assert.Equal(Role.Executive, rights.Decider(Fence.Frozen, 50_001));
        Assert.Equal(Role.Executive, rights.Decider(Fence.Frozen, null));
        Assert.Equal(Role.PlantManager, rights.Decider(Fence.Firm, 1_000_000));
        var line = Assert.Single(await people.Store.Audit.AboutAsync(Plant, "frozen", Stop));
        Assert.Equal((Ada, "before: plant manager; after: plant manager up to 50,000, then executive"), (line.By!.Value, line.Detail));

        Assert.Contains(await people.TypeAsync(Ada, "rights frozen: plant manager up to 50,000"), card => card.Contains("That was so before."));
        Assert.Single(await people.Store.Audit.AboutAsync(Plant, "frozen", Stop));
    }

    [Theory, OnBothStores]
    public async Task Nobody_else_changes_them_and_is_told_who_does(StoreProvider provider)
    {
        await using var people = await NewAsync(provider: provider);
        Assert.Contains("Who decides is changed by Ada Reyes.", Assert.Single(await people.TypeAsync(Miguel, "rights frozen: lead")));
        Assert.Contains("Who decides is changed by Ada Reyes.", await people.PressedAsync(Miguel, WhoDecidesCard.SaveVerb, Saved("Frozen", "lead")));
        Assert.Contains("Who decides is changed by Ada Reyes.", await people.PressedAsync(Miguel, WhoDecidesCard.FormVerb, Saved("Frozen", "")));
        Assert.Null(await people.Store.DecisionRights.FindAsync(Plant, Stop));
        Assert.Equal(2, (await people.Store.Audit.AboutAsync(Plant, "frozen", Stop)).Count(line => line.Detail == "refused: no administrator"));
    }

    [Theory]
    [InlineData("frozen: executive", "Nobody is executive and there is no deputy, so nobody could decide. Give somebody the role first.")]
    [InlineData("frozen: plant manager up to 500", "Nobody is executive and there is no deputy, so nobody could decide. Give somebody the role first.")]
    [InlineData("frozen: sales", "Sales asks for changes and does not decide them.")]
    [InlineData("no agreement: administrator", "Administrators give the rights; they do not decide by them.")]
    [InlineData("frozen: plant manager up to 500, then lead up to 400, then planning", "Each limit has to be above the one before, and only the last has none.")]
    [InlineData("frozen: plant manager, lead", "Each limit has to be above the one before, and only the last has none.")]
    [InlineData("firm: planning, planning", "Planning is named twice.")]
    [InlineData("firm: the wizard", "I know these roles:")]
    [InlineData("frozen: plant manager up to 50,000.50, then executive", "I know these roles:")]
    [InlineData("frozen: plant manager up to 1.5, then executive", "I know these roles:")]
    [InlineData("sponsor: Miguel", "The sponsor has to be an executive. Give them the role first.")]
    [InlineData("sponsor: Nobody Known", "I do not know whom you mean.")]
    public async Task What_would_leave_a_zone_without_somebody_is_refused_in_plain_words(string line, string words)
    {
        await using var people = await NewAsync();
        Assert.Contains(words, Flat(Assert.Single(await people.TypeAsync(Ada, $"rights {line}"))));
        Assert.Null(await people.Store.DecisionRights.FindAsync(Plant, Stop));
    }

    [Theory, OnBothStores]
    public async Task The_last_who_decides_keeps_the_role_until_somebody_else_has_it(StoreProvider provider)
    {
        await using var people = await NewAsync(provider: provider);
        Assert.Contains("Changes of the plan fall to the plant manager, and Miguel Soto is the only one. Name another one or a deputy first.", Flat(Assert.Single(await people.TypeAsync(Ada, "Miguel is no longer plant manager"))));
        await people.TypeAsync(Ada, "Dana is deputy plant manager");
        Assert.Contains("Miguel Soto is no longer plant manager", Assert.Single(await people.TypeAsync(Ada, "Miguel is no longer plant manager")));
        Assert.Equal(RevokeOutcome.LastWhoDecides, await people.Store.Deputies.ClearAsync(Plant, Role.PlantManager, Dana, Effect.None, Stop));
    }

    [Fact]
    public async Task The_form_says_what_is_wrong_and_shows_what_stands_now()
    {
        await using var people = await NewAsync();
        Assert.Equal("The form is in our chat.", await people.PressedAsync(Ada, WhoDecidesCard.FormVerb, Saved("Frozen", "")));
        Assert.Contains("who shall decide?", Assert.Single(await people.SentAsync()));
        Assert.Contains("Sales asks for changes", Flat(await people.PressedAsync(Ada, WhoDecidesCard.SaveVerb, Saved("Frozen", "sales"))));
        Assert.Contains("Now: planning, logistics. Before: planning, procurement, customer service.", Flat(await people.PressedAsync(Ada, WhoDecidesCard.SaveVerb, Saved("Firm", "planning and logistics"))));
        Assert.Contains("Several orders", Flat(Assert.Single(await people.TypeAsync(Petra, "who decides order 63216"))).Replace("I do not find this order in the plan", "Several orders"));
    }

    private static string Saved(string part, string words) => $$"""{"p":"sample","r":"rights","v":1,"in_part":"{{part}}","in_words":"{{words}}"}""";

    private static string Flat(string card) => string.Join(' ', card.Split((char[])[' ', '\n', '\r', '!'], StringSplitOptions.RemoveEmptyEntries));
}
