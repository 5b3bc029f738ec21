using SoeBot.Cards;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Fences;
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
        6, "06:10", [], Data)
    {
        LastWeek = 21,
        Problems =
        [
            new(new ProcessProblem(3, ExceptionCategory.LateSupply, "Wood Fitness/Casting 44", "supplier", "Wood Fitness, Casting 44 (PO4021/3)", Day(0), Day(0)), null),
            new(new ProcessProblem(2, ExceptionCategory.QualityHold, "FR-M94B-44", "weld", "Frame FR-M94B-44 blocked: weld seam", Day(-1), Day(0)), "Ravi Patel"),
            new(new ProcessProblem(1, ExceptionCategory.Downtime, "Press 2", "drive-fault", "Press 2 down, drive fault", Day(-9), Day(-3), CleanDays: 1), null),
        ],
        Flags = FlagViews.Full.Fired,
        Weeks =
        [
            new(new PlantWeek(new DateOnly(2014, 1, 6)), 17, new Dictionary<ExceptionCategory, int> { [ExceptionCategory.LateSupply] = 14, [ExceptionCategory.Downtime] = 1, [ExceptionCategory.QualityHold] = 1, [ExceptionCategory.OrderChange] = 1 }, [new(ExceptionCategory.LateSupply, "Wood Fitness/Casting 44", "supplier", 1, Day(0)), new(ExceptionCategory.Downtime, "Frame welding", "robot-2_stop", 1, Day(0))]),
            new(new PlantWeek(new DateOnly(2013, 12, 30)), 21, new Dictionary<ExceptionCategory, int> { [ExceptionCategory.LateSupply] = 9, [ExceptionCategory.Downtime] = 4 }, [new(ExceptionCategory.LateSupply, "Wood Fitness/Casting 44", "supplier", 2, Day(-3))]),
        ],
    };

    public static ExceptionsView Seen => Full with { Seen = ["Seen by Miguel Ortega 06:41"] };

    public static ExceptionsView None => Full with { Open = [], Problems = [], Flags = [], LastWeek = null };

    /// <summary>Forty in one morning, in every category.</summary>
    public static ExceptionsView Forty => Full with
    {
        Open = [.. Enumerable.Range(0, 44).Select(number => new PlanException(Enum.GetValues<ExceptionCategory>()[number % 11], $"Thing {number}", "cause", Day(0), $"Thing {number} happened", 10, number, "pcs", 1 + (number % 4)))],
    };

    private static DateOnly Day(int days) => new DateOnly(2014, 1, 6).AddDays(days);
}
