using System.Globalization;

namespace SoeBot.Benchmarks.Size;

/// <summary>How many rows each table of a generated plant has, in the proportions of a large one.</summary>
/// <param name="Orders">Order lines; 1,000,000 is full size.</param>
internal sealed record SizePlant(int Orders)
{
    public static readonly DateOnly Today = new(2026, 11, 4);

    public int Schedule => Orders * 3 / 10;
    public int Purchases => Orders / 5;
    public int Items => Orders / 10;
    public int Bill => Orders * 4 / 10;
    public int Stock => Items;
    public int Forecast => Orders / 10;
    public int Centres => Math.Max(4, Orders / 10_000);
    public int Events => Math.Max(10, Orders / 1_000);
    public int Rows => Orders + Schedule + Purchases + Items + Bill + Stock + Forecast + Centres + Events + Families * Months;

    public const int Families = 20, Months = 12;

    /// <summary>Items by level: what is sold, two levels of assemblies, what is bought. A bill line leads from a level to a deeper one.</summary>
    public int Sold => Items / 5;
    public int Made => Items * 7 / 10;

    public static string Item(int item) => string.Create(CultureInfo.InvariantCulture, $"IT-{item:000000}");

    /// <summary>One to five lines to an order; the same split however many there are.</summary>
    public static (string Order, int Line) OrderLine(int row) => (string.Create(CultureInfo.InvariantCulture, $"SO{row / 3:0000000}"), row % 3 + 1);
}
