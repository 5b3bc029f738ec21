using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>How customers were served: OTIF (R66), service level (R67), backlog and fulfilment (R70). Cancelled lines count nowhere.</summary>
public static class DeliveryRules
{
    private const string Sources = "customer orders";

    /// <summary>
    /// OTIF = orders due in the week, by their first confirmed date, whose every line was shipped in full within the window of days,
    /// of all orders due. Still open counts as missed. Measured when the window of the week's last day is over.
    /// </summary>
    public static Figure Otif(IReadOnlyList<OrderLine>? orders, PlantWeek week, MetricSettings settings)
    {
        var figure = new Figure(
            FigureKind.Otif, Figure.Share,
            $"customer orders due in the week by their first confirmed date with every line shipped in full ({InFull(settings)}) and on time ({OnTime(settings)}), of all orders due",
            FigureWindow.Of(week), Sources);
        if (orders is null) return figure.Without(OnTimeRules.NoOrdersWords);
        var due = new Dictionary<string, Order>(StringComparer.Ordinal);
        foreach (var line in orders)
        {
            var day = line.FirstConfirmed ?? line.Requested;
            if (line.Cancelled || !week.Days.Contains(day) || ShippedNobodyKnowsWhen(line)) continue;
            var order = due.GetValueOrDefault(line.Order, new Order(true, true));
            due[line.Order] = new Order(
                order.InFull && line.ShippedQuantity >= line.Quantity * (1 - settings.ShortBy),
                order.OnTime && Within(line.ShippedOn, day, settings));
        }
        decimal both = 0, full = 0, onTime = 0;
        foreach (var order in due.Values)
        {
            if (order.InFull) full++;
            if (order.OnTime) onTime++;
            if (order is { InFull: true, OnTime: true }) both++;
        }
        return figure.Over(both, due.Count, "orders", "no orders due") with
        {
            Parts = due.Count == 0 ? [] : [FigurePart.Of("shipped on time, whatever quantity", onTime, due.Count), FigurePart.Of("shipped in full, whatever day", full, due.Count)],
        };
    }

    /// <summary>Service level = order lines due in the week by their first confirmed date and shipped in full by then, of all lines due.</summary>
    public static Figure ServiceLevel(IReadOnlyList<OrderLine>? orders, PlantWeek week)
    {
        var figure = new Figure(
            FigureKind.ServiceLevel, Figure.Share, "order lines due in the week by their first confirmed date and shipped in full by then, of all order lines due", FigureWindow.Of(week), Sources);
        if (orders is null) return figure.Without(OnTimeRules.NoOrdersWords);
        int due = 0, kept = 0;
        foreach (var line in orders)
        {
            var day = line.FirstConfirmed ?? line.Requested;
            if (line.Cancelled || !week.Days.Contains(day) || ShippedNobodyKnowsWhen(line)) continue;
            due++;
            if (line.OpenQuantity == 0 && line.ShippedOn <= day) kept++;
        }
        return figure.Over(kept, due, "lines", "no lines due");
    }

    /// <summary>Fulfilment = lines shipped in full at their first shipment, of the lines shipped in the week.</summary>
    /// <param name="orders">Null: no number.</param>
    /// <param name="week">The week of the (last) shipment.</param>
    /// <param name="shippedInParts">Keys of lines that an earlier plan version showed as shipped in part.</param>
    public static Figure Fulfilment(IReadOnlyList<OrderLine>? orders, PlantWeek week, IReadOnlySet<string> shippedInParts)
    {
        var figure = new Figure(
            FigureKind.Fulfilment, Figure.Share, "order lines shipped in full at their first shipment, of the order lines shipped in the week", FigureWindow.Of(week), $"{Sources}, of this plan version and those before");
        if (orders is null) return figure.Without(OnTimeRules.NoOrdersWords);
        int shipped = 0, atOnce = 0;
        foreach (var line in orders)
        {
            if (line.Cancelled || line.ShippedQuantity <= 0 || line.ShippedOn is not { } day || !week.Days.Contains(day)) continue;
            shipped++;
            if (line.ShippedQuantity >= line.Quantity && !shippedInParts.Contains(line.Key)) atOnce++;
        }
        return figure.Over(atOnce, shipped, "lines", "nothing was shipped");
    }

    /// <summary>Backlog = open pieces of order lines past their commitment date; the parts say how long past.</summary>
    public static Figure Backlog(IReadOnlyList<OrderLine>? orders, DateOnly today)
    {
        var figure = new Figure(FigureKind.Backlog, "pieces", "open pieces of order lines whose commitment date (the last confirmed one) is past", FigureWindow.On(today), Sources);
        if (orders is null) return figure.Without(OnTimeRules.NoOrdersWords);
        (string Name, int Days)[] ages = [("up to 7 days", 7), ("8 to 28 days", 28), ("more than 28 days", int.MaxValue)];
        var pieces = new decimal[ages.Length];
        var lines = new int[ages.Length];
        foreach (var line in orders)
        {
            if (line.OpenQuantity <= 0 || line.Commitment >= today) continue;
            var age = Array.FindIndex(ages, one => today.DayNumber - line.Commitment.DayNumber <= one.Days);
            pieces[age] += line.OpenQuantity;
            lines[age]++;
        }
        return figure with
        {
            Value = pieces.Sum(),
            Parts = [.. ages.Select((age, i) => new FigurePart(age.Name, pieces[i], Words: PlanWords.Count(lines[i], "line", "lines"))).Where(part => part.Value > 0)],
        };
    }

    internal static bool Within(DateOnly? done, DateOnly due, MetricSettings settings) =>
        done is { } day && day.DayNumber <= due.DayNumber + settings.DaysLate
        && (settings.DaysEarly is not { } early || day.DayNumber >= due.DayNumber - early);

    internal static string OnTime(MetricSettings settings) =>
        $"{(settings.DaysEarly is { } early ? $"at most {PlanWords.Count(early, "day", "days")} early" : "any time before")}, {PlanWords.Count(settings.DaysLate, "day", "days")} late";

    internal static string InFull(MetricSettings settings) =>
        settings.ShortBy > 0 ? $"short by at most {PlanWords.Quantity(settings.ShortBy * 100)} %" : "nothing short";

    /// <summary>The file says that it was shipped and not when: it can be judged neither way.</summary>
    private static bool ShippedNobodyKnowsWhen(OrderLine line) => line.OpenQuantity == 0 && line.ShippedOn is null;

    private readonly record struct Order(bool InFull, bool OnTime);
}
