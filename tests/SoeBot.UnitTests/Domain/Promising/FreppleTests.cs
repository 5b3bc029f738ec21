using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Reading;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.Domain.Promising;

/// <summary>
/// frePPLe's manufacturing demo as of Friday 1 January 2021, against a list worked out by hand from the files.
/// The day is a holiday, so the first working day is Monday the 4th; all resources work 24 hours, Monday to Friday.
///
/// What is there: 24 chairs, 33 round and 23 square tables, 30 chair legs, 40 table legs, 40 cushions, 500 screws, 20 beams, 100 panels.
/// What comes: 100 panels and 100 screws on the 1st, 100 beams (PO#2) and 100 cushions on the 5th. Bought today: panels and screws Mon 4,
/// beams Fri 8 (7 days), cushions Fri 15 (14 days). A table takes 4 legs, a panel to grind and 5 (square) or 10 (round) screws; a chair 4 legs,
/// a cushion and 4 screws; a varnished chair a chair. A leg takes a beam and 20 minutes of the saw, a panel and a table or chair 1 hour of
/// the grinder and of the assembly line (48 hours a day), varnishing half an hour.
///
/// Stock first, by commitment: round tables: Demand 09 takes 20, Demand 01 the other 13 of its 20. Square tables: Demand 08 takes 23 of its 30.
/// Chairs: Demand 07 takes 24 of its 40. There are no varnished chairs. The rest is made in the order of the dates; only the saw is ever full:
///
///   order      to make       legs: beams from           saw              assembled       due      late
///   Demand 07  16 chairs     30 in stock, 34: PO#2 5th  Tue 5: 11 1/3 h  Tue 5           Sat 2    3 days, PO#2
///   Demand 08  7 square      28 of 40 in stock          -                Mon 4           Sat 2    2 days, nothing is short: no working day before
///   Demand 10  10 chairs     40: PO#2 5th               5: 12 2/3, 6: 2/3  Wed 6         Sat 2    4 days, the saw
///   Demand 11  10 chairs     40: PO#2 5th               Wed 6: 13 1/3    Wed 6           Sat 2    4 days, the saw
///   Demand 12  5 varnished   20: 6 of PO#2, 14 new 8th  Fri 8: 6 2/3     Fri 8           Sat 2    6 days, beams
///   Demand 13  5 varnished   20: new 8th                Fri 8: 6 2/3     Fri 8           Sat 2    6 days, beams
///   Demand 14  20 varnished  80: new 8th                8: 10 2/3, 11: 16  Mon 11        Sat 2    9 days, beams: an empty saw would need until the 11th too
///   Demand 01  7 round       12 in stock, 16: new 8th   Mon 11: 5 1/3    Mon 11          Sun 3    8 days, the saw: empty it would be done on the 8th
///   Demand 02  10 square     40: new 8th                11: 2 2/3, 12: 10 2/3  Tue 12    2 Feb    in time
///   Demand 06  10 chairs     40: new 8th                Tue 12: 13 1/3   Tue 12          3 Feb    in time
///   Demand 15  5 varnished   20: new 8th                Wed 13: 6 2/3    Wed 13          3 Feb    in time
///   Demand 04  30 square     120: new 8th               13: 17 1/3, 14: 22 2/3  Thu 14   3 Mar    in time
///   Demand 03  10 chairs     40: new 8th                14: 1 1/3, 15: 12  Fri 15        4 Mar    in time
///   Demand 16  5 varnished   20: new 8th                Fri 15: 6 2/3    Fri 15          4 Mar    in time
///   Demand 05  20 round      80: new 8th                15: 5 1/3, 18: 21 1/3  Mon 18    8 Apr    in time
///
/// The grinder (7 + 7 + 10 h on the 4th, 30 h on the 5th and 6th, 20 h on the 6th and 7th) is always done before the legs. The 40 cushions in
/// stock last to Demand 12, the 100 of the 5th for all others; of the 600 screws 579 are used up by Demand 15, more come on the 4th.
/// </summary>
public sealed class FreppleTests
{
    private static readonly DateOnly Today = new(2021, 1, 1);
    private static readonly PlantCalendar Calendar = new() { Zone = TimeZoneInfo.Utc, Holidays = new HashSet<DateOnly> { Today } };

    private static DateOnly Jan(int day) => new(2021, 1, day);

    private static readonly (string Order, DateOnly Projected, int? DaysLate, LateCause Cause)[] ByHand =
    [
        ("Demand 01", Jan(11), 8, LateCause.Capacity),
        ("Demand 02", Jan(12), null, LateCause.None),
        ("Demand 03", Jan(15), null, LateCause.None),
        ("Demand 04", Jan(14), null, LateCause.None),
        ("Demand 05", Jan(18), null, LateCause.None),
        ("Demand 06", Jan(12), null, LateCause.None),
        ("Demand 07", Jan(5), 3, LateCause.AwaitingSupply),
        ("Demand 08", Jan(4), 2, LateCause.LeadTime),
        ("Demand 09", Jan(1), null, LateCause.None),
        ("Demand 10", Jan(6), 4, LateCause.Capacity),
        ("Demand 11", Jan(6), 4, LateCause.Capacity),
        ("Demand 12", Jan(8), 6, LateCause.AwaitingSupply),
        ("Demand 13", Jan(8), 6, LateCause.AwaitingSupply),
        ("Demand 14", Jan(11), 9, LateCause.AwaitingSupply),
        ("Demand 15", Jan(13), null, LateCause.None),
        ("Demand 16", Jan(15), null, LateCause.None),
    ];

    private static readonly Lazy<IReadOnlyList<ProjectedLine>> Lines = new(() => PromiseRules.Compute(PeggingRules.Compute(Plan(), Calendar, Today), Calendar));

    private static PlanSnapshot Plan()
    {
        var read = PlanReader.Read(new PlanFolder(SharedFolder.PathOf("data", "frepple", "csv")), PlanMapping.Frepple, new ReadRequest(Today));
        Assert.Empty(read.Problems);
        return read.Snapshot!;
    }

    private static IReadOnlyList<string> ChainOf(string order) => Lines.Value.Single(line => line.Line.Order == order).Chain;

    [Fact]
    public void Compute_SixteenOpenOrders_AreDoneAndLateAsWorkedOutByHand() => Assert.Equal(
        ByHand,
        Lines.Value.OrderBy(line => line.Line.Order, StringComparer.Ordinal)
            .Select(line => (line.Line.Order, line.Projected!.Value, line.IsLate ? line.DaysLate : null, line.Cause)));

    [Fact]
    public void Chain_OfTheOrderThatWaitsForBeams_LeadsFromChairToLegToBeam() => Assert.Equal(
    [
        "chair covers 60 % of 40 by Sat 2 Jan; the rest comes Tue 5 Jan",
        "Nothing more of chair is in stock or scheduled, and its component chair leg is short until Tue 5 Jan",
        "Nothing more of chair leg is in stock or scheduled, and its component wooden beam is short until Tue 5 Jan",
        "wooden beam comes with purchase order PO#2 from wood supplier on Tue 5 Jan (confirmed)",
    ], ChainOf("Demand 07"));

    [Fact]
    public void Chain_OfTheOrderThatWaitsForTheSaw_NamesItsHours() => Assert.Equal(
    [
        "round table covers 65 % of 20 by Sun 3 Jan; the rest comes Mon 11 Jan",
        "Nothing more of round table is in stock or scheduled, and its component table leg is short until Mon 11 Jan",
        "Nothing more of table leg is in stock or scheduled; it needs 5.3 h of saw, which others fill: done Mon 11 Jan, with nothing before it Fri 8 Jan",
    ], ChainOf("Demand 01"));

    [Fact]
    public void Read_TheFolderAsItIs_GivesThePlant()
    {
        var plan = Plan();

        Assert.Equal((16, 4, 19, 11, 13, 7, 0), (plan.Orders!.Count, plan.Purchases!.Count, plan.Stock!.Count, plan.Items!.Count, plan.Bill!.Count, plan.WorkCentres!.Count, plan.Schedule!.Count));
        Assert.Equal(new Item
        {
            Number = "varnished chair", Name = "varnished chair", Family = "chair", Made = true, Cost = 170, WorkCentre = "operators", MinutesPerPiece = 30,
        }, plan.Items!.Single(item => item.Number == "varnished chair"));
        Assert.Equal(7, plan.Items!.Single(item => item.Number == "wooden beam").LeadTimeDays);
        Assert.Null(plan.Items!.Single(item => item.Number == "chair").LeadTimeDays); // its supplier is only the second choice
        Assert.Equal(48, plan.WorkCentres!.Single(centre => centre.Number == "assembly line").HoursPerDay);
        Assert.Equal(("varnished chair", 1m), plan.Bill!.Where(line => line.Component == "chair").Select(line => (line.Assembly, line.Per)).Single());
    }
}
