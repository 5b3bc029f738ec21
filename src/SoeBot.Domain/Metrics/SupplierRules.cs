using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>How suppliers deliver (R74): against the day they confirmed, else the day we asked for.</summary>
public static class SupplierRules
{
    private const string Sources = "purchase orders";
    private const string None = "no purchase orders in the plan data";
    private const string NothingDue = "no purchase lines due";

    /// <summary>Supplier OTIF = purchase lines expected in the days with the ordered quantity received and not rejected, within the window, of all lines expected.</summary>
    public static Figure Otif(IReadOnlyList<PurchaseLine>? lines, DayRange days, MetricSettings settings)
    {
        var figure = new Figure(
            FigureKind.SupplierOtif, Figure.Share,
            $"purchase lines received in full and not rejected ({DeliveryRules.InFull(settings)}) by the day the supplier confirmed ({DeliveryRules.OnTime(settings)}), of all lines expected",
            FigureWindow.Of(days), Sources);
        if (lines is null) return figure.Without(None);
        var suppliers = new Dictionary<string, Tally>(StringComparer.Ordinal);
        var all = new Tally();
        foreach (var line in lines)
        {
            if (line.Cancelled || !days.Contains(line.Expected) || UnknownDay(line)) continue;
            if (!suppliers.TryGetValue(line.Supplier, out var supplier)) suppliers[line.Supplier] = supplier = new Tally();
            var wanted = line.Quantity * (1 - settings.ShortBy);
            var accepted = line.Received - line.Rejected >= wanted;
            var onTime = DeliveryRules.Within(line.ReceivedOn, line.Expected, settings);
            all.Add(line.Received >= wanted, accepted, onTime);
            supplier.Add(line.Received >= wanted, accepted, onTime);
        }
        return figure.Over(all.Both, all.Lines, "lines", NothingDue) with
        {
            Parts = all.Lines == 0 ? [] :
            [
                FigurePart.Of("on the day, whatever quantity", all.OnTime, all.Lines),
                FigurePart.Of("received in full, whatever day", all.Received, all.Lines),
                FigurePart.Of("accepted in full, whatever day", all.Accepted, all.Lines),
                .. Worst(suppliers.Select(entry => FigurePart.Of(entry.Key, entry.Value.Both, entry.Value.Lines))).Take(Figure.MostParts - 3),
            ],
        };
    }

    /// <summary>Purchase order accuracy = lines received on the very day and with the very quantity, of all lines expected; neither early nor over counts as right.</summary>
    public static Figure Accuracy(IReadOnlyList<PurchaseLine>? lines, DayRange days)
    {
        var figure = new Figure(
            FigureKind.PurchaseAccuracy, Figure.Share, "purchase lines received on exactly the confirmed day and with exactly the ordered quantity, of all lines expected", FigureWindow.Of(days), Sources);
        if (lines is null) return figure.Without(None);
        int due = 0, both = 0, day = 0, quantity = 0;
        foreach (var line in lines)
        {
            if (line.Cancelled || !days.Contains(line.Expected) || UnknownDay(line)) continue;
            due++;
            var (rightDay, rightQuantity) = (line.ReceivedOn == line.Expected, line.Received == line.Quantity);
            if (rightDay) day++;
            if (rightQuantity) quantity++;
            if (rightDay && rightQuantity) both++;
        }
        return figure.Over(both, due, "lines", NothingDue) with
        {
            Parts = due == 0 ? [] : [FigurePart.Of("right day", day, due), FigurePart.Of("right quantity", quantity, due)],
        };
    }

    /// <summary>The lowest share first, of equal ones the one with more behind it.</summary>
    internal static IEnumerable<FigurePart> Worst(IEnumerable<FigurePart> parts) =>
        parts.OrderBy(part => part.Value).ThenByDescending(part => part.Denominator).ThenBy(part => part.Name, StringComparer.Ordinal);

    /// <summary>Everything came and the file does not say when.</summary>
    private static bool UnknownDay(PurchaseLine line) => line.ReceivedOn is null && line.Received >= line.Quantity;

    private sealed class Tally
    {
        public int Lines, Received, Accepted, OnTime, Both;

        public void Add(bool received, bool accepted, bool onTime)
        {
            Lines++;
            if (received) Received++;
            if (accepted) Accepted++;
            if (onTime) OnTime++;
            if (accepted && onTime) Both++;
        }
    }
}
