using SoeBot.Domain.Plan;

namespace SoeBot.JourneyTests.Otherwise;

/// <summary>A plan of a few rows in which nothing is wrong, so that a story says alone what is.</summary>
internal static class SmallPlan
{
    private static readonly DateOnly Monday = StaffedPlant.Monday;

    public static readonly PlanSnapshot Calm = new()
    {
        Items = [new Item { Number = "CP-25", Name = "Pump" }, new Item { Number = "C-1", Name = "Casting" }],
        Orders = [Order("SO100", 8, Monday.AddDays(9))],
        Stock = [new StockLine { Item = "CP-25", Location = "Store", OnHand = 100 }],
        Schedule = [new ScheduleLine { Number = "WO1", Item = "CP-25", Planned = 50, Start = Monday, Due = Monday.AddDays(3) }],
        Purchases = [],
        Events = [],
    };

    /// <summary>The foundry's castings should have been there on Friday.</summary>
    public static readonly PlanSnapshot CastingsLate = Calm with { Purchases = [new PurchaseLine { Order = "P1", Line = "1", Item = "C-1", Supplier = "Foundry", Quantity = 10, Due = Monday.AddDays(-3) }] };

    public static OrderLine Order(string number, decimal quantity, DateOnly requested) =>
        new() { Order = number, Line = "1", Item = "CP-25", Customer = "Waterworks", Quantity = quantity, OrderedOn = Monday.AddDays(-20), Requested = requested };

    /// <summary>So many orders, SO5001 and on, for which there is nothing.</summary>
    public static PlanSnapshot Short(int orders) => Calm with
    {
        Stock = [new StockLine { Item = "CP-25", Location = "Store", OnHand = 0 }], Schedule = [],
        Orders = [.. Enumerable.Range(1, orders).Select(number => Order($"SO{5000 + number}", 5 + number, Monday.AddDays(2 + (number % 3))))],
    };
}
