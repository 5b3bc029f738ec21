using SoeBot.Domain.People;
using SoeBot.Domain.Risk;
using SoeBot.People.Load;
using SoeBot.Store.Effects;
using Xunit;
using static SoeBot.UnitTests.People.PeopleUnderTest;

namespace SoeBot.UnitTests.People;

/// <summary>More than three red orders or seven open decisions with one person is told to the lead once.</summary>
public sealed class LoadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData(3, 7, false), InlineData(4, 0, true), InlineData(0, 8, true)]
    public void IsTooMuch_AtTheLimit(int red, int decisions, bool isTooMuch) => Assert.Equal(isTooMuch, new OwnerLoad(Omar, red, decisions).IsTooMuch);

    [Fact]
    public async Task The_lead_hears_of_it_once_and_again_only_after_it_was_less()
    {
        await using var people = await NewAsync();
        for (var i = 1; i <= 3; i++) await RedAsync(people, $"SO{i}");
        Assert.Empty(await CheckAsync(people, 7));

        await RedAsync(people, "SO4");
        var told = Assert.Single(await CheckAsync(people, 8));
        Assert.StartsWith("lea: Omar Haddad answers for too much: 4 red orders, 0 open decisions", told);
        Assert.Empty(await CheckAsync(people, 9));

        await people.Store.AtRisk.ChangeAsync(Plant, "SO4", it => (it.GiveTo(Petra, Lea, people.Now), Effect.None), Stop);
        Assert.Empty(await CheckAsync(people, 10));
        for (var i = 0; i < 8; i++) await people.DecideAsync(Omar, due: 20);
        Assert.Contains("3 red orders, 8 open decisions", Assert.Single(await CheckAsync(people, 13)));
    }

    [Fact]
    public async Task Nobody_is_told_while_nobody_leads_and_the_next_lead_is()
    {
        await using var people = await NewAsync();
        await people.Store.People.RevokeAsync(Plant, Lea, Role.Lead, Effect.None, Stop);
        for (var i = 0; i < 8; i++) await people.DecideAsync(Omar, due: 20);
        Assert.Empty(await CheckAsync(people, 7));
        await people.Store.People.GrantAsync(Plant, Petra, Role.Lead, Effect.None, Stop);
        Assert.StartsWith("petra: ", Assert.Single(await CheckAsync(people, 8)));
    }

    private static async Task RedAsync(PeopleUnderTest people, string order) => await people.Store.AtRisk.ChangeAsync(Plant, order, it => (
        it.List(new(2014, 1, 20), 1, people.Now) is var _ && it.GiveTo(Omar, Omar, people.Now) is var _ && it.Answer(new RiskAnswer(RiskStatus.Red, "castings late", null, null, null), new(2014, 1, 20), Omar, people.Now) is var _, Effect.None), Stop);

    private static async Task<IReadOnlyList<string>> CheckAsync(PeopleUnderTest people, int january)
    {
        people.MoveTo(january, 9);
        await people.DeriveAsync(LoadSlice.Kind);
        return await people.WorkAsync();
    }
}
