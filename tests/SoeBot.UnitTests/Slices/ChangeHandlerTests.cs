using SoeBot.Changes;
using SoeBot.Domain.Changes;
using SoeBot.Domain.People;
using SoeBot.Store.Effects;
using Xunit;
using static SoeBot.UnitTests.Slices.GivenFactory;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>A change is asked for, computed, decided and told; the edge cases of product.md 5 by press, line and time.</summary>
public sealed class ChangeHandlerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_typed_line_is_computed_sent_approved_with_a_condition_and_everybody_is_told_once()
    {
        await using var slices = await FactoryAsync();
        Assert.Contains("C-1: calculating what it would do", Assert.Single(await slices.TypeAsync(Sam, "move 63216 up to Thursday, customer line stops")));
        await CheckAsync(slices);
        var price = Assert.Single(await slices.SentAsync());
        Assert.Contains("C-1 is not sent yet: Sam Ortiz, send it?", price);
        Assert.Contains("week 1, frozen: Miguel Duarte decides", price);
        Assert.Contains("customer line stops", price);

        await slices.PressedAsync(Sam, Verbs.Send, await DataAsync(slices, "\"in_reason\":\"LineStop\",\"in_text\":\"customer line stops\""));
        var asked = await slices.SentAsync();
        Assert.Contains(asked, card => card.StartsWith("C-1: Miguel Duarte, your decision until", StringComparison.Ordinal) && card.Contains("With a condition"));

        var answer = await slices.PressedAsync(Miguel, Verbs.ApproveIf, await DataAsync(slices, "\"in_condition\":\"only if the Touring frames stay Friday\""));

        Assert.StartsWith("C-1 approved by Miguel Duarte with a condition", answer);
        var told = (await slices.SentAsync()).Where(card => !card.StartsWith("edit", StringComparison.Ordinal)).ToList();
        // Sam asked, Petra plans; Omar owns nothing of it.
        Assert.Equal(2, told.Count(card => card.StartsWith("C-1 approved by Miguel Duarte with a condition", StringComparison.Ordinal) && card.Contains("only if the Touring frames stay Friday")));
        Assert.Equal(["change.check", "change.checked", "change.send", "change.approve-if"], (await slices.Store.Audit.AboutAsync(Plant, "C-1", Stop)).OrderBy(line => line.At).Select(line => line.What).Distinct());
        Assert.True((await RequestAsync(slices)).IsEffective);
    }

    [Fact]
    public async Task Somebody_without_the_right_is_told_who_has_it_and_it_is_noted()
    {
        await using var slices = await FactoryAsync();
        await SentAsync(slices);
        foreach (var (by, verb) in ((PersonKey, string)[])[(Petra, Verbs.Approve), (Guest, Verbs.Approve), (Petra, Verbs.Reject), (Guest, Verbs.Give)])
            Assert.Contains("Frozen changes: Miguel Duarte or Dana Weiss. Ask Miguel Duarte?", await slices.PressedAsync(by, verb, await DataAsync(slices, "\"in_why\":\"x\"")));
        Assert.Equal(ChangeState.Asked, (await RequestAsync(slices)).State);
        Assert.Equal(4, (await slices.Store.Audit.AboutAsync(Plant, "C-1", Stop)).Count(line => line.Detail == "refused: NoRight"));
    }

    [Fact]
    public async Task Altered_data_of_a_card_gives_no_right_and_changes_nothing()
    {
        await using var slices = await FactoryAsync();
        await SentAsync(slices);
        await slices.TypeAsync(Miguel, "cancel 63217");
        foreach (var data in (string[])["{}", """{"p":"sample","r":99,"v":3}""", """{"p":"sample","r":"1 or 1=1","v":3}""", """{"p":"elsewhere","r":1,"v":-1,"by":"miguel"}""", """{"p":"sample","r":1,"v":3,"person":"t/miguel","IsManager":true}"""])
            foreach (var verb in (string[])[Verbs.Approve, Verbs.ApproveIf, Verbs.Reject, Verbs.Send, Verbs.Withdraw, Verbs.Give, Verbs.Agree, Verbs.Object, Verbs.NotConcerned, Verbs.Ask, Verbs.Answer])
                Assert.NotEmpty(await slices.PressedAsync(Guest, verb, data));
        Assert.Equal((ChangeState.Asked, 3), ((await RequestAsync(slices)).State, (await RequestAsync(slices)).Version));
    }

    [Fact]
    public async Task Two_press_at_once_and_the_second_sees_the_first()
    {
        await using var slices = await FactoryAsync();
        await SentAsync(slices);
        var data = await DataAsync(slices, "\"in_why\":\"no welders\"");
        await slices.Store.People.GrantAsync(Plant, Dana, Role.PlantManager, Effect.None, Stop);
        var answers = await Task.WhenAll(slices.PressedAsync(Dana, Verbs.Reject, data), slices.PressedAsync(Miguel, Verbs.Approve, data));
        Assert.Equal(answers[0].Split('\n')[0], answers[1].Split('\n')[0]);
        Assert.Single((await RequestAsync(slices)).Events, one => one.Kind is ChangeEventKind.Approved or ChangeEventKind.Rejected);
    }

    [Fact]
    public async Task An_old_card_shows_todays_and_decides_nothing()
    {
        await using var slices = await FactoryAsync();
        await SentAsync(slices);
        var old = await DataAsync(slices, "\"in_question\":\"Which customer?\"");
        await slices.PressedAsync(Miguel, Verbs.Ask, old);
        Assert.Contains(await slices.SentAsync(), card => card.StartsWith("C-1: Miguel Duarte asks you", StringComparison.Ordinal));
        Assert.Contains("your decision until", await slices.PressedAsync(Miguel, Verbs.Approve, old));
        Assert.Equal(ChangeState.Asked, (await RequestAsync(slices)).State);

        await slices.PressedAsync(Sam, Verbs.Answer, await DataAsync(slices, "\"in_answer\":\"Bike World\""));
        Assert.Contains(await slices.SentAsync(), card => card.Contains("Sam Ortiz answers: Bike World"));
        Assert.StartsWith("C-1 approved by Miguel Duarte", await slices.PressedAsync(Miguel, Verbs.Approve, await DataAsync(slices)));
    }

    [Fact]
    public async Task The_manager_is_away_and_the_deputy_decides()
    {
        await using var slices = await FactoryAsync();
        var days = new SoeBot.Domain.Fences.DayRange(Today, Today.AddDays(10));
        await slices.Store.Absences.EnterAsync([new(Guid.NewGuid(), Plant, Miguel, days, Dana, AbsenceScope.All, Miguel, GivesRights: true)], slices.Now, _ => Effect.None, Stop);
        await SentAsync(slices);
        Assert.StartsWith("C-1 approved by Dana Weiss", await slices.PressedAsync(Dana, Verbs.Approve, await DataAsync(slices)));
        Assert.True((await RequestAsync(slices)).Events[^1].AsDeputy);
    }

    [Fact]
    public async Task The_manager_is_silent_until_half_time_and_the_deputy_is_asked_too()
    {
        await using var slices = await FactoryAsync();
        await SentAsync(slices);
        Assert.Contains("Miguel Duarte decides on C-1 until", await slices.PressedAsync(Dana, Verbs.Approve, await DataAsync(slices)));
        slices.Wait((await RequestAsync(slices)).HalfTimeAt!.Value - slices.Now);
        await WorkAsync(slices, ChangeEffects.HalfTime);
        Assert.Equal(2, (await slices.SentAsync()).Count(card => card.StartsWith("C-1: Miguel Duarte or Dana Weiss, your decision until", StringComparison.Ordinal)));
        await WorkAsync(slices, ChangeEffects.HalfTime);
        Assert.Empty(await slices.SentAsync());
        Assert.StartsWith("C-1 approved by Dana Weiss", await slices.PressedAsync(Dana, Verbs.Approve, await DataAsync(slices)));
    }

    [Fact]
    public async Task Whoever_asks_does_not_decide_and_the_deputy_does()
    {
        await using var slices = await FactoryAsync();
        await SentAsync(slices, Miguel);
        Assert.Equal("You asked for C-1 yourself. Dana Weiss decides.", await slices.PressedAsync(Miguel, Verbs.Approve, await DataAsync(slices)));
        Assert.StartsWith("C-1 approved by Dana Weiss", await slices.PressedAsync(Dana, Verbs.Approve, await DataAsync(slices)));
    }

    [Fact]
    public async Task Nobody_decides_until_the_slot_starts_and_the_order_runs_as_planned()
    {
        await using var slices = await FactoryAsync();
        await SentAsync(slices);
        slices.Wait((await RequestAsync(slices)).ExpiresAt!.Value - slices.Now);
        Assert.StartsWith("C-1 expired: nobody decided", await slices.PressedAsync(Miguel, Verbs.Approve, await DataAsync(slices)));
        var told = await slices.SentAsync();
        Assert.Equal(2, told.Count(card => card.StartsWith("C-1 expired", StringComparison.Ordinal) && card.Contains("The order runs as planned.")));
        await WorkAsync(slices, ChangeEffects.Expiry);
        Assert.Empty(await slices.SentAsync());
        Assert.False((await RequestAsync(slices)).IsEffective);
    }

    [Fact]
    public async Task In_the_firm_week_each_function_signs_and_an_objection_goes_to_the_manager()
    {
        await using var slices = await FactoryAsync();
        await SentAsync(slices, line: "move WO72700 to Thu 16 Jan");
        var first = await DataAsync(slices);
        Assert.Contains("C-1: Petra Lang, Clara Costa, do you agree?", await slices.PressedAsync(Omar, Verbs.Agree, first));
        await slices.SentAsync();
        Assert.Contains("your decision until", await slices.PressedAsync(Clara, Verbs.Object, await DataAsync(slices, "\"in_why\":\"contract penalty\"")) + string.Join('\n', await slices.SentAsync()));
        Assert.Equal(ChangeState.Tied, (await RequestAsync(slices)).State);
        // Sam who asked, Petra who plans, and the answer to Miguel.
        Assert.Equal(3, (await slices.TypeAsync(Miguel, "reject C-1 Clara is right")).Count(card => card.StartsWith("C-1 rejected by Miguel Duarte", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task In_the_firm_week_it_holds_when_all_have_agreed()
    {
        await using var slices = await FactoryAsync();
        await SentAsync(slices, line: "move WO72700 to Thu 16 Jan");
        foreach (var by in (PersonKey[])[Omar, Clara, Petra]) await slices.PressedAsync(by, Verbs.Agree, await DataAsync(slices));
        Assert.Equal(ChangeState.Approved, (await RequestAsync(slices)).State);
        Assert.Contains(await slices.SentAsync(), card => card.StartsWith("C-1 agreed by all functions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_says_what_is_missing_beside_the_field_and_becomes_the_request()
    {
        await using var slices = await FactoryAsync();
        await slices.PressedAsync(Sam, Verbs.Form, """{"p":"sample","r":"SO63216"}""");
        Assert.Contains("What is to change about SO63216?", Assert.Single(await slices.SentAsync()));
        var id = Guid.NewGuid().ToString("N");
        Assert.Contains("To which day?", await slices.PressedAsync(Sam, Verbs.Check, $$"""{"p":"sample","r":"{{id}}","in_kind":"Move","in_ref":"63216"}"""));
        Assert.Contains("I find neither an order nor a production order 99999", await slices.PressedAsync(Sam, Verbs.Check, $$"""{"p":"sample","r":"{{id}}","in_kind":"Move","in_ref":"99999","in_to":"2014-01-09"}"""));
        var made = await slices.PressedAsync(Sam, Verbs.Check, $$"""{"p":"sample","r":"{{id}}","in_kind":"Move","in_ref":"63216","in_to":"2014-01-09"}""");
        Assert.Contains("C-1: calculating", made);
        Assert.Contains("C-1: calculating", await slices.PressedAsync(Sam, Verbs.Check, $$"""{"p":"sample","r":"{{id}}","in_kind":"Move","in_ref":"63216","in_to":"2014-01-09"}"""));
        Assert.Single(await slices.Store.Changes.OpenAsync(Plant, Stop));
    }

    [Fact]
    public async Task Withdrawn_by_whoever_asked_alone_and_the_list_shows_what_waits()
    {
        await using var slices = await FactoryAsync();
        await SentAsync(slices);
        Assert.Contains("C-1 waits for a decision", Assert.Single(await slices.TypeAsync(Petra, "changes")));
        Assert.Contains("who alone can send", Assert.Single(await slices.TypeAsync(Petra, "withdraw C-1")));
        await slices.TypeAsync(Sam, "withdraw C-1 found another way");
        Assert.Equal(ChangeState.Withdrawn, (await RequestAsync(slices)).State);
        Assert.Contains("Sam Ortiz: 1 asked, 0 approved", Assert.Single(await slices.TypeAsync(Petra, "changes")));
    }

    [Theory, InlineData("move WO2648-05 to Fri 27 Nov", "WO2648-05"), InlineData("move 63216 to Thu", "63216"), InlineData("move SO26-2697 2014-01-09", "SO26-2697"), InlineData("move order WO72700-1", "WO72700-1")]
    public void A_line_names_the_whole_number(string line, string number) => Assert.Equal(number, ChangeLines.Move().Match(line).Groups["order"].Value);

    [Fact]
    public async Task Somebody_without_a_role_files_nothing()
    {
        await using var slices = await FactoryAsync();
        Assert.Contains("You have no role in this plant yet", Assert.Single(await slices.TypeAsync(Guest, "cancel 63216")));
        Assert.Empty(await slices.Store.Changes.OpenAsync(Plant, Stop));
    }
}
