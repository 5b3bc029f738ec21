using SoeBot.Cards;
using SoeBot.Domain.Plan;

namespace SoeBot.LookAhead;

/// <summary>What the two-week look-ahead is drawn from (C1).</summary>
/// <param name="Plant">The plant's id, as buttons carry it.</param>
/// <param name="AtRisk">Customer orders on the at-risk list.</param>
/// <param name="Changed">What changed since the week was published, a line each; null when that is not known.</param>
/// <param name="OlderVersion">The version of the card that was pressed, when a newer plan answers it.</param>
/// <param name="Unconfirmed">That planning did not confirm the first week's plan; null when there is nothing to say.</param>
internal sealed record LookAheadView(
    string Plant,
    string PlantName,
    Domain.Plan.LookAhead Plan,
    int AtRisk,
    DataLine Data,
    IReadOnlyList<string>? Changed = null,
    int? OlderVersion = null,
    string? Unconfirmed = null);

/// <summary>One page of the lines behind a number of the look-ahead.</summary>
/// <param name="Skip">Lines before this page.</param>
/// <param name="Total">Lines on all pages.</param>
internal sealed record LinesView(
    string Plant,
    string PlantName,
    Section Section,
    string Days,
    IReadOnlyList<LineRow> Rows,
    int Skip,
    int Total,
    DataLine Data,
    int? OlderVersion = null);

/// <param name="Name">"WO 72591" or "PO 4021/3".</param>
/// <param name="When">The day that counts.</param>
/// <param name="What">Quantity and item.</param>
/// <param name="State">In words; empty when there is nothing to say.</param>
/// <param name="Bad">Late, unconfirmed: drawn in colour, and said in <paramref name="State"/>.</param>
internal sealed record LineRow(string Name, string When, string What, string State, bool Bad = false);

internal static class LineRows
{
    public static LineRow Of(ScheduleLine line, DateOnly today)
    {
        var late = line.IsOpen && line.Due < today;
        var state = line switch
        {
            { FinishedOn: { } day } => $"finished {PlanWords.Day(day)}",
            { Good: > 0 } => $"{PlanWords.Quantity(line.Good)} good so far",
            _ => "",
        };
        string[] parts = [line.WorkCentre ?? "", line.Hours is { } hours ? $"{PlanWords.Quantity(hours)} h" : "", state, late ? "late" : ""];
        return new(line.Number, PlanWords.Day(line.Due), $"{PlanWords.Quantity(line.Planned)} x {line.Item}", Joined(parts), late);
    }

    public static LineRow Of(PurchaseLine line, DateOnly today)
    {
        var late = line.OpenQuantity > 0 && line.Expected < today;
        var confirmed = line.Confirmed is null ? "unconfirmed" : line.Confirmed > line.Due ? $"confirmed later than asked ({PlanWords.Day(line.Due)})" : "confirmed";
        string[] parts = [line.Supplier, confirmed, late ? $"late by {PlanWords.Count(today.DayNumber - line.Expected.DayNumber, "day", "days")}" : ""];
        return new(line.Key, PlanWords.Day(line.Expected), $"{PlanWords.Quantity(line.OpenQuantity)} x {line.Item}", Joined(parts), late || line.Confirmed is null);
    }

    private static string Joined(string[] parts) => string.Join(", ", parts.Where(part => part.Length > 0));
}
