using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;
using SoeBot.UnitTests.Store;
using Xunit;
using static SoeBot.UnitTests.Slices.GivenFactory;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>How often the schedule moves, who asks for it, and whether what was approved came (R30, R31).</summary>
public sealed class HowOftenTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task Moves_are_counted_by_production_order_and_week_inside_a_fence_and_at_all(StoreProvider provider)
    {
        await using var slices = await FactoryAsync(provider);
        await ImportAsync(slices, plan => Due(plan, "WO72001", 3));
        await ImportAsync(slices, plan => Due(Due(plan, "WO72001", 4), "WO72002", 30) with { Orders = [.. plan.Orders!.Select(line => line.Order == "SO63216" ? line with { LastConfirmed = Today.AddDays(12) } : line)] });
        await ImportAsync(slices, plan => Due(Due(plan, "WO72001", 4), "WO72002", 40) with { Orders = [.. plan.Orders!.Select(line => line.Order == "SO63216" ? line with { LastConfirmed = Today.AddDays(12) } : line)] });

        var moves = await slices.Store.Plans.MovesAsync(Plant, Today.AddDays(-49), null, Calendar, Stop);
        var counts = Rescheduling.Of(moves, Calendar, Today, 8);
        Assert.Equal([new MoveCount("WO72001", 2, 2), new MoveCount("WO72002", 2, 1)], counts.Lines);
        Assert.Equal((new PlantWeek(Today), 4, 3), counts.Weeks[0]);
        Assert.All(counts.Weeks.Skip(1), week => Assert.Equal(0, week.All));
        Assert.Equal(1, Assert.Single(await slices.Store.Plans.DateMovesAsync(Plant, ["SO63216", "SO63217"], Stop)).Value);

        var card = Flat(Assert.Single(await slices.TypeAsync(Petra, "reschedules")));
        Assert.Contains("production orders were moved 4 times, 3 inside a fence", card);
        Assert.Contains("WO72001: 2 times, 2 inside a fence", card);
        Assert.Contains("A move: a later plan version has another due day", card);
        Assert.Contains("Date moved 1 time", Flat(Assert.Single(await slices.TypeAsync(Petra, "63216"))));
    }

    [Theory, OnBothStores]
    public async Task Requests_are_counted_by_person_with_the_share_approved(StoreProvider provider)
    {
        await using var slices = await FactoryAsync(provider);
        await SentAsync(slices);
        Assert.Contains("Sam Ortiz: 1 asked, none decided, 1 waiting", Flat(Assert.Single(await slices.TypeAsync(Petra, "requests by person"))));
        await slices.PressedAsync(Miguel, SoeBot.Changes.Verbs.Approve, await DataAsync(slices));
        await slices.SentAsync();
        Assert.Contains("Sam Ortiz: 1 asked, 1 approved of 1 decided (100 %)", Flat(Assert.Single(await slices.TypeAsync(Petra, "requests by person"))));
    }

    [Fact]
    public void A_place_in_the_queue_and_a_customers_date_are_told_as_arrived_only_when_they_are_so()
    {
        var line = new ScheduleLine { Number = "W1", Item = "frame", Planned = 10, Start = Today, Due = Today, WorkCentre = "FW", Sequence = 4 };
        var moved = Approved(new ChangeWhat(ChangeKind.Sequence, ChangeSubject.ScheduleLine, "W1") { Sequence = 1 }, new ExpectedLine("W1", "frame", Today, 10, "FW", Sequence: 1));
        Assert.False(PlanComparison.HasArrived(moved, Named(line), Named(line)));
        Assert.True(PlanComparison.HasArrived(moved, Named(line with { Sequence = 1 }), Named(line)));

        var dated = Approved(new ChangeWhat(ChangeKind.Date, ChangeSubject.Order, "SO1") { To = Today.AddDays(9) });
        var order = new OrderLine { Order = "SO1", Line = "1", Item = "bike", Quantity = 4, Requested = Today.AddDays(3) };
        Assert.False(PlanComparison.HasArrived(dated, [order, order with { Line = "2", LastConfirmed = Today.AddDays(9) }]));
        Assert.True(PlanComparison.HasArrived(dated, [order with { LastConfirmed = Today.AddDays(9) }, order with { Line = "2", ShippedQuantity = 4 }]));
    }

    private static readonly PlantCalendar Calendar = new() { Zone = TimeZoneInfo.Utc };

    private static ChangeRequest Approved(ChangeWhat what, params ExpectedLine[] expected)
    {
        var now = new DateTimeOffset(2014, 1, 6, 9, 0, 0, TimeSpan.Zero);
        var request = ChangeRequest.Draft(new NewChange(new ChangeId(Guid.NewGuid()), Plant, what, Sam), 1, now);
        request.Check(new ChangeImpact { PlanVersion = 1, Zone = Fence.Frozen, FirstSlot = now.AddDays(1), Expected = expected }, now);
        request.Send(Sam, new Asked(ChangeReason.LineStop, "", false, null), [], false, now);
        request.Approve(Miguel, new Standing(true, false, false, new HashSet<Role>()), null, request.Version, now);
        return request;
    }

    private static async Task ImportAsync(SlicesUnderTest slices, Func<PlanSnapshot, PlanSnapshot> change)
    {
        slices.Wait(TimeSpan.FromMinutes(5));
        var version = await slices.Store.Plans.PublishAsync(Plant, change(GivenSlicePlan.Snapshot()), new PlanOrigin(slices.Now, "files", "Petra", null), slices.Now, Effect.None, Stop);
        await slices.Store.Plans.SaveFindingsAsync(Plant, version.Number, GivenSlicePlan.Findings(GivenSlicePlan.Snapshot()), Stop);
    }

    private static PlanSnapshot Due(PlanSnapshot plan, string number, int day) => plan with { Schedule = [.. plan.Schedule!.Select(line => line.Number == number ? line with { Due = Today.AddDays(day) } : line)] };

    private static Dictionary<string, ScheduleLine> Named(ScheduleLine line) => new() { [line.Number] = line };

    private static string Flat(string card) => string.Join(' ', card.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
