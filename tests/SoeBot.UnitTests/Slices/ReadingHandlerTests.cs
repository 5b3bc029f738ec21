using SoeBot.Exceptions;
using SoeBot.LookAhead;
using SoeBot.Orders;
using SoeBot.Risk;
using SoeBot.Store.Effects;
using SoeBot.Teams.Cards;
using Xunit;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>What people look at, asked for by line and by button, at the size of a real plant.</summary>
public sealed class ReadingHandlerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("look ahead", "791")]
    [InlineData("at risk", "Sample plant, 3 orders at risk - 3 need an owner: who?")]
    [InlineData("exceptions", "1 process problem needs an owner of the cause")]
    [InlineData("repeats", "exceptions of two days and more - 1 to 1 of 1")]
    [InlineData("board", "Schedule attainment")]
    [InlineData("my", "Omar Haddad, Sample plant - you owe nothing")]
    [InlineData("help", "told customer")]
    [InlineData("63216", "Several orders end in")]
    [InlineData("SO63216", "at risk, no owner: who takes it?")]
    [InlineData("SO70001", "not at risk in version 1")]
    [InlineData("why SO63216", "PO4021/1 of Wood Fitness is confirmed for Fri 17 Jan")]
    [InlineData("why SO70001", "It is not at risk.")]
    [InlineData("SO6321", "No order SO6321. Did you mean SO63216 / SO63217")]
    [InlineData("SO99999", "No order SO99999 in Sample plant.")]
    [InlineData("63216 sticky", "I read 63216 and 'sticky'. Did you mean:")]
    public async Task A_typed_line_is_answered_by_one_card(string typed, string words)
    {
        await using var slices = await NewAsync();
        if (typed == "63216") typed = "216";
        if (typed == "help") await slices.Store.People.GrantAsync(Plant, Omar, SoeBot.Domain.People.Role.CustomerService, Effect.None, Stop);
        var answer = Assert.Single(await slices.TypeAsync(Omar, typed));
        Assert.Contains(words, OnOneLine(answer));
        Assert.DoesNotContain("9,999", answer);
    }

    /// <summary>A supplier's man is in the team: the order says its customer in the own chat alone (product page 5).</summary>
    [Theory]
    [InlineData(OrderCard.Source)]
    [InlineData(OrderWhyCard.Source)]
    [InlineData(OrderHistoryCard.Source)]
    public async Task An_order_names_no_customer_while_a_guest_reads_along(string source)
    {
        await using var slices = await NewAsync();
        Assert.Contains("Bike World", await OrderAsync(alone: false) + await ShownAsync());
        await slices.Store.People.SeenAsync(Guest, "Gus (supplier)", "29:gus", null, null, Stop, isGuest: true);
        slices.Wait(TimeSpan.FromMinutes(1));

        Assert.DoesNotContain("Bike World", await OrderAsync(alone: false));
        Assert.DoesNotContain("Bike World", await ShownAsync());
        Assert.Contains("Bike World", await OrderAsync(alone: true) + (source == OrderCard.Source ? "" : "Bike World"));

        async Task<string> OrderAsync(bool alone) => CardPlainText.Render((await slices.Registry.Cards.DrawAsync(Plant, OrderCards.Of(source, "SO63216", alone), Stop))!);
        Task<string> ShownAsync() => slices.PressedAsync(Omar, OrderVerbs.Show, """{"p":"sample","r":"SO63216","v":1}""");
    }

    [Fact]
    public async Task My_says_what_is_put_off_until_when_by_both_clocks()
    {
        await using var slices = await NewAsync();
        await slices.Store.People.SeenAsync(Omar, "Omar Haddad", "29:omar", "America/New_York", null, Stop);
        var until = new DateTimeOffset(2014, 1, 8, 14, 0, 0, TimeSpan.Zero);
        await slices.Store.Reminders.AskAsync(Omar, new(until, null), Effect.None, Stop);
        await slices.Store.Outbox.AddAsync(new Effect
        {
            Reminders =
            [
                new()
                {
                    Plant = Plant, Kind = "decision-due", OccurrenceKey = "D-7@2014-01-06", Slot = "owner", Person = Omar, For = Omar, Class = SoeBot.Domain.Reminders.ReminderClass.Single,
                    Card = new("chase", "7:due"), At = slices.Now, Day = Today, NextDigest = until, PutOff = new(until, "asked to be reminded later"),
                },
            ],
        }, Stop);

        var mine = OnOneLine(Assert.Single(await slices.TypeAsync(Omar, "my")));
        var plant = new SoeBot.Plants.PlantProfiles(Microsoft.Extensions.Options.Options.Create(new SoeBot.Plants.PlantsOptions())).Get(Plant);
        var both = SoeBot.Words.ZoneWords.Moment(until, plant.Calendar, "America/New_York", slices.Now);
        Assert.Contains("plant (Wed 09:00 yours)", both);
        Assert.Contains($"You snoozed them until {both}. Type unquiet to end it.", mine);
        Assert.Contains($"D-7: {both}", mine);
    }

    [Fact]
    public async Task Versions_says_who_brought_which_plan_from_where_and_which_week_it_was_frozen_for()
    {
        await using var slices = await NewAsync();
        await slices.Store.Plans.SetBaselineAsync(Plant, new(new(2014, 1, 6)), 1, null, slices.Now, Effect.None, Stop);

        Assert.Contains("1, in use: data of Mon", OnOneLine(Assert.Single(await slices.TypeAsync(Petra, "versions"))));
        Assert.Contains("frozen for week 2, not confirmed by planning", OnOneLine(Assert.Single(await slices.TypeAsync(Petra, "plan versions"))));
        await slices.Store.Plans.ConfirmBaselineAsync(Plant, new(new(2014, 1, 6)), Petra, slices.Now, Effect.None, Stop);
        Assert.Contains("frozen for week 2, confirmed by Petra Lang", OnOneLine(Assert.Single(await slices.TypeAsync(Petra, "versions"))));
        Assert.Contains("seen by planning, the lead and administrators: Petra Lang", OnOneLine(Assert.Single(await slices.TypeAsync(Omar, "versions"))));
    }

    [Fact]
    public async Task The_cards_of_a_week_say_while_planning_has_not_confirmed_it()
    {
        await using var slices = await NewAsync();
        Assert.DoesNotContain("not confirmed", Assert.Single(await slices.TypeAsync(Omar, "look ahead")));
        await slices.Store.Plans.SetBaselineAsync(Plant, new(new(2014, 1, 6)), 1, null, slices.Now, Effect.None, Stop);

        Assert.Contains("Version 1 was frozen as the plan of week 2 Mon 10:00, not confirmed by planning.", OnOneLine(Assert.Single(await slices.TypeAsync(Omar, "look ahead"))));
        await slices.Store.Plans.ConfirmBaselineAsync(Plant, new(new(2014, 1, 6)), Petra, slices.Now, Effect.None, Stop);
        Assert.DoesNotContain("not confirmed", Assert.Single(await slices.TypeAsync(Omar, "look ahead")));
    }

    [Theory]
    [InlineData("look ahead")]
    [InlineData("at risk")]
    [InlineData("exceptions")]
    [InlineData("numbers")]
    [InlineData("63216")]
    [InlineData("why 63216")]
    [InlineData("my")]
    [InlineData("help")]
    [InlineData("63216 red x")]
    [InlineData("I take 63216")]
    public async Task Without_a_plan_it_says_so_and_does_not_stay_silent(string typed)
    {
        await using var slices = await NewAsync(withPlan: false);
        Assert.NotEmpty(await slices.TypeAsync(Omar, typed));
    }

    [Theory]
    [InlineData("page:schedule1:670", "schedule of week 1 - 671 to 672 of 672")]
    [InlineData("page:schedule2:790", "schedule of week 2 - 791 to 791 of 791")]
    [InlineData("page:purchases:270", "purchase lines due - 271 to 279 of 279")]
    [InlineData("page:schedule1:99990", "schedule of week 1 - 671 to 672 of 672")]
    [InlineData("", "two weeks ahead")]
    [InlineData("top-ten", "3 orders at risk")]
    [InlineData("../../etc", "two weeks ahead")]
    public async Task Every_page_is_in_the_same_card_and_arrives(string record, string words)
    {
        await using var slices = await NewAsync();
        var answer = await slices.PressAsync(Omar, LookAheadVerbs.Show, $$"""{"p":"sample","r":"{{record}}","v":1}""");
        Assert.Empty(CardLinter.Check(answer.Card!));
        Assert.Contains(words, CardPlainText.Render(answer.Card!));
    }

    [Fact]
    public async Task An_old_card_says_that_this_is_todays()
    {
        await using var slices = await NewAsync();
        await slices.PublishAsync();
        Assert.Contains("The card you pressed was of version 1. This is today's.", await slices.PressedAsync(Omar, RiskVerbs.List, """{"p":"sample","r":"all:0","v":1}"""));
        Assert.DoesNotContain("The card you pressed", await slices.PressedAsync(Omar, RiskVerbs.List, """{"p":"sample","r":"all:0","v":2}"""));
    }

    [Fact]
    public async Task A_refused_import_is_said_on_every_card_of_numbers()
    {
        await using var slices = await NewAsync();
        slices.Wait(TimeSpan.FromMinutes(1));
        await slices.Store.Plans.NoteRefusedImportAsync(Plant, new("purchases.csv", "erp", "12 rows, yesterday 281", slices.Now), Effect.None, Stop);
        foreach (var typed in (string[])["look ahead", "at risk", "exceptions", "numbers", "SO63216"])
            Assert.Contains("was refused: 12 rows, yesterday 281", OnOneLine(Assert.Single(await slices.TypeAsync(Omar, typed))));
    }

    [Fact]
    public async Task Seen_is_recorded_once_with_its_first_time_and_shown()
    {
        await using var slices = await NewAsync();
        const string press = """{"p":"sample","r":"2014-01-06","v":1}""";
        Assert.Contains("Seen by Petra Lang 10:00", await slices.PressedAsync(Petra, ExceptionVerbs.Seen, press));
        slices.Wait(TimeSpan.FromMinutes(30));
        Assert.Contains("Seen by Petra Lang 10:00", await slices.PressedAsync(Petra, ExceptionVerbs.Seen, press));
        Assert.Contains("Seen by Petra Lang 10:00, Seen by Omar Haddad 10:30", await slices.PressedAsync(Omar, ExceptionVerbs.Seen, press));
        Assert.Equal(2, (await slices.Store.Audit.AboutAsync(Plant, "exceptions 2014-01-06", Stop)).Count);
    }

    [Fact]
    public async Task Seen_on_yesterdays_card_shows_todays_and_records_nothing()
    {
        await using var slices = await NewAsync();
        Assert.DoesNotContain("Seen by", await slices.PressedAsync(Petra, ExceptionVerbs.Seen, """{"p":"sample","r":"2014-01-05","v":1}"""));
        Assert.Empty(await slices.Store.Audit.AboutAsync(Plant, "exceptions 2014-01-06", Stop));
    }

    [Theory]
    [InlineData("look-ahead", "two weeks ahead")]
    [InlineData("my", "you owe nothing")]
    [InlineData("risk-form", "Type help")] // only the cards that are offered
    public async Task A_guess_shows_the_card_that_was_meant(string record, string words)
    {
        await using var slices = await NewAsync();
        Assert.Contains(words, await slices.PressedAsync(Omar, OrderVerbs.Guess, $$"""{"p":"sample","r":"{{record}}"}"""));
    }

    private static string OnOneLine(string text) => text.Replace("\n! ", " ").Replace('\n', ' ');
}
