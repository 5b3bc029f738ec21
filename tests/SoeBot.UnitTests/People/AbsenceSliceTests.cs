using SoeBot.Domain.People;
using SoeBot.People.Absences;
using SoeBot.Store.Effects;
using Xunit;
using static SoeBot.UnitTests.People.PeopleUnderTest;

namespace SoeBot.UnitTests.People;

/// <summary>Omar goes on leave, Petra covers, Omar comes back.</summary>
public sealed class AbsenceSliceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Form(Guid id, string who = "omar", string from = "2014-01-13", string until = "2014-01-17", string deputy = "petra", string scope = "all") =>
        $$"""{"p":"sample","r":"{{id:N}}","w":"{{who}}","in_from":"{{from}}","in_until":"{{until}}","in_deputy":"{{deputy}}","in_scope":"{{scope}}"}""";

    [Fact]
    public async Task A_typed_line_fills_the_form_and_only_Save_enters_it()
    {
        await using var people = await NewAsync();
        await people.DecideAsync(Omar, due: 10);
        await people.DecideAsync(Omar, due: 14);

        var form = Assert.Single(await people.TypeAsync(Omar, "away 13-17 Jan, Petra covers"));
        Assert.Contains("Omar Haddad is away: when, and who covers?", form);
        Assert.Contains("2014-01-13", form);
        Assert.Contains("Petra Lang", form);
        Assert.Contains("Left empty, it goes to Lea Brandt (falls to the lead)", form);
        Assert.Empty(await people.Store.Absences.FromAsync(Plant, new(2014, 1, 6), Stop));

        var id = Guid.NewGuid();
        var receipt = await people.PressedAsync(Omar, AbsenceVerbs.Save, Form(id));
        await people.PressedAsync(Omar, AbsenceVerbs.Save, Form(id));

        Assert.Contains("Omar Haddad is away Mon 13 to Fri 17 Jan", receipt);
        Assert.Contains("Petra Lang covers everything", receipt);
        var sent = Assert.Single(await people.SentAsync(), text => text.StartsWith("petra:", StringComparison.Ordinal));
        Assert.Contains("You cover for Omar Haddad", sent);
        Assert.Contains("2 open items, 2 due meanwhile", sent);
        var line = Assert.Single(await people.Store.Audit.ListAsync(Plant, 0, 10, Stop));
        Assert.Equal((Omar, "absence.enter", "omar", "2014-01-13 to 2014-01-17; deputy petra; All"), (line.By, line.What, line.About, line.Detail));
    }

    [Fact]
    public async Task A_deputy_who_is_away_as_well_is_refused_with_the_day()
    {
        await using var people = await NewAsync();
        await people.PressedAsync(Petra, AbsenceVerbs.Save, Form(Guid.NewGuid(), "petra", "2014-01-14", "2014-01-14", ""));

        var refused = await people.PressedAsync(Omar, AbsenceVerbs.Save, Form(Guid.NewGuid()));

        Assert.Contains("Petra Lang is away on the 14th as well. Choose another for that day.", refused);
        Assert.Single(await people.Store.Absences.FromAsync(Plant, new(2014, 1, 6), Stop));
    }

    [Theory]
    [InlineData("2014-01-17", "2014-01-13", "petra", "The last day is before the first one.")]
    [InlineData("2014-01-02", "2014-01-03", "petra", "Fri 3 Jan is past.")]
    [InlineData("2014-01-13", "2016-01-13", "petra", "more than a year")]
    [InlineData("", "", "petra", "Choose the first day.")]
    [InlineData("2014-01-13", "2014-01-17", "omar", "Nobody covers for themselves.")]
    [InlineData("2014-01-13", "2014-01-17", "nobody", "I do not know this person.")]
    public async Task What_cannot_be_is_said_beside_its_field(string from, string until, string deputy, string words)
    {
        await using var people = await NewAsync();
        Assert.Contains(words, await people.PressedAsync(Omar, AbsenceVerbs.Save, Form(Guid.NewGuid(), "omar", from, until, deputy)));
        Assert.Empty(await people.Store.Absences.FromAsync(Plant, new(2014, 1, 6), Stop));
    }

    [Fact]
    public async Task The_lead_enters_it_for_somebody_else_who_hears_of_it_and_gives_no_rights_away()
    {
        await using var people = await NewAsync();
        Assert.Contains("entered by Lea Brandt or Ada Reyes", await people.PressedAsync(Petra, AbsenceVerbs.Save, Form(Guid.NewGuid(), "miguel")));
        Assert.Contains("entered by Lea Brandt", Assert.Single(await people.TypeAsync(Petra, "Miguel is away 13-17 Jan")));

        await people.PressedAsync(Lea, AbsenceVerbs.Save, Form(Guid.NewGuid(), "miguel", deputy: "lea"));

        Assert.Contains(await people.SentAsync(), text => text.StartsWith("miguel: Miguel Soto is away", StringComparison.Ordinal) && text.Contains("Entered by Lea Brandt", StringComparison.Ordinal));
        Assert.False(await people.Rights.ActsAsAsync(Plant, Lea, Role.PlantManager, new(2014, 1, 14), Stop));
        await people.PressedAsync(Ada, AbsenceVerbs.Save, Form(Guid.NewGuid(), "miguel", deputy: "lea"));
        Assert.True(await people.Rights.ActsAsAsync(Plant, Lea, Role.PlantManager, new(2014, 1, 14), Stop));
        Assert.False(await people.Rights.ActsAsAsync(Plant, Lea, Role.PlantManager, new(2014, 1, 10), Stop));
    }

    [Fact]
    public async Task On_return_one_summary_comes_of_what_moved()
    {
        await using var people = await NewAsync();
        var decision = await people.DecideAsync(Omar, due: 14);
        await people.PressedAsync(Omar, AbsenceVerbs.Save, Form(Guid.NewGuid()));
        await people.SentAsync();
        people.MoveTo(15, 9);
        await people.Store.Decisions.ChangeAsync(decision.Id, it => (it.Redate(new(2014, 1, 21), Petra, true, "supplier slow", people.Plants.Get(Plant).Calendar, people.Now), Effect.None), Stop);
        await people.DecideAsync(Omar, due: 22, "Call the foundry");
        Assert.Empty(await people.WorkAsync());

        people.MoveTo(20, 8);
        var summary = Assert.Single(await people.WorkAsync());

        Assert.StartsWith("omar: Welcome back, Omar Haddad: 2 things of yours moved", summary);
        Assert.Contains("You were away Mon 13 to Fri 17 Jan. Petra Lang covered.", summary);
        Assert.Contains("new date by Petra Lang, Wed 15 Jan", summary);
        Assert.Contains("Call the foundry", summary);
        Assert.Contains("2 decisions", summary);
        Assert.Empty(await people.WorkAsync());
    }

    [Fact]
    public async Task Back_early_ends_it_tells_the_deputy_and_brings_the_summary_at_once_and_never_again()
    {
        await using var people = await NewAsync();
        await people.PressedAsync(Omar, AbsenceVerbs.Save, Form(Guid.NewGuid()));
        await people.SentAsync();
        people.MoveTo(15, 9);

        var sent = await people.TypeAsync(Omar, "I am back");
        Assert.Contains(sent, text => text.Contains("Reminders come to you again", StringComparison.Ordinal));
        Assert.Contains(sent, text => text.StartsWith("petra: Omar Haddad is back. You cover no longer.", StringComparison.Ordinal));
        Assert.Contains(sent, text => text.StartsWith("omar: Welcome back", StringComparison.Ordinal));
        Assert.Contains("No absence of yours", Assert.Single(await people.TypeAsync(Omar, "back")));
        people.MoveTo(20, 8);
        Assert.Empty(await people.WorkAsync());
        Assert.Equal(["absence.end", "absence.enter"], (await people.Store.Audit.ListAsync(Plant, 0, 10, Stop)).Select(line => line.What).Where(what => what.StartsWith("absence.", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task End_now_is_for_the_person_who_entered_it_and_the_lead()
    {
        await using var people = await NewAsync();
        var id = Guid.NewGuid();
        await people.PressedAsync(Omar, AbsenceVerbs.Save, Form(id, from: "2014-01-06"));
        var press = $$"""{"p":"sample","r":"{{id:N}}"}""";

        Assert.Contains("entered by Lea Brandt", await people.PressedAsync(Petra, AbsenceVerbs.End, press));
        Assert.Single(await people.Store.Absences.FromAsync(Plant, new(2014, 1, 6), Stop));
        Assert.Contains("This absence is over", await people.PressedAsync(Omar, AbsenceVerbs.End, press));
        Assert.Empty(await people.Store.Absences.FromAsync(Plant, new(2014, 1, 6), Stop));
    }

    [Fact]
    public async Task Absences_lists_who_is_away_for_people_with_a_role()
    {
        await using var people = await NewAsync();
        Assert.Contains("Nobody is away", Assert.Single(await people.TypeAsync(Lea, "absences")));
        await people.PressedAsync(Omar, AbsenceVerbs.Save, Form(Guid.NewGuid()));
        await people.SentAsync();

        Assert.Contains("Omar Haddad: Mon 13 to Fri 17 Jan, Petra Lang covers", Assert.Single(await people.TypeAsync(Lea, "Who is away?")));
        Assert.Contains("no role", Assert.Single(await people.TypeAsync(Person("stranger"), "absences")));
    }
}
