using System.Globalization;

namespace SoeBot.Domain.Plan;

/// <summary>How the rules write days, quantities and shares in their sentences, the same everywhere.</summary>
public static class PlanWords
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>"Fri 9 Jan".</summary>
    public static string Day(DateOnly day) => day.ToString("ddd d MMM", English);

    /// <summary>"137,583" or "2.5".</summary>
    public static string Quantity(decimal quantity) => quantity.ToString("#,0.##", English);

    /// <summary>"40 %", rounded down so that nearly all is never called all.</summary>
    public static string Percent(decimal share) => Math.Floor(share * 100).ToString("0", English) + " %";

    /// <summary>"1 piece", "3 pieces".</summary>
    public static string Count(decimal count, string one, string many) =>
        $"{Quantity(count)} {(count == 1 ? one : many)}";
}
