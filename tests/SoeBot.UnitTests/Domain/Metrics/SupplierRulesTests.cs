using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Metrics;

public sealed class SupplierRulesTests
{
    private static readonly DayRange Week = new(Jan(5), Jan(11));

    private static PurchaseLine Got(string order, int day, decimal received, decimal rejected = 0, string supplier = "Foundry") =>
        Buy(order, "casting", 100, 7) with { ReceivedOn = Jan(day), Received = received, Rejected = rejected, Supplier = supplier };

    // P1 right, P2 a day late, P3 95 of 100, P4 100 of which 5 rejected, P5 another supplier's and early, P6 not there: 2 of 6.
    private static readonly PurchaseLine[] Six =
    [
        Got("P1", 7, 100), Got("P2", 8, 100), Got("P3", 7, 95), Got("P4", 7, 100, 5), Got("P5", 6, 100, supplier: "Sealworks"), Buy("P6", "casting", 100, 7),
    ];

    [Fact]
    public void Otif_RejectedPiecesWereNotDelivered_AndSuppliersStandApart()
    {
        var figure = SupplierRules.Otif(Six, Week, new());

        Assert.Equal((2m, 6m), (figure.Numerator, figure.Denominator));
        // On the day: P1, P3, P4, P5. Received in full: P1, P2, P4, P5. Accepted in full: P1, P2, P5.
        Assert.Equal(
            [("on the day, whatever quantity", 4m), ("received in full, whatever day", 4m), ("accepted in full, whatever day", 3m), ("Foundry", 1m), ("Sealworks", 1m)],
            figure.Parts.Select(part => (part.Name, part.Numerator!.Value)));
    }

    [Fact]
    public void Otif_ConfirmedLater_IsJudgedByTheConfirmedDay() =>
        Assert.Equal(1m, SupplierRules.Otif([Got("P1", 9, 100) with { Confirmed = Jan(9) }], Week, new()).Value);

    // The very day and the very quantity: P1, P4 (what is rejected later was sent right). P5 came early.
    [Fact]
    public void Accuracy_EarlyAndOverAreWrongToo()
    {
        var figure = SupplierRules.Accuracy([.. Six, Got("P7", 7, 101)], Week);

        Assert.Equal((2m, 7m), (figure.Numerator, figure.Denominator));
        Assert.Equal([4m, 4m], figure.Parts.Select(part => part.Numerator!.Value)); // day: P1 P3 P4 P7; quantity: P1 P2 P4 P5
    }

    [Fact]
    public void Otif_NoPurchasesOrNoneDue_HasNoNumber()
    {
        Assert.Equal("no purchase orders in the plan data", SupplierRules.Otif(null, Week, new()).Absent);
        Assert.Equal("no purchase lines due", SupplierRules.Accuracy([Buy("P1", "casting", 5, 20)], Week).Absent);
    }

    /// <summary>95.7 % of the complete lines were received in full, 90.8 % accepted in full.</summary>
    [Fact]
    public void Otif_RealFactory_GivesTheFiguresOfTheDataSet()
    {
        var figure = SupplierRules.Otif([.. AdventureWorks.CompletePurchases()], new DayRange(new DateOnly(2011, 1, 1), new DateOnly(2015, 1, 1)), new());

        Assert.Equal((95.7m, 90.8m), (Percent("received in full, whatever day"), Percent("accepted in full, whatever day")));

        decimal Percent(string name) => Math.Round(figure.Parts.Single(part => part.Name == name).Value!.Value * 100, 1);
    }
}
