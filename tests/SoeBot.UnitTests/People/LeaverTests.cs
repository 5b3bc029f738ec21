using Microsoft.Extensions.DependencyInjection;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.People.Leavers;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Teams.Conversations;
using SoeBot.UnitTests.Teams;
using Xunit;
using static SoeBot.UnitTests.People.PeopleUnderTest;

namespace SoeBot.UnitTests.People;

/// <summary>Omar's account is closed: what he left open falls to somebody, and the lead says whose it shall be.</summary>
public sealed class LeaverTests
{
    private const string Give = """{"p":"sample","r":"omar","w":"{0}","v":1}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<(FakeGraph Graph, PeopleUnderTest People)> GivenAsync()
    {
        var graph = await FakeGraph.StartAsync();
        foreach (var name in (string[])["omar", "petra", "dana", "miguel", "lea", "ravi", "ada"]) graph.Accounts[name] = true;
        return (graph, await NewAsync(directory: graph.Directory));
    }

    private static async Task ListOrderAsync(PeopleUnderTest people, string order, PersonKey owner) =>
        await people.Store.AtRisk.ChangeAsync(Plant, order, it => (it.List(new(2014, 1, 10), 1, people.Now) is var _ && it.GiveTo(owner, owner, people.Now) is var _, Effect.None), Stop);

    private static async Task<IReadOnlyList<string>> CheckAsync(PeopleUnderTest people, int january)
    {
        people.MoveTo(january, 6);
        await people.DeriveAsync(FindLeavers.Kind);
        return await people.WorkAsync();
    }

    [Fact]
    public async Task A_closed_account_is_found_its_items_fall_to_the_deputy_and_the_lead_is_asked_once()
    {
        var (graph, people) = await GivenAsync();
        await using var _ = graph;
        await using var __ = people;
        await people.TypeAsync(Ada, "Petra is deputy procurement");
        var decision = await people.DecideAsync(Omar, due: 10);
        await ListOrderAsync(people, "SO63216", Omar);
        await ListOrderAsync(people, "SO63217", Omar);
        Assert.Empty(await CheckAsync(people, 7));

        graph.Accounts["omar"] = false;
        var sent = await CheckAsync(people, 8);

        var card = Assert.Single(sent, text => text.StartsWith("lea: ", StringComparison.Ordinal));
        Assert.Contains("Omar Haddad's account is closed: 2 orders, 1 decision", card);
        Assert.Contains("They fell to Petra Lang, marked inherited.", card);
        Assert.Contains("[Give to Ravi Patel]", card);
        Assert.Contains("[Leave with Petra Lang]", card);
        Assert.Contains("Still holds: procurement", card);
        Assert.Contains("2 orders, 1 decision inherited from Omar Haddad", Assert.Single(sent, text => text.StartsWith("petra: ", StringComparison.Ordinal)));
        var fallen = (await people.Store.Decisions.FindAsync(decision.Id, Stop))!;
        Assert.Equal((Petra, DecisionStatus.Proposed), (fallen.Owner, fallen.Status));
        Assert.Equal((DecisionEventKind.Inherited, null, "Omar Haddad's account is closed, inherited"), (fallen.Events[^1].Kind, fallen.Events[^1].By, fallen.Events[^1].Note));
        Assert.Equal(2, (await people.Store.AtRisk.OfOwnerAsync(Plant, Petra, Stop)).Count);
        Assert.Equal(["decision.inherit D-1", "person.gone omar", "risk.inherit SO63216", "risk.inherit SO63217"],
            (await people.Store.Audit.ListAsync(Plant, 0, 20, Stop)).Where(line => line.By is null).Select(line => $"{line.What} {line.About}").Order());
        Assert.Empty(await CheckAsync(people, 9));
    }

    [Fact]
    public async Task One_press_of_the_lead_gives_everything_on_and_the_second_changes_nothing()
    {
        var (graph, people) = await GivenAsync();
        await using var _ = graph;
        await using var __ = people;
        var decision = await people.DecideAsync(Omar, due: 10);
        await ListOrderAsync(people, "SO63216", Omar);
        var own = await people.DecideAsync(Lea, due: 10, "Her own");
        graph.Accounts.Remove("omar");
        Assert.Contains("Omar Haddad's account was deleted", Assert.Single(await CheckAsync(people, 8)));

        Assert.Contains("That is for Lea Brandt to say.", await people.PressedAsync(Petra, LeaverVerbs.Give, Give.Replace("{0}", "ravi", StringComparison.Ordinal)));
        var settled = await people.PressedAsync(Lea, LeaverVerbs.Give, Give.Replace("{0}", "ravi", StringComparison.Ordinal));
        var again = await people.PressedAsync(Lea, LeaverVerbs.Give, Give.Replace("{0}", "petra", StringComparison.Ordinal));

        Assert.Contains("Ravi Patel has them now, says Lea Brandt.", settled);
        Assert.Contains("Ravi Patel has them now, says Lea Brandt.", again);
        Assert.Contains(await people.SentAsync(), text => text.StartsWith("ravi: 1 order, 1 decision inherited from Omar Haddad", StringComparison.Ordinal));
        Assert.Equal(Ravi, (await people.Store.Decisions.FindAsync(decision.Id, Stop))!.Owner);
        Assert.Equal(Ravi, (await people.Store.AtRisk.FindAsync(Plant, "SO63216", Stop))!.Owner);
        Assert.Equal(Lea, (await people.Store.Decisions.FindAsync(own.Id, Stop))!.Owner);
    }

    [Fact]
    public async Task Nothing_follows_from_a_directory_that_does_not_answer()
    {
        var (graph, people) = await GivenAsync();
        await using var _ = graph;
        await using var __ = people;
        await people.DecideAsync(Omar, due: 10);
        graph.Accounts["omar"] = false;
        graph.Refuses = 403;
        Assert.Empty(await CheckAsync(people, 8));
        graph.Refuses = null;
        graph.Throttled.Add("omar");
        Assert.Empty(await CheckAsync(people, 9));
        graph.Throttled.Clear();
        Assert.NotEmpty(await CheckAsync(people, 10));
    }

    [Fact]
    public async Task Somebody_who_is_back_is_asked_again_and_whoever_left_with_them_is_no_heir()
    {
        var (graph, people) = await GivenAsync();
        await using var _ = graph;
        await using var __ = people;
        await people.TypeAsync(Ada, "Petra is deputy procurement");
        await people.DecideAsync(Omar, due: 10);
        graph.Accounts["omar"] = graph.Accounts["petra"] = false;
        await CheckAsync(people, 8);

        Assert.Equal(Lea, (await people.Store.Departures.FindAsync(Plant, Omar, Stop))!.Heir);
        graph.Accounts["omar"] = true;
        await CheckAsync(people, 9);
        Assert.Null(await people.Store.Departures.FindAsync(Plant, Omar, Stop));
        Assert.False((await people.Store.Absences.StaffingAsync(Plant, new(2014, 1, 9), Stop)).IsGone(Omar));
        Assert.Contains(await people.Store.Audit.ListAsync(Plant, 0, 20, Stop), line => line is { What: "person.returned", About: "omar" });
    }

    [Fact]
    public async Task Who_leaves_the_team_is_found_without_a_directory_and_who_never_was_in_it_is_not()
    {
        var (teams, bot) = await TestBot.StartWithTeamsAsync();
        await using var _ = teams;
        await using var __ = bot;
        await using var people = await NewAsync(bot.Services.GetRequiredService<RosterClient>());
        var tenant = teams.Person("Max Buyer").TenantId;
        PersonKey Key(string name) => PersonKey.Of(tenant, teams.Person(name).AadObjectId);
        foreach (var name in (string[])["Max Buyer", "Eva Planner", "Sue Sales", "Gina Guest"])
            await people.Store.People.SeenAsync(Key(name), name, teams.Person(name).Mri, null, null, Stop);
        await people.Store.People.GrantAsync(Plant, Key("Eva Planner"), Role.Lead, Effect.None, Stop);
        var channel = teams.Channel("S&OE");
        await people.Store.Conversations.SeenAsync(new(tenant, channel.Id, ConversationUse.Channel, teams.ServiceUrl.ToString(), "S&OE", teams.TeamId, null, "28:bot", people.Now), Stop);
        await people.Store.Conversations.BindAsync(Plant, tenant, channel.Id, ChannelUse.Week, Stop);
        await people.DecideAsync(Key("Max Buyer"), due: 10);
        Assert.Empty(await CheckAsync(people, 7));

        teams.Person("Max Buyer").HasLeft = true;
        teams.Person("Sue Sales").IsBareInRoster = true;
        teams.Faults.Throttle(when: request => request.RawPath.Contains("pagedmembers", StringComparison.Ordinal));
        Assert.Empty(await CheckAsync(people, 8));
        var sent = await CheckAsync(people, 9);

        Assert.Contains(sent, text => text.Contains("Max Buyer left the team: 1 decision", StringComparison.Ordinal));
        Assert.Equal([Key("Max Buyer")], (await people.Store.Departures.AllAsync(Plant, Stop)).Select(one => one.Person));
    }
}
