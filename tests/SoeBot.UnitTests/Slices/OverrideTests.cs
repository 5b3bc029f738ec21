using SoeBot.Domain.People;
using SoeBot.Orders;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Risk;
using SoeBot.Store.Effects;
using Xunit;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>Planning puts an order on the list or takes it off; others are told who may; old cards say what became of an order.</summary>
public sealed class OverrideTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Planning_puts_an_order_on_the_list_with_a_reason_that_everybody_reads()
    {
        await using var slices = await NewAsync();
        var card = Assert.Single(await slices.TypeAsync(Petra, "put 70001 on the list: red alert, customer's line stops"), one => !one.StartsWith("edit", StringComparison.Ordinal));
        Assert.Contains("red alert, customer's line stops (Petra Lang)", card);
        var list = (await slices.TypeAsync(Omar, "at risk"))[0];
        Assert.Contains("1. SO70001", list);
        Assert.Contains("Put on the list: red alert, customer's line stops", list);
        var line = Assert.Single(await slices.Store.Audit.AboutAsync(Plant, "SO70001", Stop));
        Assert.Equal((RiskVerbs.PutOn, "red alert, customer's line stops", Petra), (line.What, line.Detail, line.By!.Value));
        await slices.TypeAsync(Petra, "70001 back to the ranking");
        Assert.DoesNotContain("SO70001", (await slices.TypeAsync(Omar, "at risk"))[0]);
    }

    [Fact]
    public async Task Taken_off_by_a_button_it_is_gone_and_an_old_card_says_so()
    {
        await using var slices = await NewAsync();
        Assert.Equal("Say why: everybody reads it on the list.", await slices.PressedAsync(Petra, RiskVerbs.TakeOff, """{"p":"sample","r":"SO63217"}"""));
        await slices.PressedAsync(Petra, RiskVerbs.TakeOff, """{"p":"sample","r":"SO63217","in_reason":"agreed with the customer"}""");
        Assert.DoesNotContain("SO63217", (await slices.TypeAsync(Omar, "at risk"))[0]);
        Assert.Equal("SO63217 was put aside by planning or the lead, taken off Mon 6 Jan 10:00.", await slices.PressedAsync(Omar, RiskVerbs.Take, """{"p":"sample","in_order":"SO63217"}"""));
        Assert.Contains("taken off the list: agreed with the customer (Petra Lang)", await slices.PressedAsync(Omar, OrderVerbs.History, """{"p":"sample","r":"SO63217"}"""));
    }

    [Fact]
    public async Task Somebody_else_is_told_who_may_and_nothing_changes()
    {
        await using var slices = await NewAsync();
        Assert.Equal("Planning or the lead put orders on the list or take them off: Lea Brandt or Petra Lang.", await slices.PressedAsync(Omar, RiskVerbs.TakeOff, """{"p":"sample","r":"SO63217","in_reason":"mine"}"""));
        Assert.Contains("Planning or the lead", (await slices.TypeAsync(Omar, "take 63217 off the list: mine"))[0]);
        Assert.Null(await slices.Store.AtRisk.FindAsync(Plant, "SO63217", Stop));
    }

    [Fact]
    public async Task On_the_notify_by_date_owner_and_customer_service_are_asked_once_and_not_when_the_customer_knows()
    {
        await using var slices = await NewAsync();
        await slices.Store.People.GrantAsync(Plant, Guest, Role.CustomerService, Effect.None, Stop);
        await slices.PressedAsync(Omar, RiskVerbs.Save, """{"p":"sample","r":"SO63216","v":0,"in_status":"red","in_risk":"castings","in_tellby":"2014-01-08"}""");
        await slices.SentAsync();
        var kind = slices.Registry.Occurrences.All[TellCustomer.Kind];
        var plant = new PlantProfiles(Microsoft.Extensions.Options.Options.Create(new PlantsOptions())).Get(Plant);
        var due = await kind.Derive!(plant, slices.Now, slices.Now.AddDays(15), Stop);
        // The others have no date of their own: three working days before they are due.
        Assert.Equal(["SO63216@2014-01-08", "SO63217@2014-01-08", "SO64216@2014-01-10"], due.Select(one => one.Key).Order());

        var effect = await kind.Work(due.First(one => one.Key.StartsWith("SO63216", StringComparison.Ordinal)), plant, slices.Now, Stop);
        Assert.Equal(2, effect!.Reminders.Count);
        await slices.Store.Outbox.AddAsync(effect, Stop);
        Assert.All(await slices.SentAsync(), card => Assert.Contains("SO63216, Sample plant: tell the customer today", card));

        await slices.PressedAsync(Omar, RiskVerbs.Told, """{"p":"sample","r":"SO63216","in_told":"2014-01-06","in_promised":"2014-01-20"}""");
        var told = await kind.Work(due.First(one => one.Key.StartsWith("SO63216", StringComparison.Ordinal)), plant, slices.Now, Stop);
        Assert.Equal("the customer was told, or need not be told any more", told!.SilentBecause);
    }

    [Fact]
    public async Task An_order_that_was_shipped_says_so_on_an_old_card_and_keeps_its_history()
    {
        await using var slices = await NewAsync();
        var plant = new PlantProfiles(Microsoft.Extensions.Options.Options.Create(new PlantsOptions())).Get(Plant);
        var follow = new FollowOrders(slices.Store.Plans, slices.Store.AtRisk);
        var plan = GivenSlicePlan.Snapshot();
        await follow.FollowAsync(plant, (await slices.Store.Plans.CurrentAsync(Plant, Stop))!, GivenSlicePlan.Findings(plan), Stop);
        var shipped = plan with { Orders = [.. plan.Orders!.Select(line => line.Order == "SO63216" ? line with { ShippedQuantity = line.Quantity } : line)] };
        var findings = GivenSlicePlan.Findings(shipped) is var all ? all with { AtRisk = [.. all.AtRisk.Skip(1)] } : null;
        slices.Wait(TimeSpan.FromMinutes(140));
        var version = await slices.Store.Plans.PublishAsync(Plant, shipped, new(slices.Now, "orders.csv", "Petra", null), slices.Now, Effect.None, Stop);
        await follow.FollowAsync(plant, version, findings!, Stop);
        await slices.Store.Plans.SaveFindingsAsync(Plant, version.Number, findings!, Stop);

        Assert.Equal("SO63216 was shipped, taken off Mon 6 Jan 12:20.", await slices.PressedAsync(Omar, RiskVerbs.Update, """{"p":"sample","in_order":"SO63216"}"""));
        var history = (await slices.TypeAsync(Omar, "history 63216"))[0];
        Assert.Contains("left the list: shipped", history);
        Assert.Contains("came onto the list, due Tue 14 Jan", history);
    }

    [Fact]
    public async Task Customers_told_are_a_list_and_a_notice_on_the_day_itself_is_counted_as_too_late()
    {
        await using var slices = await NewAsync();
        Assert.Contains("no customer was told a new date in 28 days", (await slices.TypeAsync(Omar, "who was told"))[0]);
        await slices.TypeAsync(Omar, "told customer 63216 new date 20 Jan");
        slices.Wait(TimeSpan.FromDays(7)); // SO63217 is due that Monday
        await slices.TypeAsync(Petra, "told customer 63217 new date 21 Jan");
        var list = (await slices.TypeAsync(Omar, "who was told"))[0];
        Assert.Contains("customers told 2 times in 28 days, 1 too late", list);
        Assert.Contains("SO63217 told Mon 13 Jan, promised Tue 21 Jan (Petra Lang)", list);
        Assert.Contains(", told late", (await slices.Store.Audit.AboutAsync(Plant, "SO63217", Stop))[0].Detail);
    }
}
