using SoeBot.Domain.Fences;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Promising;

/// <summary>What the plan says about each open order line: when it can ship, how much is covered, and why it is late.</summary>
public static class PromiseRules
{
    /// <summary>
    /// One result per open order line, in the order of the plan. Chains are written for lines committed up to
    /// <paramref name="explainUntil"/> (the end of the two-week horizon when not said); for any other line ask <see cref="Explain"/>.
    /// </summary>
    /// <param name="changes">How the orders changed against the version before; null when there is none.</param>
    public static IReadOnlyList<ProjectedLine> Compute(
        PegBook book, PlantCalendar calendar, TableDifference<OrderLine>? changes = null, DateOnly? explainUntil = null)
    {
        var until = explainUntil ?? LookAheadRules.Horizon(calendar, book.Today)[^1].End;
        var reasons = new LateReasons(book, calendar, changes);
        var orders = book.Plan.Orders ?? [];
        return [.. Stretches.Each(orders.Count, Lines).SelectMany(lines => lines)];

        List<ProjectedLine> Lines(int from, int to)
        {
            var (own, lines) = (reasons.Another(), new List<ProjectedLine>());
            for (var row = from; row < to; row++)
                if (book.DemandOfOrder(row) >= 0) lines.Add(Line(book, own, row, orders[row].Commitment <= until));
            return lines;
        }
    }

    /// <summary>One open order line with its chain, however far away; null when nothing of it is open.</summary>
    public static ProjectedLine? Explain(PegBook book, PlantCalendar calendar, int row, TableDifference<OrderLine>? changes = null) =>
        book.DemandOfOrder(row) < 0 ? null : Line(book, new LateReasons(book, calendar, changes), row, true);

    private static ProjectedLine Line(PegBook book, LateReasons reasons, int row, bool explained)
    {
        var demand = book.DemandOfOrder(row);
        ref readonly var wanted = ref book.DemandAt(demand);
        var line = book.Plan.Orders![row];
        var day = book.CoveredOn(demand);
        DateOnly? projected = day == Supply.Never ? null : day;
        var covered = Math.Min(1, book.CoveredBy(demand, wanted.Need) / wanted.Quantity);
        var isLate = projected is null || projected > line.Commitment;
        var chain = explained ? new List<string>(3) : null;
        var cause = isLate
            ? reasons.Find(demand, line, covered, chain)
            : LateCause.None;
        if (!isLate) reasons.SayCovered(demand, line, covered, chain);
        if (chain?.Count > 5) chain.RemoveRange(5, chain.Count - 5);
        return new ProjectedLine(line, projected, covered, cause, (IReadOnlyList<string>?)chain ?? []);
    }
}
