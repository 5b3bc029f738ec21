using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Exceptions;

public sealed class ChangeRuleTests
{
    private static IEnumerable<(ExceptionCategory Category, string Cause, decimal? Difference)> OrderChanges(OrderLine[] before, OrderLine[] after) =>
        ExceptionRules.Compute(new ExceptionInput
        {
            Plan = new PlanSnapshot { Orders = after }, Calendar = Calendar, Today = Monday, OrderChanges = PlanDifference.OfOrders(before, after),
        }).Select(e => (e.Category, e.Cause, e.Difference));

    private static IReadOnlyList<PlanException> ScheduleChanges(ScheduleLine[] baseline, ScheduleLine[] now, Fence from = Fence.Frozen, params string[] approved) =>
        ExceptionRules.Compute(new ExceptionInput
        {
            Plan = new PlanSnapshot { Schedule = now }, Calendar = Calendar, Today = Jan(7), Baseline = baseline,
            PublishedWeek = new PlantWeek(Monday), ApprovedChanges = approved.ToHashSet(), GuardedFrom = from,
        });

    [Fact]
    public void Compute_QuantityAndDateChanged_AreTwoOrderChanges_AndPulledIntoTheFrozenWeekAnExpedite() =>
        Assert.Equal(
            [(ExceptionCategory.OrderChange, "quantity raised", 20), (ExceptionCategory.OrderChange, "date earlier", -2), (ExceptionCategory.Expedite, "date earlier", -6)],
            OrderChanges([Order("SO1", "pump", 40, 9), Order("SO2", "pump", 5, 13)], [Order("SO1", "pump", 60, 7), Order("SO2", "pump", 5, 7)]));

    [Fact]
    public void Compute_CancelledAndVanished_AreCancellations() =>
        Assert.Equal(
            [(ExceptionCategory.Cancellation, "cancelled", -40), (ExceptionCategory.Cancellation, "no longer in the order file", -5)],
            OrderChanges([Order("SO1", "pump", 40, 9), Order("SO2", "pump", 5, 9)], [Order("SO1", "pump", 40, 9) with { Cancelled = true }]));

    [Fact]
    public void Compute_NewOrders_CountOnlyInsideTheFrozenWeek() =>
        Assert.Equal(
            [(ExceptionCategory.OrderChange, "new in the frozen week", 5)],
            OrderChanges([], [Order("SO1", "pump", 5, 11), Order("SO2", "pump", 5, 12)]));

    [Fact]
    public void Compute_OwnLaterPromise_IsNoChangeOfTheCustomer() =>
        Assert.Empty(OrderChanges([Order("SO1", "pump", 5, 9) with { LastConfirmed = Jan(9) }], [Order("SO1", "pump", 5, 9) with { LastConfirmed = Jan(14) }]));

    [Fact]
    public void Compute_MovedOutOfTheFrozenWeekWithoutApproval_IsAViolation()
    {
        var change = Assert.Single(ScheduleChanges([Make("W1", "pump", 5, 6, 8)], [Make("W1", "pump", 5, 13, 14)]));

        Assert.Equal((ExceptionCategory.UnapprovedChange, "Production order W1 moved from Thu 8 Jan to Wed 14 Jan, without approval"), (change.Category, change.Words));
    }

    [Fact]
    public void Compute_ApprovedOrOutsideOrReportedByTheShopFloor_IsNoViolation()
    {
        Assert.Empty(ScheduleChanges([Make("W1", "pump", 5, 6, 8)], [Make("W1", "pump", 5, 13, 14)], approved: "W1"));
        Assert.Empty(ScheduleChanges([Make("W1", "pump", 5, 13, 14)], [Make("W1", "pump", 9, 13, 14)]));
        Assert.Empty(ScheduleChanges([Make("W1", "pump", 5, 6, 7)], [Make("W1", "pump", 5, 6, 7) with { Good = 5, Scrapped = 1, FinishedOn = Jan(7) }]));
    }

    [Fact]
    public void Compute_FirmWeekGuardedToo_ReportsItsChanges() =>
        Assert.Equal("quantity", Assert.Single(ScheduleChanges([Make("W1", "pump", 5, 13, 14)], [Make("W1", "pump", 9, 13, 14)], Fence.Firm)).Cause);

    [Fact]
    public void Compute_AddedAndRemovedInTheFrozenWeek_AreViolations() =>
        Assert.Equal(
            ["removed", "added"],
            ScheduleChanges([Make("W1", "pump", 5, 6, 8)], [Make("W2", "pump", 4, 6, 8)]).Select(e => e.Cause));
}
