using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Sop;

/// <summary>What people made of the statistical forecast of an item over a run of weeks (R127).</summary>
/// <param name="Consensus">Pieces agreed on.</param>
/// <param name="By">Who answers for each part, as the source names them; null where it names nobody.</param>
public sealed record ForecastOverride(string Item, string Name, decimal Statistical, decimal Sales, decimal Marketing, decimal Consensus, OverrideOwners By)
{
    /// <summary>Consensus that none of the three explains.</summary>
    public decimal Unexplained => Consensus - Statistical - Sales - Marketing;
    public decimal Change => Consensus - Statistical;
}

public sealed record OverrideOwners(string? Statistical, string? Sales, string? Marketing, string? Consensus);

public static class ForecastOverrides
{
    /// <param name="days">Weeks that start in them.</param>
    /// <returns>Null when the source does not tell the statistical forecast; else items that were changed, the greatest change first.</returns>
    public static IReadOnlyList<ForecastOverride>? Of(IReadOnlyList<ForecastLine>? forecast, IReadOnlyDictionary<string, string> names, DayRange days)
    {
        var told = (forecast ?? []).Where(line => line.Statistical is not null).ToList();
        if (told.Count == 0) return null;
        return
        [
            .. told.Where(line => days.Contains(line.Week)).GroupBy(line => line.Item).Select(lines => new ForecastOverride(
                lines.Key, names.GetValueOrDefault(lines.Key, lines.Key), lines.Sum(line => line.Statistical ?? 0), lines.Sum(line => line.SalesAdjustment ?? 0),
                lines.Sum(line => line.MarketingAdjustment ?? 0), lines.Sum(line => line.Quantity),
                new(First(lines, line => line.StatisticalBy), First(lines, line => line.SalesBy), First(lines, line => line.MarketingBy), First(lines, line => line.ConsensusBy))))
            .Where(one => one.Change != 0 || one.Sales != 0 || one.Marketing != 0)
            .OrderByDescending(one => Math.Abs(one.Change)).ThenBy(one => one.Item, StringComparer.Ordinal),
        ];
    }

    private static string? First(IEnumerable<ForecastLine> lines, Func<ForecastLine, string?> by) => lines.Select(by).FirstOrDefault(name => name is not null);
}
