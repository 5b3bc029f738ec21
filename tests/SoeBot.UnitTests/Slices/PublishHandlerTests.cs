using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Publishing;
using SoeBot.Publishing;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Teams.Cards;
using SoeBot.UnitTests.Store;
using Xunit;
using static SoeBot.UnitTests.Slices.GivenFactory;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>Monday: the planner gets the draft and publishes it, or the week freezes by itself and says so.</summary>
public sealed class PublishHandlerTests
{
    private static readonly PlantWeek Week = new(Today);
    private static readonly string Data = """{"p":"sample","r":"2014-01-06","v":1}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task The_planner_gets_the_draft_and_one_press_makes_it_the_plan_of_the_week(StoreProvider provider)
    {
        await using var slices = await FactoryAsync(provider);
        await DueAsync(slices, PublishOccurrences.Draft);
        var draft = Assert.Single(await slices.SentAsync());
        Assert.StartsWith("Sample plant, week 2 - Petra Lang: publish, or fix first?", draft);
        Assert.Contains("freezes by itself Mon 6 Jan 12:00", draft);
        Assert.Contains("672 orders", draft);
        Assert.Contains("Week 4 (firm from Mon 13 Jan): no conflicts", draft);
        Assert.Contains("stock not in the data", draft);

        Assert.Equal("Planning publishes the week: Petra Lang.", await slices.PressedAsync(Miguel, PublishSlice.Publish, Data));
        Assert.Empty(await slices.Store.Plans.BaselinesAsync(Plant, Today, Stop));
        var published = await slices.PressedAsync(Petra, PublishSlice.Publish, Data);
        Assert.Contains("week 2 - published by Petra Lang", published);
        Assert.Equal(published, await slices.PressedAsync(Petra, PublishSlice.Publish, Data));

        var baseline = Assert.Single(await slices.Store.Plans.BaselinesAsync(Plant, Today, Stop));
        Assert.Equal((1, Petra, true), (baseline.Version, baseline.By!.Value, baseline.IsConfirmed));
        Assert.Equal(["refused: not planning", "published"], (await slices.Store.Audit.AboutAsync(Plant, "2014-01-06", Stop)).Select(line => line.Detail));
        Assert.All(await slices.SentAsync(), card => Assert.StartsWith("edit: Sample plant, week 2 - published by Petra Lang", card));
        Assert.Contains("published by Petra Lang", await InChannelAsync(slices));
        await DueAsync(slices, PublishOccurrences.Draft, "again");
        await DueAsync(slices, PublishOccurrences.Freeze);
        Assert.Empty(await slices.SentAsync());
    }

    [Theory, OnBothStores]
    public async Task What_nobody_published_freezes_by_itself_says_so_once_and_can_be_confirmed(StoreProvider provider)
    {
        await using var slices = await FactoryAsync(provider);
        await DueAsync(slices, PublishOccurrences.Freeze);
        await DueAsync(slices, PublishOccurrences.Freeze, "again");
        Assert.Contains("week 2 - it froze by itself, not confirmed by planning", await InChannelAsync(slices));
        Assert.Contains("[Confirm]", Assert.Single(await slices.TypeAsync(Petra, "publish the week")));

        // A newer plan came after the week froze: what is confirmed is what froze, the rest is asked for.
        await slices.PublishAsync();
        Assert.Contains("published by Petra Lang", await slices.PressedAsync(Petra, PublishSlice.Publish, Data));
        var baseline = Assert.Single(await slices.Store.Plans.BaselinesAsync(Plant, Today, Stop));
        Assert.Equal((1, null, Petra), (baseline.Version, baseline.By, baseline.ConfirmedBy!.Value));
        Assert.Equal(["not confirmed by planning", "confirmed what froze by itself"], (await slices.Store.Audit.AboutAsync(Plant, "2014-01-06", Stop)).Select(line => line.Detail));
    }

    [Fact]
    public async Task An_older_card_publishes_nothing()
    {
        await using var slices = await FactoryAsync();
        await slices.PublishAsync();
        Assert.Contains("The card you pressed was older than the plan", Flat(await slices.PressedAsync(Petra, PublishSlice.Publish, Data)));
        Assert.Contains("The card you pressed was older than the plan", await slices.PressedAsync(Petra, PublishSlice.Publish, """{"p":"sample","r":"2013-12-30","v":2}"""));
        Assert.Empty(await slices.Store.Plans.BaselinesAsync(Plant, Today.AddDays(-14), Stop));
        Assert.Contains("published by", await slices.PressedAsync(Petra, PublishSlice.Publish, Data.Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal)));
    }

    [Theory, OnBothStores]
    public async Task Attainment_under_the_line_demands_a_rebuild_with_owner_and_date_once_until_it_is_published(StoreProvider provider)
    {
        await using var slices = await FactoryAsync(provider);
        await LowAsync(slices, over: false);
        await DueAsync(slices, PublishOccurrences.Draft);
        var told = await slices.SentAsync();
        Assert.Equal(2, told.Count);
        Assert.StartsWith("D-1 is yours: do you take it?", told[0]);
        Assert.Contains("Attainment of week 1 was 71 %, under 80 %: rebuild the two weeks from actual capacity. D-1: Petra Lang, due Fri 10 Jan.", Flat(told[1]));
        await DueAsync(slices, PublishOccurrences.Freeze);
        var decision = Assert.Single(await slices.Store.Decisions.OpenAsync(Plant, Stop));
        Assert.Equal((Petra, new DateOnly(2014, 1, 10), true, DecisionStatus.Proposed), (decision.Owner!.Value, decision.Due!.Value, decision.DecidedBy.IsRule, decision.Status));
        Assert.Contains(await slices.Store.Occurrences.AboutAsync(Plant, "D-1@", 10, Stop), one => one.Occurrence.Kind == "decision-due");

        await slices.PressedAsync(Petra, PublishSlice.Publish, Data);
        await WorkAsync(slices, PublishOccurrences.Rebuilt);
        Assert.Single(await slices.Store.Decisions.OpenAsync(Plant, Stop));
    }

    [Theory, OnBothStores]
    public async Task A_week_published_as_rebuilt_closes_the_demand_but_not_while_a_work_centre_is_over_its_hours(StoreProvider provider)
    {
        await using var slices = await FactoryAsync(provider);
        await LowAsync(slices, over: true);
        await DueAsync(slices, PublishOccurrences.Draft);
        await slices.SentAsync();
        var ticked = Data.Replace("\"v\":1", "\"v\":1,\"in_rebuilt\":\"true\"", StringComparison.Ordinal);
        Assert.Contains("Frame welding: 120 h of 96 h, 24 h too much: that is not rebuilt from actual capacity yet", Flat(await slices.PressedAsync(Petra, PublishSlice.Publish, ticked)));
        Assert.Empty(await slices.Store.Plans.BaselinesAsync(Plant, Today, Stop));

        await LowAsync(slices, over: false);
        await slices.PressedAsync(Petra, PublishSlice.Publish, ticked);
        await WorkAsync(slices, PublishOccurrences.Rebuilt);
        Assert.Empty(await slices.Store.Decisions.OpenAsync(Plant, Stop));
        Assert.Equal(DecisionStatus.Kept, (await slices.Store.Decisions.FindAsync(Plant, 1, Stop))!.Status);
    }

    /// <summary>The one post of the week, as it is drawn now.</summary>
    private static async Task<string> InChannelAsync(SlicesUnderTest slices)
    {
        var post = Assert.Single(await slices.Store.Outbox.RecentAsync(Plant, 50, Stop), message => message.Key == "week-plan:sample:2014-01-06");
        return CardPlainText.Render((await slices.Registry.Cards.DrawAsync(Plant, post.Card, Stop))!);
    }

    private static string Flat(string card) => string.Join(' ', card.Split((char[])[' ', '\n', '\r', '!'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The version in use with an attainment of 71.2 % in the week before.</summary>
    private static async Task LowAsync(SlicesUnderTest slices, bool over)
    {
        var findings = GivenSlicePlan.Findings(GivenSlicePlan.Snapshot());
        findings = findings with
        {
            Weeks = [findings.Weeks[0] with { Attainment = new Measure(712, 1_000, "pieces", "") }],
            Draft = over ? findings.Draft with { Weeks = [new WeekConflicts(Week, 1, [new PlanConflict(ConflictKind.OverCapacity, "FW", "Frame welding: 120 h of 96 h, 24 h too much", 24)])] } : findings.Draft,
        };
        await slices.Store.Plans.SaveFindingsAsync(Plant, 1, findings, Stop);
    }

    private static async Task DueAsync(SlicesUnderTest slices, string kind, string suffix = "")
    {
        await slices.Store.Outbox.AddAsync(new Effect { Occurrences = [new(Plant, kind, $"2014-01-06{suffix}", slices.Now)] }, Stop);
        await WorkAsync(slices, kind);
    }
}
