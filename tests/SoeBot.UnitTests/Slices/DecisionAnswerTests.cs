using SoeBot.Decisions;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;
using SoeBot.Store.Reminders;
using SoeBot.Teams.Cards;
using Xunit;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>What owners, leads and the next level answer: by press, by line, twice, on an old card, without a right.</summary>
public sealed class DecisionAnswerTests
{
    private const string Recorded = """{"p":"sample","r":"0199f5c0000070008000000000000001","in_text":"Get a second quote","in_owner":"omar","in_due":"2014-01-07","in_about":"63217"}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<SlicesUnderTest> GivenAsync()
    {
        var slices = await NewAsync();
        await slices.PressedAsync(Lea, Verbs.Record, Recorded);
        await slices.SentAsync();
        return slices;
    }

    private static async Task<Decision> FoundAsync(SlicesUnderTest slices) => (await slices.Store.Decisions.FindAsync(Plant, 1, Stop))!;

    [Fact]
    public async Task Not_me_with_a_name_in_the_words_asks_that_person()
    {
        await using var slices = await GivenAsync();
        await slices.PressedAsync(Omar, Verbs.Refuse, """{"p":"sample","r":1,"v":1,"in_why":"Petra buys frames"}""");
        var decision = await FoundAsync(slices);
        Assert.Equal(((PersonKey?)Petra, DecisionStatus.Proposed, "Petra buys frames"), (decision.Owner, decision.Status, decision.Events[^1].Note));
        Assert.Contains(await slices.SentAsync(), card => card.StartsWith("D-1 is yours: do you take it?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Not_me_with_nobody_named_goes_back_to_whoever_decided_it()
    {
        await using var slices = await GivenAsync();
        var sent = await slices.TypeAsync(Omar, "not mine D-1, I do not know castings");
        Assert.Equal(((PersonKey?)Omar, DecisionEventKind.Refused), ((await FoundAsync(slices)).Owner, (await FoundAsync(slices)).Events[^1].Kind));
        Assert.Contains(sent, card => card.StartsWith("D-1: who then?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_not_the_owner_hears_who_is()
    {
        await using var slices = await GivenAsync();
        Assert.Equal("D-1 belongs to Omar Haddad. Only the owner answers for it.", await slices.PressedAsync(Petra, Verbs.Done, """{"p":"sample","r":1,"v":1}"""));
        Assert.Single((await FoundAsync(slices)).Events);
    }

    [Fact]
    public async Task Phone_and_desktop_are_one_answer_and_an_old_card_shows_todays()
    {
        await using var slices = await GivenAsync();
        await slices.PressedAsync(Omar, Verbs.Take, """{"p":"sample","r":1,"v":1}""");
        await slices.PressedAsync(Omar, Verbs.Take, """{"p":"sample","r":1,"v":1}""");
        Assert.Equal(2, (await FoundAsync(slices)).Version);

        await slices.PressedAsync(Lea, Verbs.Redate, """{"p":"sample","r":1,"v":2,"in_due":"2014-01-08","in_why":"meeting"}""");
        var answer = await slices.PressedAsync(Omar, Verbs.Done, """{"p":"sample","r":1,"v":2}""");
        Assert.Contains("Nothing was changed; today's is here.", answer);
        Assert.Equal((DecisionStatus.Taken, 3), ((await FoundAsync(slices)).Status, (await FoundAsync(slices)).Version));
    }

    [Fact]
    public async Task The_third_date_is_the_leads_to_give()
    {
        await using var slices = await GivenAsync();
        await slices.TypeAsync(Omar, "D-1 to 8 Jan, supplier slow");
        var amber = await slices.TypeAsync(Omar, "D-1 to 9 Jan, supplier slow");
        Assert.Contains(amber, card => card.Contains("Moved twice. Is this still the right owner?", StringComparison.Ordinal));
        var asked = await slices.TypeAsync(Omar, "D-1 to 10 Jan, supplier ill");
        Assert.Contains(asked, card => card.StartsWith("Omar Haddad asks for a third date for D-1: Fri 10 Jan?", StringComparison.Ordinal) && card.Contains("supplier ill", StringComparison.Ordinal));
        Assert.Equal((new DateOnly(2014, 1, 9), 2), ((await FoundAsync(slices)).Due!.Value, (await FoundAsync(slices)).Redates));

        Assert.StartsWith("Only the chair", await slices.PressedAsync(Petra, Verbs.AgreeDate, """{"p":"sample","r":1}"""), StringComparison.Ordinal);
        await slices.PressedAsync(Lea, Verbs.AgreeDate, """{"p":"sample","r":1}""");
        var decision = await FoundAsync(slices);
        Assert.Equal((new DateOnly(2014, 1, 10), 3, "supplier ill"), (decision.Due!.Value, decision.Redates, decision.Events[^1].Note));
    }

    [Fact]
    public async Task The_next_meeting_opens_with_what_was_kept_missed_and_moved()
    {
        await using var slices = await GivenAsync();
        Assert.StartsWith("Say why", await slices.PressedAsync(Omar, Verbs.Miss, """{"p":"sample","r":1,"v":1}"""), StringComparison.Ordinal);
        await slices.PressedAsync(Omar, Verbs.Miss, """{"p":"sample","r":1,"v":1,"in_why":"supplier silent"}""");
        var card = await slices.PressedAsync(Lea, Verbs.Commitments, """{"p":"sample","r":"-","v":0}""");
        Assert.Contains("Last commitments: 1 missed", card);
        Assert.Contains("supplier silent", card);
        Assert.Contains("[Kept] [New date: why]", card);
    }

    [Fact]
    public async Task Commitments_are_paged_by_ten()
    {
        await using var slices = await NewAsync();
        for (var number = 0; number < 12; number++)
            await slices.PressedAsync(Lea, Verbs.Record, Recorded.Replace("000001", $"0000{number + 10}", StringComparison.Ordinal).Replace("63217", "", StringComparison.Ordinal));
        var first = await slices.PressedAsync(Lea, Verbs.Commitments, """{"p":"sample","r":"-","v":0}""");
        Assert.Contains("1 to 10 of 12", first);
        Assert.Contains("[Next 2]", first);
        var second = await slices.PressedAsync(Lea, Verbs.Commitments, """{"p":"sample","r":"-","v":0,"s":10}""");
        Assert.Contains("11 to 12 of 12", second);
        Assert.Contains("[Before]", second);
    }

    [Fact]
    public async Task What_was_shipped_is_offered_for_closing_once_and_never_closed_silently()
    {
        await using var slices = await GivenAsync();
        Assert.Null(await LookAsync(slices));
        Assert.Contains("is open in the plan", await slices.PressedAsync(Omar, Verbs.CloseOver, """{"p":"sample","r":1,"v":1}"""));
        await ShipAsync(slices);

        Assert.NotNull(await LookAsync(slices));
        Assert.Equal("SO63217 was shipped. Close D-1?", Assert.Single(await slices.SentAsync()).Split('\n')[0]);
        // With the next version it is known that it was asked.
        await LookAsync(slices);
        Assert.Empty(await slices.SentAsync());
        Assert.True((await FoundAsync(slices)).IsOpen);
        Assert.StartsWith("D-1 belongs to", await slices.PressedAsync(Petra, Verbs.CloseOver, """{"p":"sample","r":1,"v":1}"""), StringComparison.Ordinal);

        await slices.PressedAsync(Omar, Verbs.StillNeeded, """{"p":"sample","r":1,"v":1}""");
        Assert.Null(await LookAsync(slices));
        await slices.PressedAsync(Omar, Verbs.CloseOver, """{"p":"sample","r":1,"v":2}""");
        var decision = await FoundAsync(slices);
        Assert.Equal((DecisionStatus.Dropped, "SO63217 was shipped"), (decision.Status, decision.Events[^1].Note));
    }

    /// <summary>The two single reminders of the day went out already: the offer waits for the digest like any other.</summary>
    [Fact]
    public async Task The_offer_to_close_counts_toward_the_day_like_every_reminder()
    {
        await using var slices = await GivenAsync();
        await ShipAsync(slices);
        for (var at = 0; at < 2; at++)
            await slices.Store.Outbox.AddAsync(new Effect { Reminders = [GivenReminder(slices, $"D-{at + 7}@x")] }, Stop);
        await slices.SentAsync();

        await LookAsync(slices);

        Assert.DoesNotContain(await slices.SentAsync(), card => card.Contains("Close D-1?", StringComparison.Ordinal));
        Assert.Equal("two reminders went out today already", Assert.Single(await slices.Store.Reminders.HeldAsync(Omar, Stop)).Reason);
    }

    /// <summary>Asked, asked again, then the lead: what nobody answered then stands in the channel with the name, and not a day sooner.</summary>
    [Fact]
    public async Task A_name_in_the_channel_comes_last()
    {
        await using var slices = await GivenAsync();
        var decision = await FoundAsync(slices);
        var plant = new PlantProfiles(Microsoft.Extensions.Options.Options.Create(new PlantsOptions())).Get(Plant);
        var last = plant.Calendar.At(plant.Calendar.AddWorkingDays(plant.Calendar.WorkingDayFrom(decision.Due!.Value), 2), new(8, 0));
        slices.Wait(last - slices.Now - TimeSpan.FromMinutes(1));
        Assert.Null(await slices.Registry.Cards.DrawAsync(Plant, new("decisions-named", ""), Stop));

        slices.Wait(TimeSpan.FromMinutes(1));
        var card = CardPlainText.Render((await slices.Registry.Cards.DrawAsync(Plant, new("decisions-named", ""), Stop))!);
        Assert.StartsWith("1 decision has waited for days", card, StringComparison.Ordinal);
        Assert.Contains("Omar Haddad", card);

        await slices.PressedAsync(Omar, Verbs.Done, """{"p":"sample","r":1,"v":1,"in_note":"it is here"}""");
        Assert.Null(await slices.Registry.Cards.DrawAsync(Plant, new("decisions-named", ""), Stop));
    }

    [Fact]
    public async Task An_escalation_asks_the_next_level_with_options_and_a_recommendation()
    {
        await using var slices = await GivenAsync();
        await slices.Store.People.GrantAsync(Plant, Petra, Role.PlantManager, Effect.None, Stop);
        await slices.PressedAsync(Lea, Verbs.EscalateForm, """{"p":"sample","r":1,"v":1}""");
        Assert.StartsWith("What is Petra Lang (plant manager) to decide?", Assert.Single(await slices.SentAsync()), StringComparison.Ordinal);
        var id = (await FoundAsync(slices)).Id;
        var form = $$"""{"p":"sample","r":1,"v":0,"id":"{{id}}","in_options":"Overtime Saturday, 6 h\nShip half","in_recommendation":"overtime","in_due":"2014-01-07"}""";
        Assert.StartsWith("Name two options", await slices.PressedAsync(Lea, Verbs.Escalate, form.Replace("\\nShip half", "", StringComparison.Ordinal)), StringComparison.Ordinal);
        await slices.PressedAsync(Lea, Verbs.Escalate, form);
        await slices.PressedAsync(Lea, Verbs.Escalate, form);
        var asked = Assert.Single(await slices.SentAsync(), card => card.StartsWith("Petra Lang, decide by Tue 7 Jan: D-1", StringComparison.Ordinal));
        Assert.Contains("SO63217: due Mon 13 Jan, no date in sight", asked);
        Assert.Contains("[Take A] [Take B] [Call me] [Delegate]", asked);
        Assert.Contains("waits for Petra Lang (plant manager), by Tue 7 Jan", Assert.Single(await slices.TypeAsync(Omar, "decisions needed")));

        Assert.StartsWith("D-1 waits for Petra Lang", await slices.PressedAsync(Omar, Verbs.Choose, """{"p":"sample","r":1,"v":2,"o":1}"""), StringComparison.Ordinal);
        await slices.PressedAsync(Petra, Verbs.Choose, """{"p":"sample","r":1,"v":2,"o":1}""");
        var decision = await FoundAsync(slices);
        Assert.Equal((1, (PersonKey?)null), (decision.Escalation!.Chosen!.Value, decision.WaitsFor));
        Assert.Contains(await slices.SentAsync(), card => card.Contains("Petra Lang (plant manager) decided: Ship half", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_in_slashes_is_asked_once_per_person_and_the_line_goes_on()
    {
        await using var slices = await GivenAsync();
        var asked = Assert.Single(await slices.TypeAsync(Omar, "D-1 to 8/1, supplier slow"));
        Assert.StartsWith("8/1: 8 January or 1 August?", asked, StringComparison.Ordinal);
        await slices.PressedAsync(Omar, "dates.order", """{"p":"sample","r":"D-1 to 8/1, supplier slow","o":"DayFirst"}""");
        Assert.Equal(new DateOnly(2014, 1, 8), (await FoundAsync(slices)).Due);
        await slices.TypeAsync(Omar, "D-1 to 9/1, supplier slow");
        Assert.Equal(new DateOnly(2014, 1, 9), (await FoundAsync(slices)).Due);
        Assert.StartsWith("10/1: ", Assert.Single(await slices.TypeAsync(Lea, "D-1 to 10/1, still slow")), StringComparison.Ordinal);
    }

    private static NewReminder GivenReminder(SlicesUnderTest slices, string key) => new()
    {
        Plant = Plant, Kind = "decision-due", OccurrenceKey = key, Slot = "owner", Person = Omar, For = Omar, Class = ReminderClass.Single, Card = new("chase", "1:due"), At = slices.Now,
        Day = DateOnly.FromDateTime(slices.Now.UtcDateTime), NextDigest = slices.Now.AddDays(1),
    };

    private static async Task<Effect?> LookAsync(SlicesUnderTest slices)
    {
        var plant = new PlantProfiles(Microsoft.Extensions.Options.Options.Create(new PlantsOptions())).Get(Plant);
        var effect = await slices.Registry.Occurrences.All["decision-over"].Work(new Occurrence(Plant, "decision-over", "v2", slices.Now), plant, slices.Now, Stop);
        if (effect is not null) await slices.Store.Outbox.AddAsync(effect, Stop);
        foreach (var due in await slices.Store.Occurrences.ClaimDueAsync(Plant, "decision-over-ask", slices.Now, slices.Now, TimeSpan.FromMinutes(2), 9, Stop))
            await slices.Store.Occurrences.SettleAsync(due, OccurrenceState.Done, null, slices.Now, (await slices.Registry.Occurrences.All[due.Kind].Work(due, plant, slices.Now, Stop))!, Stop);
        return effect;
    }

    private static async Task ShipAsync(SlicesUnderTest slices)
    {
        var plan = GivenSlicePlan.Snapshot();
        plan = plan with { Orders = [.. plan.Orders!.Select(line => line.Order == "SO63217" ? line with { ShippedQuantity = line.Quantity } : line)] };
        var version = await slices.Store.Plans.PublishAsync(Plant, plan, new PlanOrigin(slices.Now, "sample plant", "SoeBot", null), slices.Now, Effect.None, Stop);
        await slices.Store.Plans.SaveFindingsAsync(Plant, version.Number, GivenSlicePlan.Findings(plan), Stop);
    }
}
