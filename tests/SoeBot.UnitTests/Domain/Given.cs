using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.UnitTests.Domain;

/// <summary>Rows of a small plant. Days are days of January 2026: Monday is the 5th, the frozen week ends on Sunday the 11th, the firm one on the 18th.</summary>
internal static class Given
{
    public static readonly DateOnly Monday = Jan(5);

    public static readonly PlantCalendar Calendar = new() { Zone = TimeZoneInfo.Utc };

    public static DateOnly Jan(int day) => new DateOnly(2026, 1, 1).AddDays(day - 1);

    public static OrderLine Order(string order, string item, decimal quantity, int due) => new()
    {
        Order = order, Line = "1", Item = item, Quantity = quantity, Requested = Jan(due),
    };

    public static ScheduleLine Make(string number, string item, decimal planned, int start, int due) => new()
    {
        Number = number, Item = item, Planned = planned, Start = Jan(start), Due = Jan(due),
    };

    public static PurchaseLine Buy(string order, string item, decimal quantity, int due) => new()
    {
        Order = order, Line = "1", Item = item, Supplier = "Foundry", Quantity = quantity, Due = Jan(due),
    };

    public static StockLine Stock(string item, decimal onHand, decimal onHold = 0) => new()
    {
        Item = item, Location = "Store", OnHand = onHand, OnHold = onHold,
    };

    public static BillLine Part(string assembly, string component, decimal per = 1) => new()
    {
        Assembly = assembly, Component = component, Per = per,
    };

    public static Item Made(string number, int? leadTime = null) => new() { Number = number, Name = number, Made = true, LeadTimeDays = leadTime };

    public static Item Bought(string number, int? leadTime = null) => new() { Number = number, Name = number, LeadTimeDays = leadTime };
}
