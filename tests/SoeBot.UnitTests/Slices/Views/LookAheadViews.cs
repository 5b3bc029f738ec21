using SoeBot.Cards;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.LookAhead;

namespace SoeBot.UnitTests.Slices.Views;

/// <summary>Look-aheads at the size of a real plant: Monday 6 January 2014 with 672 and 791 production orders.</summary>
internal static class LookAheadViews
{
    public static readonly DateOnly Today = new(2014, 1, 6);
    public static readonly DataLine Data = new("Mon 09:00", "sample plant", 14);

    private static readonly PlantWeek Week1 = new(new DateOnly(2014, 1, 6));

    public static LookAheadView Full => new(
        "sample", "Sample plant",
        new SoeBot.Domain.Plan.LookAhead(
            [
                new WeekLoad(Week1, 672, 8_316, [new("FW", "Frame welding", 96, 120), new("PA", "Paint", 70, 75), new("FA", "Final assembly", 55, 120)]),
                new WeekLoad(Week1.Next, 791, 137_583, [new("FW", "Frame welding", 372, 120), new("PA", "Paint", 80, 75), new("FA", "Final assembly", 118, 120)]),
            ],
            279, 9, 3, 1_072, [])
        {
            ScheduleLinesPastDue = 12,
        },
        14, Data, ["SO63216 due from Fri 9 Jan to Tue 13 Jan", "WO72591 quantity from 40 to 60", "PO4021/3 confirmed date from none to Fri 10 Jan", "WO72600 removed"]);

    /// <summary>A plant that looks six weeks ahead (R129).</summary>
    public static LookAheadView SixWeeks => Full with
    {
        Plan = Full.Plan with { Weeks = [.. Full.Plan.Weeks, .. Enumerable.Range(2, 4).Select(week => new WeekLoad(Week1.Plus(week), 100 + week, 1_000, [new("FW", "Frame welding", 130 - (10 * week), 120)]))] },
    };

    public static LookAheadView Calm => Full with
    {
        Plan = new([new WeekLoad(Week1, 3, 40, []), new WeekLoad(Week1.Next, 4, 44, [])], 0, null, 0, 7, ["no stock, so what is available now is not known", "no hours in the schedule file, so the load of the work centres cannot be computed"]),
        AtRisk = 0, Changed = null, OlderVersion = 13,
        Data = Data with { Refused = "These numbers are 26 h old: the import of Tue 06:00 was refused, because the purchase file has 12 rows, yesterday 281." },
    };

    public static LinesView Schedule => new(
        "sample", "Sample plant", Section.Week1, "Mon 6 Jan to Sun 12 Jan",
        [.. Enumerable.Range(0, 10).Select(number => LineRows.Of(Line(number), Today))], 20, 672, Data);

    public static LinesView Purchases => new(
        "sample", "Sample plant", Section.Purchases, "Mon 6 Jan to Sun 19 Jan",
        [.. Enumerable.Range(0, 10).Select(number => LineRows.Of(Purchase(number), Today))], 0, 279, Data);

    public static LinesView Nothing => Purchases with { Rows = [], Total = 0 };

    private static ScheduleLine Line(int number) => new()
    {
        Number = $"WO{72591 + number}", Item = number % 2 == 0 ? "BK-M68B-38" : "FR-M94B-44", WorkCentre = "Frame welding", Hours = 4.5m + number,
        Start = Today.AddDays(-2), Due = Today.AddDays(number - 2), Planned = 40 + number, Good = number == 4 ? 12 : 0, FinishedOn = number == 3 ? Today : null,
    };

    private static PurchaseLine Purchase(int number) => new()
    {
        Order = $"PO{4021 + number}", Line = "3", Item = "Casting 44", Supplier = "Wood Fitness", Due = Today.AddDays(number - 1),
        Confirmed = number % 3 == 0 ? null : Today.AddDays(number), Quantity = 1_250,
    };
}
