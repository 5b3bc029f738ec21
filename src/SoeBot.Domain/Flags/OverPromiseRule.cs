using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;

namespace SoeBot.Domain.Flags;

/// <summary>
/// Somebody promised a date earlier than the one computed (R137): a line whose confirmed date is new or was changed since the version before,
/// to a day on which the plan cannot have it. It stays until the promise or the plan changes. A promise that the plan breaks later is no over-promise.
/// </summary>
internal static class OverPromiseRule
{
    public static void Find(FlagInput input, List<PlanFlag> found)
    {
        var promised = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in input.OrderChanges?.Added ?? []) if (IsPromised(line)) promised.Add(Name(line));
        foreach (var change in input.OrderChanges?.Changed ?? [])
            if (IsPromised(change.After) && change.After.Commitment != change.Before.Commitment) promised.Add(Name(change.After));
        foreach (var flag in input.Previous)
            if (flag.Kind == FlagKind.OverPromise) promised.Add(flag.Object);
        if (promised.Count == 0) return;

        var orders = new HashSet<string>(promised.Count, StringComparer.Ordinal);
        foreach (var name in promised) orders.Add(name[..name.LastIndexOf(" line ", StringComparison.Ordinal)]);
        foreach (var line in input.Lines)
            if (line.IsLate && orders.Contains(line.Line.Order) && Name(line.Line) is var name && promised.Contains(name)) found.Add(Flag(input, line, name));
    }

    private static PlanFlag Flag(FlagInput input, ProjectedLine line, string name) => new(
        FlagKind.OverPromise, name, input.Today,
        $"{line.Line.Order} line {line.Line.Line}: {PlanWords.Quantity(line.Line.OpenQuantity)} {input.Index.Name(input.Index.Find(line.Line.Item))} promised for {PlanWords.Day(line.Line.Commitment)}, "
        + (line.Projected is { } day ? $"the plan can do {PlanWords.Day(day)}, {PlanWords.Count(line.DaysLate!.Value, "day", "days")} later" : "the plan has no day for it at all"),
        0, line.DaysLate, "days");

    private static bool IsPromised(OrderLine line) => (line.LastConfirmed ?? line.FirstConfirmed) is not null;

    /// <summary>Another promise for the same line is another cause.</summary>
    private static string Name(OrderLine line) => $"{line.Order} line {line.Line} for {line.Commitment:yyyy-MM-dd}";
}
