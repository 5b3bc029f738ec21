using System.Text.Json.Nodes;
using SoeBot.Domain.Changes;
using SoeBot.Domain.HandOver;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.TestKit;
using SoeBot.UnitTests.Store;
using Xunit;
using static SoeBot.UnitTests.HandOver.HandOverUnderTest;
using static SoeBot.TestKit.ReceiverUnderTest;

namespace SoeBot.UnitTests.HandOver;

/// <summary>Whatever a receiver does: nothing is lost, one order keeps its order, nothing else is held up.</summary>
public sealed class HandOverDeliveryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task An_approved_change_goes_to_each_receiver_once_and_each_hears_what_holds(StoreProvider provider)
    {
        await using var aps = await StartAsync();
        await using var erp = await StartAsync();
        await using var plant = await NewAsync(provider, Webhook("APS", aps.Address), ("ERP", new ReceiverSetting { Address = erp.Address, Secret = Secret, Changes = [ChangeKind.Cancel], Money = true }));
        await using var other = plant.Another();

        await plant.ApproveAsync("SO63216", "only if the Touring frames stay Friday", lines: "WO7");
        await other.ApproveAsync("SO63217", kind: ChangeKind.Cancel);
        await Task.WhenAll(plant.TurnAsync(), other.TurnAsync());
        await plant.TurnAsync();

        Assert.Equal(["C-1", "C-2"], aps.Requests.Order());
        Assert.Equal(["C-2"], erp.Requests);
        var said = JsonNode.Parse(aps.Calls.Single(one => one.Request == "C-1").Body)!;
        Assert.Equal("change.approved", (string?)said["type"]);
        var data = said["data"]!;
        Assert.Equal(("bothell", 3, "frozen", "lineStop"), ((string?)data["plant"], (int?)data["planVersion"], (string?)data["zone"], (string?)data["reason"]));
        Assert.Equal(("move", "order", "SO63216", "2026-11-28", "2026-11-25"),
            ((string?)data["change"]!["kind"], (string?)data["change"]!["subject"], (string?)data["change"]!["reference"], (string?)data["change"]!["from"], (string?)data["change"]!["to"]));
        Assert.Equal(("WO7", "2026-11-28", "2026-11-25"), ((string?)data["productionOrders"]![0]!["number"], (string?)data["productionOrders"]![0]!["dueFrom"], (string?)data["productionOrders"]![0]!["dueTo"]));
        Assert.Equal(("sam", "miguel", "only if the Touring frames stay Friday"), ((string?)data["requestedBy"]!["objectId"], (string?)data["approvedBy"]!["objectId"], (string?)data["condition"]));
        Assert.Null(data["penalty"]);
        Assert.DoesNotContain("9999", said.ToJsonString());
        Assert.Equal(9999, (decimal?)JsonNode.Parse(erp.Calls.Single().Body)!["data"]!["penalty"]!["doingNothing"]);
        Assert.Equal(["handover.try", "handover.try", "handover.try"], [.. (await Task.WhenAll(plant.Store.Audit.AboutAsync(Plant, "C-1", Stop), plant.Store.Audit.AboutAsync(Plant, "C-2", Stop)))
            .SelectMany(lines => lines).Select(line => line.What).Where(what => what == "handover.try")]);
    }

    [Theory, OnBothStores]
    public async Task A_receiver_that_is_down_for_an_hour_gets_everything_in_order_and_holds_up_nobody(StoreProvider provider)
    {
        var port = FreePort.Find();
        await using var aps = await StartAsync();
        await using var plant = await NewAsync(provider, Webhook("APS", aps.Address), Webhook("ERP", $"http://127.0.0.1:{port}/changes"));
        var first = await plant.ApproveAsync("SO63216");
        await plant.PassAsync(TimeSpan.FromMinutes(20));
        await plant.ApproveAsync("SO63217");
        await plant.ApproveAsync("SO63216");
        await plant.PassAsync(TimeSpan.FromMinutes(40));

        Assert.Equal(["C-1", "C-2", "C-3"], aps.Requests.Order());
        var waits = await plant.OfAsync(first, "ERP");
        Assert.True(waits is { State: HandOverState.Waiting, Tries: > 5, Reason: "it cannot be reached" }, $"{waits.State} {waits.Tries} {waits.Reason}");
        Assert.Equal(0, (await plant.OfAsync(await AskedAsync(plant, 3), "ERP")).Tries);

        await using var erp = await StartAsync(port);
        await plant.PassAsync(TimeSpan.FromMinutes(31));
        Assert.Equal(["C-1", "C-2", "C-3"], erp.Requests.Order());
        Assert.True(erp.Requests.ToList().IndexOf("C-1") < erp.Requests.ToList().IndexOf("C-3"));
    }

    [Theory, OnBothStores]
    public async Task A_slow_receiver_is_left_after_its_time_and_the_others_and_its_other_orders_go_on(StoreProvider provider)
    {
        await using var aps = await StartAsync();
        await using var erp = await StartAsync();
        var (came, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        erp.Answer = async (heard, _) =>
        {
            if (heard.Request != "C-1") return;
            came.TrySetResult();
            await end.Task;
        };
        await using var plant = await NewAsync(provider, Webhook("APS", aps.Address), Webhook("ERP", erp.Address));
        var slow = await plant.ApproveAsync("SO63216");
        var started = await plant.Turns.StartDueAsync(Stop);
        await came.Task;

        // While the first still waits for its answer.
        await plant.ApproveAsync("SO63217");
        await plant.ApproveAsync("SO63216");
        var meanwhile = await plant.Turns.StartDueAsync(Stop);
        await Task.WhenAll(meanwhile);
        await Task.WhenAll(await plant.Turns.StartDueAsync(Stop));
        Assert.Equal(["C-1", "C-2"], erp.Requests.Order());
        Assert.Equal(["C-1", "C-2", "C-3"], aps.Requests.Order());

        plant.Time.Advance(HandOverUnderTest.Timeout);
        await Task.WhenAll(started);
        Assert.Equal("no answer within 15 s", (await plant.OfAsync(slow, "ERP")).Reason);
        end.SetResult();
        await plant.PassAsync(TimeSpan.FromMinutes(1));

        // The first answer came too late for us: the same again under the same id, and then the later change.
        Assert.Equal(["C-1", "C-2", "C-1", "C-3"], erp.Requests);
        Assert.Equal(2, erp.Calls.Where(one => one.Request == "C-1").Select(one => (one.Id, one.Body)).Count());
        Assert.Single(erp.Calls.Where(one => one.Request == "C-1").Select(one => (one.Id, one.Body)).Distinct());
        Assert.All(erp.Calls, call => Assert.True(call.IsSignedWith(Secret)));
    }

    [Theory, OnBothStores]
    public async Task A_receiver_that_breaks_is_tried_again_later_and_later_and_dead_after_a_day(StoreProvider provider)
    {
        await using var erp = await StartAsync();
        erp.Answer = Says(500, "<html>");
        await using var plant = await NewAsync(provider, Webhook("ERP", erp.Address));
        plant.Options.HandOver.LongestRetry = TimeSpan.FromHours(4);
        var dead = await plant.ApproveAsync("SO63216");
        var next = await plant.ApproveAsync("SO63216");
        await plant.PassAsync(TimeSpan.FromHours(23));

        Assert.Equal(["C-1"], erp.Requests.Distinct());
        Assert.InRange(erp.Calls.Count, 14, 24);
        Assert.Equal(HandOverState.Waiting, (await plant.OfAsync(dead, "ERP")).State);
        await plant.PassAsync(TimeSpan.FromHours(5));

        Assert.Equal((HandOverState.Dead, "it answers 500"), ((await plant.OfAsync(dead, "ERP")).State, (await plant.OfAsync(dead, "ERP")).Reason));
        Assert.Contains("C-2", erp.Requests);
        erp.Answer = Says(200);
        await plant.PassAsync(TimeSpan.FromHours(4));
        Assert.Equal(HandOverState.Accepted, (await plant.OfAsync(next, "ERP")).State);
        var told = Assert.Single(await plant.Store.Outbox.RecentAsync(Plant, 500, Stop), message => message.Card.Source == "handover-help");
        Assert.Equal("1:ERP", told.Card.About);
    }

    [Theory, OnBothStores]
    public async Task A_receiver_that_names_its_time_is_left_alone_for_it(StoreProvider provider)
    {
        await using var erp = await StartAsync();
        erp.Answer = async (heard, context) =>
        {
            context.Response.Headers.RetryAfter = "600";
            await Says(429)(heard, context);
        };
        await using var plant = await NewAsync(provider, Webhook("ERP", erp.Address));
        await plant.ApproveAsync("SO63216");
        await plant.PassAsync(TimeSpan.FromSeconds(599));
        Assert.Single(erp.Calls);
        await plant.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(2, erp.Calls.Count);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_from_the_settings_is_dead_and_said_so()
    {
        await using var plant = await NewAsync(StoreProvider.Sqlite, Webhook("ERP", "http://127.0.0.1:9/"));
        var change = await plant.ApproveAsync("SO63216");
        plant.Options.HandOver.Receivers.Clear();
        await plant.TurnAsync();
        Assert.Equal((HandOverState.Dead, "ERP is not in the settings any more"), ((await plant.OfAsync(change, "ERP")).State, (await plant.OfAsync(change, "ERP")).Reason));
    }

    /// <summary>While somebody may take the decision back nobody is told of it; what is decided then is what receivers hear.</summary>
    [Theory, OnBothStores]
    public async Task A_decision_that_is_taken_back_is_told_to_nobody_and_the_next_one_once(StoreProvider provider)
    {
        await using var erp = await StartAsync();
        await using var plant = await NewAsync(provider, Webhook("ERP", erp.Address));
        var change = await plant.ApproveAsync("SO63216", "at once", slot: TimeSpan.FromHours(5));
        await plant.PassAsync(TimeSpan.FromMinutes(9));
        await plant.StepAsync(change.Id, (request, standing) => request.TakeBack(Miguel, standing, plant.Time.GetUtcNow()));
        await plant.PassAsync(TimeSpan.FromMinutes(30));
        Assert.Empty(erp.Calls);
        Assert.Empty(await plant.Store.HandOvers.OfAsync(change.Id, Stop));

        await plant.StepAsync(change.Id, (request, standing) => request.Approve(Miguel, standing, "tomorrow", request.Version, plant.Time.GetUtcNow()));
        await plant.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Empty(erp.Calls);
        await plant.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Contains("\"condition\":\"tomorrow\"", Assert.Single(erp.Calls).Body, StringComparison.Ordinal);
    }

    /// <summary>A production order that both changes touch keeps them in order too, though they name different orders.</summary>
    [Theory, OnBothStores]
    public async Task Two_changes_that_touch_the_same_production_order_keep_their_order(StoreProvider provider)
    {
        await using var erp = await StartAsync();
        erp.Answer = Says(503);
        await using var plant = await NewAsync(provider, Webhook("ERP", erp.Address));
        await plant.ApproveAsync("SO63216", lines: ["WO7", "WO8"]);
        await plant.ApproveAsync("WO8", lines: "WO8");
        await plant.TurnAsync();
        Assert.Equal(["C-1"], erp.Requests);
        erp.Answer = Says(204);
        await plant.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["C-1", "C-1", "C-2"], erp.Requests);
    }

    private static async Task<ChangeRequest> AskedAsync(HandOverUnderTest plant, int number) => (await plant.Store.Changes.FindAsync(Plant, number, Stop))!;
}
