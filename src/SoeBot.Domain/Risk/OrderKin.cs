using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Risk;

/// <summary>An order that was split from another, or that became part of another.</summary>
/// <param name="Parent">What it was split from; for a merge what it became part of.</param>
/// <param name="Quantity">Pieces of its lines together, cancelled ones left out.</param>
/// <param name="Open">Of these still to be shipped.</param>
public sealed record OrderKin(string Order, string Parent, bool IsMerge, decimal Quantity, decimal Open)
{
    /// <summary>By order number; of an order that names itself nothing.</summary>
    public static IReadOnlyList<OrderKin> Of(IReadOnlyList<OrderLine>? orders)
    {
        Dictionary<(string Order, string Parent, bool IsMerge), (decimal Quantity, decimal Open)>? found = null;
        foreach (var line in orders ?? [])
        {
            if (line.SplitFrom is { } from && from != line.Order) Add(line, from, false);
            if (line.MergedInto is { } into && into != line.Order) Add(line, into, true);
        }
        return found is null ? [] : [.. found.OrderBy(kin => kin.Key.Order, StringComparer.Ordinal).ThenBy(kin => kin.Key.Parent, StringComparer.Ordinal)
            .Select(kin => new OrderKin(kin.Key.Order, kin.Key.Parent, kin.Key.IsMerge, kin.Value.Quantity, kin.Value.Open))];

        void Add(OrderLine line, string parent, bool isMerge)
        {
            found ??= [];
            var (quantity, open) = found.GetValueOrDefault((line.Order, parent, isMerge));
            found[(line.Order, parent, isMerge)] = (quantity + (line.Cancelled ? 0 : line.Quantity), open + line.OpenQuantity);
        }
    }
}
