using System.Runtime.InteropServices;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;

namespace SoeBot.Domain.Risk;

/// <summary>
/// The orders at risk of missing their commitment date (R45, R46), all of them, the worst first; cards take the first ten.
/// One entry per order header with its worst line. An order is at risk when it is past due or projected late, or when its score
/// reaches the threshold. The former are always above the latter; within each the higher score, then the greater open value,
/// then the earlier date, then the order number, so that the order of the input never matters.
/// </summary>
public static class Ranking
{
    private readonly record struct Candidate(ProjectedLine Line, int Demand, bool IsLate, decimal Score, Money Money);

    /// <param name="Order">Its order header by a small number.</param>
    private readonly record struct RankedLine(ProjectedLine Line, int Demand, int Order);

    /// <summary>Of an order's open lines together; null where no line says.</summary>
    private readonly record struct Money(decimal? Value, decimal? Penalty);

    public static IReadOnlyList<RankedOrder> Compute(RankingInput input)
    {
        var until = input.Until ?? LookAheadRules.Horizon(input.Calendar, input.Book.Today)[^1].End;
        var (lines, money) = Within(input, until);
        var drivers = new Drivers(input, [.. lines.Select(one => one.Demand)]);

        var scores = new decimal[lines.Count];
        Each(lines.Count, drivers, (i, own) => scores[i] = own.Score(lines[i].Line, lines[i].Demand));

        var worst = new Candidate?[money.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var ((line, demand, order), score) = (lines[i], scores[i]);
            var isLate = line.Line.Commitment < input.Book.Today || (!drivers.IsUnprojected && line.IsLate);
            if (!isLate && score < input.Settings.Threshold) continue;
            var candidate = new Candidate(line, demand, isLate, score, money[order]);
            if (worst[order] is not { } other || Compare(candidate, other) < 0) worst[order] = candidate;
        }

        var sorted = worst.Where(one => one is not null).Select(one => one!.Value).ToList();
        sorted.Sort(Compare);
        var result = new RankedOrder[sorted.Count];
        var promises = new PromiseTable(input.Book, sorted.Select(candidate => candidate.Demand));
        Each(result.Length, drivers, (i, own) => result[i] = Ranked(i + 1, sorted[i], input, own) with { Promise = promises.Of(sorted[i].Demand) });
        return result;
    }

    private static void Each(int count, Drivers drivers, Action<int, Drivers> work) => Stretches.Each(count, (from, to) =>
    {
        var own = drivers.Another();
        for (var i = from; i < to; i++) work(i, own);
        return own;
    });

    /// <summary>Weighted mean of the drivers that have data, rounded to what people see, so that equal to the eye is a tie.</summary>
    public static decimal Score(IReadOnlyList<RiskDriver> drivers, RiskSettings settings) =>
        Mean(drivers.Sum(driver => settings.WeightOf(driver.Kind) * driver.Score), drivers.Sum(driver => settings.WeightOf(driver.Kind)));

    /// <inheritdoc cref="Score"/>
    internal static decimal Mean(decimal sum, decimal weights) => weights > 0 ? Math.Round(sum / weights, 2, MidpointRounding.AwayFromZero) : 0;

    /// <returns>The lines, and the money of each order that they are of.</returns>
    private static (List<RankedLine> Lines, List<Money> Money) Within(RankingInput input, DateOnly until)
    {
        var (lines, money) = (new List<RankedLine>(), new List<Money>());
        var orders = new Dictionary<string, int>(StringComparer.Ordinal);
        var next = 0;
        for (var row = 0; row < (input.Book.Plan.Orders?.Count ?? 0); row++)
        {
            var demand = input.Book.DemandOfOrder(row);
            if (demand < 0) continue;
            var line = input.Lines[next++]; // one line per open row, in the order of the plan
            if (line.Line.Commitment > until) continue;
            ref var order = ref CollectionsMarshal.GetValueRefOrAddDefault(orders, line.Line.Order, out var known);
            if (!known)
            {
                order = money.Count;
                money.Add(default);
            }
            lines.Add(new(line, demand, order));
            money[order] = new(Sum(money[order].Value, OpenValue(line.Line)), Sum(money[order].Penalty, line.Line.Penalty));
        }
        return (lines, money);
    }

    private static decimal? Sum(decimal? one, decimal? other) => one is null ? other : one + (other ?? 0);

    private static decimal? OpenValue(OrderLine line) =>
        line.Quantity > 0 ? line.Value * line.OpenQuantity / line.Quantity : line.Value;

    private static int Compare(Candidate a, Candidate b)
    {
        var order = b.IsLate.CompareTo(a.IsLate);
        if (order == 0) order = b.Score.CompareTo(a.Score);
        if (order == 0) order = (b.Money.Value ?? 0).CompareTo(a.Money.Value ?? 0);
        if (order == 0) order = a.Line.Line.Commitment.CompareTo(b.Line.Line.Commitment);
        if (order == 0) order = string.CompareOrdinal(a.Line.Line.Order, b.Line.Line.Order);
        return order != 0 ? order : string.CompareOrdinal(a.Line.Line.Line, b.Line.Line.Line);
    }

    private static RankedOrder Ranked(int rank, Candidate worst, RankingInput input, Drivers drivers)
    {
        var line = worst.Line.Line;
        var blind = drivers.IsUnprojected;
        return new RankedOrder(
            rank, line.Order, line.Line, line.Item, input.Book.Items.Name(input.Book.Items[line.Item]), line.Customer,
            line.OpenQuantity, line.Commitment, blind ? null : worst.Line.Projected, worst.Money.Value, blind ? LateCause.None : worst.Line.Cause,
            worst.Score, Shared(drivers.Of(worst.Line, worst.Demand), input.Settings), blind ? [] : worst.Line.Chain)
        {
            CustomerClass = line.CustomerClass, Priority = line.Priority, Penalty = worst.Money.Penalty, IsUnprojected = blind, IsPastDue = line.Commitment < input.Book.Today,
        };
    }

    private static List<RiskDriver> Shared(List<RiskDriver> drivers, RiskSettings settings)
    {
        var weights = drivers.Sum(driver => settings.WeightOf(driver.Kind));
        return weights == 0 ? drivers : [.. drivers.Select(driver => driver with { Share = settings.WeightOf(driver.Kind) / weights })];
    }
}
