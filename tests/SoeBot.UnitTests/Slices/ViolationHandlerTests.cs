using SoeBot.Changes;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;
using Xunit;
using static SoeBot.UnitTests.Slices.GivenFactory;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>After an import: what nobody approved is named, what was approved and is not there is asked for.</summary>
public sealed class ViolationHandlerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_silent_move_is_named_once_and_filed_afterwards()
    {
        await using var slices = await FrozenAsync();
        await ImportAsync(slices, plan => Moved(plan, "WO72001", Today.AddDays(3)));
        await WorkAsync(slices, CompareChanges.Kind);
        var told = Assert.Single(await slices.SentAsync());
        Assert.Contains("1 change in the schedule without a request", told);
        Assert.Contains("WO72001 BK-100, frozen: from Tue 7 Jan to Thu 9 Jan", told);
        await ImportAsync(slices, plan => Moved(plan, "WO72001", Today.AddDays(3)));
        await WorkAsync(slices, CompareChanges.Kind);
        Assert.Empty(await slices.SentAsync());

        var data = await OpenAsync(slices);
        Assert.Contains("Only planning can say so: Petra Lang.", await slices.PressedAsync(Sam, Verbs.Mistake, data));
        Assert.Equal("C-1 is below: say why, and send it.", await slices.PressedAsync(Petra, Verbs.File, data));
        Assert.Equal("WO72001 was answered already.", await slices.PressedAsync(Petra, Verbs.File, data));
        await CheckAsync(slices);
        await slices.PressedAsync(Petra, Verbs.Send, await DataAsync(slices, "\"in_reason\":\"Machine\",\"in_text\":\"robot stood still at night\""));
        Assert.Contains(await slices.SentAsync(), card => card.Contains("Done already and filed afterwards.") && card.Contains("[Accept]"));
        Assert.StartsWith("C-1 accepted afterwards by Miguel Duarte", await slices.PressedAsync(Miguel, Verbs.Approve, await DataAsync(slices)));
        Assert.Contains("WO72001: filed as C-1, accepted", Assert.Single(await slices.TypeAsync(Petra, "violations"), card => !card.StartsWith("C-1", StringComparison.Ordinal) && !card.StartsWith("edit", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task After_a_day_nothing_can_be_filed_any_more()
    {
        await using var slices = await FrozenAsync();
        await ImportAsync(slices, plan => Moved(plan, "WO72001", Today.AddDays(3)));
        await WorkAsync(slices, CompareChanges.Kind);
        slices.Wait(TimeSpan.FromHours(25));
        Assert.Contains("more than 24 hours ago", await slices.PressedAsync(Petra, Verbs.File, await OpenAsync(slices)));
        Assert.Empty(await slices.Store.Changes.OpenAsync(Plant, Stop));
    }

    [Fact]
    public async Task A_mistake_that_is_taken_back_is_no_violation_any_more()
    {
        await using var slices = await FrozenAsync();
        await ImportAsync(slices, plan => Moved(plan, "WO72001", Today.AddDays(3)));
        await WorkAsync(slices, CompareChanges.Kind);
        Assert.StartsWith("WO72001 is noted as a mistake", await slices.PressedAsync(Petra, Verbs.Mistake, await OpenAsync(slices)));
        await ImportAsync(slices, plan => plan);
        await WorkAsync(slices, CompareChanges.Kind);
        Assert.Equal(ViolationState.Undone, Assert.Single(await slices.Store.Violations.OfWeekAsync(Plant, new PlantWeek(Today), Stop)).State);
        Assert.Contains("The schedule holds only what was published or approved", (await slices.TypeAsync(Petra, "violations"))[^1]);
    }

    [Fact]
    public async Task What_was_approved_arrives_without_a_violation_and_is_asked_for_when_it_does_not()
    {
        await using var slices = await FrozenAsync();
        await GivenFactory.SentAsync(slices, line: "move WO72003 to Fri");
        await slices.PressedAsync(Miguel, Verbs.Approve, await DataAsync(slices));
        await slices.SentAsync();
        slices.Wait(TimeSpan.FromHours(6));
        await DueAsync(slices, "2014-01-06");
        Assert.Contains("C-1 is approved but not in the schedule: Petra Lang", Assert.Single(await slices.SentAsync(), card => !card.StartsWith("edit", StringComparison.Ordinal)));

        await ImportAsync(slices, plan => Moved(plan, "WO72003", Today.AddDays(4)));
        await WorkAsync(slices, CompareChanges.Kind);
        Assert.Equal(2, (await RequestAsync(slices)).ArrivedIn);
        Assert.Empty(await slices.Store.Violations.OfWeekAsync(Plant, new PlantWeek(Today), Stop));
    }

    [Fact]
    public async Task What_was_approved_arrives_in_a_week_too_that_is_not_frozen_yet()
    {
        await using var slices = await FrozenAsync();
        await GivenFactory.SentAsync(slices, line: "move WO72003 to Fri");
        await slices.PressedAsync(Miguel, Verbs.Approve, await DataAsync(slices));
        slices.Wait(TimeSpan.FromDays(8));

        await ImportAsync(slices, plan => Moved(plan, "WO72003", Today.AddDays(4)));
        await WorkAsync(slices, CompareChanges.Kind);

        Assert.Equal(2, (await RequestAsync(slices)).ArrivedIn);
    }

    [Fact]
    public async Task An_order_that_shipped_meanwhile_closes_its_request_and_says_so_once()
    {
        await using var slices = await FrozenAsync();
        await GivenFactory.SentAsync(slices);
        await ImportAsync(slices, plan => plan with { Orders = [.. plan.Orders!.Select(line => line.Order == "SO63216" ? line with { ShippedQuantity = 40 } : line)] });
        await WorkAsync(slices, CompareChanges.Kind);
        Assert.Equal(ChangeState.Obsolete, (await RequestAsync(slices)).State);
        Assert.Equal(2, (await slices.SentAsync()).Count(card => card.StartsWith("C-1 is closed: nothing left to change", StringComparison.Ordinal)));
        Assert.StartsWith("C-1 is closed", await slices.PressedAsync(Miguel, Verbs.Approve, await DataAsync(slices)));
    }

    private static async Task<SlicesUnderTest> FrozenAsync()
    {
        var slices = await FactoryAsync();
        await slices.Store.Plans.SetBaselineAsync(Plant, new PlantWeek(Today), 1, null, slices.Now, Effect.None, Stop);
        return slices;
    }

    private static async Task ImportAsync(SlicesUnderTest slices, Func<PlanSnapshot, PlanSnapshot> change)
    {
        slices.Wait(TimeSpan.FromMinutes(5));
        var version = await slices.Store.Plans.PublishAsync(Plant, change(GivenSlicePlan.Snapshot()), new PlanOrigin(slices.Now, "files", "Petra", null), slices.Now, Effect.None, Stop);
        await DueAsync(slices, $"v{version.Number}", work: false);
    }

    /// <summary>As the tick derives it.</summary>
    private static async Task DueAsync(SlicesUnderTest slices, string key, bool work = true)
    {
        await slices.Store.Outbox.AddAsync(new Effect { Occurrences = [new(Plant, CompareChanges.Kind, key, slices.Now)] }, Stop);
        if (work) await WorkAsync(slices, CompareChanges.Kind);
    }

    private static PlanSnapshot Moved(PlanSnapshot plan, string number, DateOnly due) =>
        plan with { Schedule = [.. plan.Schedule!.Select(line => line.Number == number ? line with { Due = due } : line)] };

    private static async Task<string> OpenAsync(SlicesUnderTest slices) =>
        $$"""{"p":"sample","r":"2014-01-06","v":1,"in_line":"{{(await slices.Store.Violations.OfWeekAsync(Plant, new PlantWeek(Today), Stop))[0].Id:N}}"}""";
}
