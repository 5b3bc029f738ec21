using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Risk;

public sealed class LateHistoryTests
{
    private static ScheduleLine Done(string item, int due, int? done) => Make($"{item}{due}", item, 5, due - 2, due) with { FinishedOn = done is { } day ? Jan(day) : null };

    [Fact]
    public void OfItem_FewCases_IsDrawnTowardsThePlant()
    {
        var history = LateHistory.From(new PlanSnapshot
        {
            Schedule = [Done("frame", -9, -8), Done("frame", -8, -7), Done("seal", -9, -9), Done("seal", -8, -8)],
        }, Monday, new RiskSettings { SmoothingCases = 2 });

        Assert.Equal(new LateRate(0.75m, 2, 2), history.OfItem("frame")); // (2 + 2 x 1/2) of (2 + 2)
        Assert.Equal(new LateRate(0.5m, 0, 0), history.OfItem("never made"));
    }

    [Fact]
    public void OfItem_PastDueAndStillOpen_WasLateAndDueTodayIsNotYetKnown()
    {
        var history = LateHistory.From(new PlanSnapshot { Schedule = [Done("frame", 2, null), Done("frame", 5, null)] }, Monday, new RiskSettings());

        Assert.Equal((1, 1), (history.OfItem("frame")!.Value.Late, history.OfItem("frame")!.Value.Cases));
    }

    [Fact]
    public void OfItem_LongAgo_IsForgotten() =>
        Assert.Null(LateHistory.From(new PlanSnapshot { Schedule = [Done("frame", -400, -390)] }, Monday, new RiskSettings()).OfItem("frame"));

    [Fact]
    public void OfSupplier_ReceivedAfterTheConfirmedDay_WasLate() =>
        Assert.Equal((1, 2), LateHistory.From(new PlanSnapshot
        {
            Purchases =
            [
                Buy("P1", "seal", 5, 1) with { Confirmed = Jan(2), Received = 5, ReceivedOn = Jan(2) },
                Buy("P2", "seal", 5, 1) with { Received = 5, ReceivedOn = Jan(2) },
            ],
        }, Monday, new RiskSettings()).OfSupplier("Foundry") is { } rate ? (rate.Late, rate.Cases) : default);

    [Fact]
    public void OfCustomer_ShippedByTheLaterPromise_WasLateAgainstTheFirst() =>
        Assert.Equal(1, LateHistory.From(new PlanSnapshot
        {
            Orders = [Order("SO1", "pump", 5, 1) with { Customer = "Bluewater", FirstConfirmed = Jan(1), LastConfirmed = Jan(3), ShippedQuantity = 5, ShippedOn = Jan(3) }],
        }, Monday, new RiskSettings()).OfCustomer("Bluewater")!.Value.Late);
}
