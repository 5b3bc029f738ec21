using SoeBot.Cards;
using SoeBot.Domain.Exceptions;
using SoeBot.Exceptions;

namespace SoeBot.UnitTests.Slices.Views;

internal static class ExceptionViews
{
    public static readonly DataLine Data = new("Mon 06:10", "sample plant", 14);

    public static ExceptionsView Full => new(
        "sample", "Sample plant", "2014-01-06",
        [
            new(ExceptionCategory.LateSupply, "Wood Fitness/Casting 44", "supplier", Day(-2), "Wood Fitness, Casting 44 (PO4021/3)", 1_250, 400, "pcs", 3),
            new(ExceptionCategory.LateSupply, "Allenson/Chain", "supplier", Day(-1), "Allenson Cycles, Chain (PO4030/1)", 300, 0, "pcs", 2),
            .. Enumerable.Range(1, 12).Select(number => new PlanException(ExceptionCategory.LateSupply, $"Supplier {number}", "supplier", Day(0), $"Supplier {number}, Part {number}", 10 * number, number, "pcs")),
            new(ExceptionCategory.Downtime, "Frame welding", "robot", Day(0), "Frame welding stood still: robot 2", 0, 4.5m, "h"),
            new(ExceptionCategory.QualityHold, "FR-M94B-44", "weld", Day(-3), "Frame FR-M94B-44 blocked: weld seam", null, 60, "pcs", 4),
            new(ExceptionCategory.OrderChange, "SO63216", "date", Day(0), "SO63216 wanted earlier: from Tue 14 Jan to Thu 9 Jan", null, null, null),
        ],
        6, "06:10", [], Data);

    public static ExceptionsView Seen => Full with { Seen = ["Seen by Miguel Ortega 06:41"] };

    public static ExceptionsView None => Full with { Open = [] };

    /// <summary>Forty in one morning, in every category.</summary>
    public static ExceptionsView Forty => Full with
    {
        Open = [.. Enumerable.Range(0, 44).Select(number => new PlanException(Enum.GetValues<ExceptionCategory>()[number % 11], $"Thing {number}", "cause", Day(0), $"Thing {number} happened", 10, number, "pcs", 1 + (number % 4)))],
    };

    private static DateOnly Day(int days) => new DateOnly(2014, 1, 6).AddDays(days);
}
