using SoeBot.Cards;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;

namespace SoeBot.Risk;

/// <summary>What the at-risk list is drawn from (C2).</summary>
/// <param name="Rows">The rows of this page: in the top ten those without an owner first, otherwise in rank order.</param>
/// <param name="Skip">Rows before this page; the posted card has none.</param>
/// <param name="Total">Orders on the whole list.</param>
/// <param name="Unowned">Orders among the top ten that nobody answers for, in rank order (R47).</param>
/// <param name="Waiting">Owners among the top ten who have not answered.</param>
/// <param name="OlderVersion">The version of the card that was pressed, when a newer plan answers it.</param>
internal sealed record TopTenView(
    string Plant,
    string PlantName,
    IReadOnlyList<TopTenRow> Rows,
    int Skip,
    int Total,
    IReadOnlyList<string> Unowned,
    IReadOnlyList<string> Waiting,
    DataLine Data,
    int? OlderVersion = null)
{
    public const int Size = 10;

    public static TopTenView Of(string plant, string plantName, IReadOnlyList<TopTenRow> all, int skip, DataLine data, int? olderVersion = null)
    {
        var top = all.Take(Size).ToList();
        // Those without an owner are shown first (R47); the rank stays what it is.
        var shown = top.Where(row => row.Owner is null).Concat(top.Where(row => row.Owner is not null)).Concat(all.Skip(Size));
        return new(
            plant, plantName, [.. shown.Skip(skip).Take(Size)], skip, all.Count,
            [.. top.Where(row => row.Owner is null).Select(row => row.Order.Order)],
            [.. top.Where(row => row.Owner is not null && row.Status == RiskStatus.Unanswered).Select(row => row.Owner!).Distinct()],
            data, olderVersion);
    }
}

/// <param name="Owner">Name; null when nobody answers for it.</param>
/// <param name="Told">When the customer was told and what was promised, in words; null when not told.</param>
internal sealed record TopTenRow(RankedOrder Order, string? Owner, RiskStatus Status, DateOnly? TellBy, string? Told);

/// <summary>How statuses and causes are said wherever this slice shows them.</summary>
internal static class RiskWords
{
    public static string Of(RiskStatus status) => status switch
    {
        RiskStatus.Unanswered => "No answer",
        RiskStatus.Green => "Green",
        RiskStatus.Amber => "Amber",
        RiskStatus.Red => "Red",
    };

    public static string Of(LateCause cause) => cause switch
    {
        LateCause.None => "",
        LateCause.LeadTime => "lead time",
        LateCause.Capacity => "capacity",
        LateCause.Fence => "fence",
        LateCause.AwaitingSupply => "waits for supply",
        LateCause.Quality => "quality",
        LateCause.CustomerChange => "customer's change",
    };
}
