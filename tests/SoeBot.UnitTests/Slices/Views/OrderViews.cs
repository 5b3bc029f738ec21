using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;
using SoeBot.Orders;

namespace SoeBot.UnitTests.Slices.Views;

internal static class OrderViews
{
    public static readonly DataLine Data = new("Mon 09:00", "sample plant", 14);

    public static OrderView AtRisk => new(
        "sample", "Sample plant", "SO63216",
        [
            new OrderLine { Order = "SO63216", Line = "1", Item = "BK-M18B-40", Customer = "Valley Bicycle Specialists", Quantity = 40, Requested = new(2014, 1, 7), FirstConfirmed = new(2014, 1, 8), LastConfirmed = new(2014, 1, 10), Value = 9_999, Penalty = 500 },
            new OrderLine { Order = "SO63216", Line = "2", Item = "HL-U509", Customer = "Valley Bicycle Specialists", Quantity = 12, ShippedQuantity = 5, Requested = new(2014, 1, 7), FirstConfirmed = new(2014, 1, 8) },
            new OrderLine { Order = "SO63216", Line = "3", Item = "CA-1098", Quantity = 3, ShippedQuantity = 3, ShippedOn = new(2014, 1, 3), Requested = new(2014, 1, 7) },
        ],
        RiskViews.Order(2), "Omar Haddad", RiskStatus.Red, "castings not before Friday", "second supplier asked", new(2014, 1, 8), null,
        ["D-41 second quote for the frame, Omar Haddad, due Fri 10 Jan, taken"], new(2014, 1, 6), Data);

    public static OrderView NoOwner => AtRisk with { Owner = null, Status = RiskStatus.Unanswered, Risk = null, Mitigation = null, TellBy = null, Decisions = [] };

    /// <summary>As it is loaded for readers unknown.</summary>
    public static OrderView Shared => AtRisk with { Lines = [.. AtRisk.Lines.Select(line => line with { Customer = null, Value = null, Penalty = null })], Risk = null, Mitigation = null, TellBy = null, Status = RiskStatus.Unanswered, Decisions = ["D-41, Omar Haddad, due Fri 10 Jan, taken"] };

    public static OrderView Promisable => AtRisk with
    {
        Ranked = RiskViews.Order(2) with { Promise = new PromiseOptions(new(2014, 1, 13), new(2014, 1, 9), [new FreeFrom(new(2014, 1, 6), 14), new FreeFrom(new(2014, 1, 20), 54)]) },
    };

    public static OrderView Calm => NoOwner with { Ranked = null };

    public static OrderView Shipped => Calm with { Lines = [AtRisk.Lines[2]] };

    /// <summary>Split in two, put on the list by planning, with everything that can have happened to it.</summary>
    public static OrderView Split => AtRisk with
    {
        Override = RiskOverride.On, OverrideWords = "customer's line stops (Petra Lang)",
        Kin = [new("SO63216A", "SO63216", false, 25, 25), new("SO63216B", "SO63216", false, 15, 5)],
        History =
        [
            new("Mon 6 Jan 07:10", "came onto the list, due Fri 10 Jan", null), new("Mon 6 Jan 09:00", "owner: Omar Haddad", "Petra Lang"),
            new("Mon 6 Jan 10:02", "red: castings not before Friday", "Omar Haddad"),
            new("Fri 10 Jan 11:00", "customer told Fri 10 Jan, promised Thu 16 Jan. On the day itself or later: counts as told late", "Clara Costa"),
        ],
    };
}
