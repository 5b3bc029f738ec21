using SoeBot.Domain.Plan;
using SoeBot.Store.Plans;

namespace SoeBot.UnitTests.Store;

internal static class GivenPlan
{
    public static readonly PlanOrigin Origin = new(Given.Now.AddHours(-2), "sample plant", "Ana", "hash-1");

    public static OrderLine Order(string order, string line = "1", decimal quantity = 10) => new()
    {
        Order = order, Line = line, Item = "BK-100", Customer = "Riverside Cycles", Quantity = quantity, Requested = Given.Today.AddDays(7),
        FirstConfirmed = Given.Today.AddDays(8), Value = 1234.5678m,
    };

    public static ScheduleLine Schedule(string number, int due = 3, int? sequence = 1) => new()
    {
        Number = number, Item = "BK-100", WorkCentre = "10", Sequence = sequence, Start = Given.Today, Due = Given.Today.AddDays(due), Planned = 40, Hours = 6.5m,
    };

    public static PurchaseLine Purchase(string order, int due = 3, int? confirmed = null, decimal received = 0) => new()
    {
        Order = order, Line = "1", Item = "FR-7", Supplier = "Acme Castings", Due = Given.Today.AddDays(due),
        Confirmed = confirmed is { } day ? Given.Today.AddDays(day) : null, Quantity = 100, Received = received,
    };

    /// <summary>One row in each of the ten tables, every column filled.</summary>
    public static PlanSnapshot Full() => new()
    {
        Orders = [Order("SO1") with { CustomerClass = "A", Priority = 1, ShippedQuantity = 2.5m, ShippedOn = Given.Today, OrderedOn = Given.Today.AddDays(-9), LastConfirmed = Given.Today.AddDays(9), Penalty = 99.99m, Cancelled = true, Supplier = "Foundry", Lane = "Kenya", ShipMode = "air", SplitFrom = "SO0", MergedInto = "SO2" }],
        Schedule = [Schedule("WO1") with { Good = 3, Scrapped = 1, FinishedOn = Given.Today, ReportedHours = 7.25m, ForOrder = "SO1/1" }],
        Purchases = [Purchase("PO1", confirmed: 4, received: 7) with { OrderedOn = Given.Today.AddDays(-30), Rejected = 1, ReceivedOn = Given.Today, Cancelled = true, Lane = "Kenya", ShipMode = "ocean" }],
        Stock = [new() { Item = "FR-7", Location = "A1", OnHand = 12.25m, OnHold = 2 }],
        Items = [new() { Number = "FR-7", Name = "Frame", Family = "Frames", Unit = "kg", Made = true, SafetyStock = 5, LeadTimeDays = 14, Cost = 0.0001m, WorkCentre = "10", MinutesPerPiece = 0.0333m, SetupMinutes = 45 }],
        Bill = [new() { Assembly = "BK-100", Component = "FR-7", Per = 1.5m, From = Given.Today.AddDays(-100), Until = Given.Today.AddDays(100) }],
        WorkCentres = [new() { Number = "10", Name = "Frame forming", HoursPerDay = 15.75m, Efficiency = 0.85m, Shifts = "06:00-14:00 22:00-06:00", Calendar = "weekend", ContractPlant = "Ostrava" }],
        Forecast = [new() { Item = "BK-100", Week = Given.Today, Quantity = 400, PointOfSale = 380 }],
        Events = [new() { Number = "E1", Kind = ShopEventKind.QualityHold, Object = "10", Cause = "porosity", Day = Given.Today, Planned = 8, Actual = 5.5m, Unit = "h", Note = "called out", Cost = 125.5m, EndedOn = Given.Today }],
        SalesPlan = [new() { Family = "Bikes", Month = new(2026, 11, 1), Quantity = 5_000 }],
    };
}
