using SoeBot.Domain.Metrics;

namespace SoeBot.Metrics;

/// <summary>What people call the numbers. A key stands on buttons and in the store: the name of a <see cref="FigureKind"/>, or "exceptions".</summary>
internal static class NumberNames
{
    public const string Exceptions = "exceptions";

    private static readonly (string Key, string Title, string[] Typed)[] Known =
    [
        (nameof(FigureKind.Attainment), "Schedule attainment", ["schedule attainment", "attainment"]),
        (nameof(FigureKind.Adherence), "Schedule adherence", ["schedule adherence", "adherence"]),
        (nameof(FigureKind.OnTimeFirst), "On time, first promise", ["on time first promise", "on time", "on-time", "otp"]),
        (nameof(FigureKind.OnTimeLast), "On time, last promise", ["on time last promise"]),
        (Exceptions, "Open exceptions", ["open exceptions", "exceptions", "exception count"]),
        (nameof(FigureKind.Otif), "OTIF, on time in full", ["otif", "on time in full"]),
        (nameof(FigureKind.ServiceLevel), "Service level", ["service level"]),
        (nameof(FigureKind.Fulfilment), "Order fulfilment", ["order fulfilment", "order fulfillment", "fulfilment", "fulfillment"]),
        (nameof(FigureKind.Backlog), "Backlog", ["backlog"]),
        (nameof(FigureKind.SupplierOtif), "Supplier OTIF", ["supplier otif", "supplier on time", "suppliers"]),
        (nameof(FigureKind.PurchaseAccuracy), "Purchase order accuracy", ["purchase order accuracy", "po accuracy"]),
        (nameof(FigureKind.InventoryTurns), "Inventory turns", ["inventory turns", "stock turns", "turns"]),
        (nameof(FigureKind.DaysOfSupply), "Days of supply, looking back", ["days of supply"]),
        (nameof(FigureKind.ForwardCover), "Days of supply, looking forward", ["days of supply forward", "forward cover", "days of cover"]),
        (nameof(FigureKind.PlannedUtilisation), "Capacity utilisation, planned", ["planned utilisation", "planned utilization", "capacity utilisation", "capacity utilization", "utilisation", "utilization"]),
        (nameof(FigureKind.ActualUtilisation), "Capacity utilisation, actual", ["actual utilisation", "actual utilization"]),
        (nameof(FigureKind.OwnAndContract), "Own and contract plants", ["own and contract plants", "contract plants"]),
        (nameof(FigureKind.PlanPerOrder), "Plan against actual, per order", ["plan against actual", "plan per order", "per order"]),
        (nameof(FigureKind.SalesPlanGap), "Gap to the S&OP plan", ["gap to the s&op plan", "s&op gap", "plan gap"]),
        (nameof(FigureKind.AttainmentRange), "Variation of attainment", ["variation of attainment", "variation", "control limits"]),
        (nameof(FigureKind.OutputRange), "Variation of output", ["variation of output"]),
        (nameof(FigureKind.ReceiptsRange), "Variation of receipts", ["variation of receipts"]),
        (nameof(FigureKind.Costs), "Costs of keeping the plan", ["penalty costs", "costs of keeping the plan", "costs"]),
    ];

    public static string Title(FigureKind kind) => Title(kind.ToString())!;

    /// <summary>Null when there is no such number; what came from a client is hostile.</summary>
    public static string? Title(string? key) => Array.Find(Known, known => known.Key == key).Title;

    public static IEnumerable<(string Key, string Title)> All => Known.Select(known => (known.Key, known.Title));

    /// <summary>The number a text begins with, and what comes after it; the longest name that fits wins.</summary>
    public static (string Key, string Reason)? Split(string text)
    {
        var line = text.Trim();
        (string Key, string Reason, int Length)? best = null;
        foreach (var (key, _, typed) in Known)
            foreach (var name in typed)
                if (line.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (line.Length == name.Length || !char.IsLetterOrDigit(line[name.Length])) && name.Length > (best?.Length ?? 0))
                    best = (key, line[name.Length..].TrimStart(' ', ':', ',', '-', '.', ';').TrimEnd(), name.Length);
        return best is { } found ? (found.Key, found.Reason) : null;
    }
}
