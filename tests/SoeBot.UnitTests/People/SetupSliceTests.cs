using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.People.Absences;
using SoeBot.People.Setup;
using SoeBot.Store.Outbox;
using Xunit;
using static SoeBot.UnitTests.People.PeopleUnderTest;

namespace SoeBot.UnitTests.People;

/// <summary>An administrator says who does what, by card and by line.</summary>
public sealed class SetupSliceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Choose(string role, string holder = "", string deputy = "") => $$"""{"p":"sample","r":"roles","in_role":"{{role}}","in_holder":"{{holder}}","in_deputy":"{{deputy}}"}""";

    [Fact]
    public async Task Setup_shows_who_does_what_and_what_is_missing()
    {
        await using var people = await NewAsync();
        var card = Assert.Single(await people.TypeAsync(Ada, "setup"));
        Assert.Contains("3 functions lack somebody", card);
        Assert.Contains("Customer service: nobody. Name somebody", card);
        Assert.Contains("Plant manager: Miguel Soto. Name a deputy", card);
        Assert.Contains("Procurement: Omar Haddad, Ravi Patel", card);
        Assert.Contains("Roles are given by Ada Reyes.", Assert.Single(await people.TypeAsync(Petra, "setup")));
    }

    [Fact]
    public async Task Save_gives_function_and_deputy_and_audits_both_once()
    {
        await using var people = await NewAsync();
        var saved = await people.PressedAsync(Ada, SetupVerbs.Save, Choose("PlantManager", deputy: "dana"));
        await people.PressedAsync(Ada, SetupVerbs.Save, Choose("CustomerService", "dana", "petra"));
        Assert.Contains("That was so before.", await people.PressedAsync(Ada, SetupVerbs.Save, Choose("CustomerService", "dana", "petra")));

        Assert.Contains("Dana Weiss is deputy of plant manager now.", saved);
        Assert.Contains("2 functions lack somebody", saved);
        Assert.True(await people.Rights.HasAsync(Plant, Dana, Role.CustomerService, Stop));
        Assert.Equal(Petra, (await people.Store.Deputies.AllAsync(Plant, Stop))[Role.CustomerService]);
        Assert.Equal(["role.deputy dana plant manager", "role.deputy petra customer service", "role.grant dana customer service"],
            (await people.Store.Audit.ListAsync(Plant, 0, 10, Stop)).Select(line => $"{line.What} {line.About} {line.Detail}").Order());
    }

    [Theory]
    [InlineData("petra", "Planning", "petra", "", "Roles are given by Ada Reyes.")]
    [InlineData("ada", "Planning", "nobody", "", "I do not know the person you chose.")]
    [InlineData("ada", "Planning", "dana", "dana", "Nobody is their own deputy.")]
    [InlineData("ada", "Emperor", "dana", "", "Choose the function.")]
    [InlineData("ada", "Planning", "", "", "Choose who does it, or who is deputy.")]
    public async Task What_cannot_be_is_refused_and_changes_nothing(string by, string role, string holder, string deputy, string words)
    {
        await using var people = await NewAsync();
        Assert.Contains(words, await people.PressedAsync(Person(by), SetupVerbs.Save, Choose(role, holder, deputy)));
        Assert.Empty(await people.Store.Audit.ListAsync(Plant, 0, 10, Stop));
        Assert.Empty(await people.Store.Deputies.AllAsync(Plant, Stop));
    }

    [Fact]
    public async Task The_last_administrator_stays_by_card_and_by_line()
    {
        await using var people = await NewAsync();
        Assert.Contains("This is the only administrator.", await people.PressedAsync(Ada, SetupVerbs.Remove, Choose("Administrator", "ada")));
        Assert.Contains("This is the only administrator.", Assert.Single(await people.TypeAsync(Ada, "Ada Reyes is no longer administrator")));
        Assert.True(await people.Rights.HasAsync(Plant, Ada, Role.Administrator, Stop));
        await people.TypeAsync(Ada, "Petra is administrator");
        Assert.Contains("no longer administrator", await people.PressedAsync(Petra, SetupVerbs.Remove, Choose("Administrator", "ada")));
    }

    [Fact]
    public async Task Deputies_are_named_and_taken_away_by_a_line()
    {
        await using var people = await NewAsync();
        Assert.Contains("Dana Weiss is deputy plant manager of Sample plant.", Assert.Single(await people.TypeAsync(Ada, "@Dana is deputy plant manager", ("29:dana", "Dana"))));
        Assert.Contains("deputy Dana Weiss", Assert.Single(await people.TypeAsync(Petra, "roles")));
        Assert.Contains("Dana Weiss is no longer deputy plant manager", Assert.Single(await people.TypeAsync(Ada, "Dana is no longer deputy of the plant manager")));
        Assert.Empty(await people.Store.Deputies.AllAsync(Plant, Stop));
        Assert.Equal(["role.deputy", "role.deputy-revoke"], (await people.Store.Audit.ListAsync(Plant, 0, 10, Stop)).Select(line => line.What).Order());
    }

    [Fact]
    public async Task A_no_says_who_may_and_a_press_asks_them_once()
    {
        await using var people = await NewAsync();
        var refused = Assert.Single(await people.TypeAsync(Petra, "Ravi is planner"));
        Assert.Contains("Roles are given by Ada Reyes.", refused);
        Assert.Contains("[Ask Ada Reyes]", refused);
        const string Press = """{"p":"sample","r":"Administrator","w":"Ravi is planner","v":1}""";

        Assert.Equal("Asked Ada Reyes.", await people.PressedAsync(Petra, AskHolder.Verb, Press));
        await people.PressedAsync(Petra, AskHolder.Verb, Press);
        Assert.Contains("no role", await people.PressedAsync(Person("stranger"), AskHolder.Verb, Press));

        var asked = Assert.Single(await people.SentAsync());
        Assert.StartsWith("ada: Petra Lang asks you", asked);
        Assert.Contains("Ravi is planner", asked);
    }

    [Fact]
    public async Task The_settings_name_administrators_only_while_there_is_none()
    {
        await using var people = await NewAsync();
        var first = new FirstAdministrator(people.Store.People, people.Store.Plants);
        await first.AppointAsync(Plant, [Dana], people.Now, Stop);
        Assert.False(await people.Rights.HasAsync(Plant, Dana, Role.Administrator, Stop));

        var empty = new SoeBot.Domain.Plan.PlantId("empty");
        await first.AppointAsync(empty, [Dana, Petra], people.Now, Stop);
        Assert.Equal([Dana, Petra], (await people.Rights.HoldersAsync(empty, Role.Administrator, Stop)).OrderBy(person => person.ObjectId));
        Assert.Null(await first.OfferAsync(empty, Stop));
        Assert.Equal(2, (await people.Store.Audit.ListAsync(empty, 0, 10, Stop)).Count);
    }

    [Fact]
    public async Task Guests_get_no_function()
    {
        await using var people = await NewAsync();
        await people.Store.People.SeenAsync(Person("gus"), "Gus Guest", "29:gus", null, null, Stop, isGuest: true);
        Assert.Contains("Guests get no function", await people.PressedAsync(Ada, SetupVerbs.Save, Choose("Planning", "gus")));
        Assert.Contains("Guests get no role", Assert.Single(await people.TypeAsync(Ada, "Gus is planner")));
        Assert.False(await people.Rights.HasAnyAsync(Plant, Person("gus"), Stop));
    }

    [Fact]
    public async Task Who_decides_names_who_stands_in_today()
    {
        await using var people = await NewAsync();
        await people.TypeAsync(Ada, "Dana is deputy plant manager");
        Assert.Matches(@"Frozen, until Sun 12 Jan\s+plant manager Miguel Soto", Assert.Single(await people.TypeAsync(Petra, "who decides?")));
        await people.PressedAsync(Miguel, AbsenceVerbs.Save, $$"""{"p":"sample","r":"{{Guid.NewGuid():N}}","w":"miguel","in_from":"2014-01-06","in_until":"2014-01-08","in_scope":"all"}""");
        await people.SentAsync();
        var words = Assert.Single(await people.TypeAsync(Petra, "who decides"));
        Assert.Matches(@"Miguel Soto \(away until\s+Wed 8 Jan\), today\s+Dana\s+Weiss", words);
        Assert.Matches(@"customer\s+service\s+nobody", words);
    }

    [Fact]
    public async Task On_installation_the_card_comes_only_while_something_is_missing()
    {
        await using var people = await NewAsync();
        Assert.NotNull(await people.Registry.Cards.DrawAsync(Plant, new CardRef(SetupCard.Source, ""), Stop));
        await people.PressedAsync(Ada, SetupVerbs.Save, Choose("PlantManager", deputy: "dana"));
        await people.PressedAsync(Ada, SetupVerbs.Save, Choose("Lead", deputy: "dana"));
        await people.PressedAsync(Ada, SetupVerbs.Save, Choose("CustomerService", "dana"));
        Assert.Null(await people.Registry.Cards.DrawAsync(Plant, new CardRef(SetupCard.Source, ""), Stop));
    }
}
