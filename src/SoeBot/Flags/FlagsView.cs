using SoeBot.Cards;
using SoeBot.Domain.Flags;

namespace SoeBot.Flags;

/// <summary>What the cards of flags are drawn from.</summary>
/// <param name="Fired">Fired and still true, executives' criteria first.</param>
/// <param name="Waiting">Criteria seen in one import, which executives do not hear of yet.</param>
internal sealed record FlagsView(string Plant, string PlantName, IReadOnlyList<PlanFlag> Fired, int Waiting, FlagSettings Settings, DataLine Data);

/// <summary>How flags are said.</summary>
internal static class FlagWords
{
    public static string Of(FlagKind kind) => kind switch
    {
        FlagKind.OutOfStock => "Out of stock now",
        FlagKind.StockOutAhead => "Out of stock soon",
        FlagKind.OrderSurge => "Order surge",
        FlagKind.PointOfSale => "Shops sell otherwise than forecast or ordered",
        FlagKind.MixShift => "Shops buy another mix",
        FlagKind.OverPromise => "Promised earlier than the plan can",
        FlagKind.SafetyStockCreep => "Safety-stock creep",
    };

    /// <summary>What it takes, so that everybody can check it.</summary>
    public static string Rule(FlagKind kind, FlagSettings settings) => kind switch
    {
        FlagKind.OutOfStock => $"Nothing in stock that is not on hold, and order lines open within {settings.StockOutDays} days, in {settings.ExecutiveImports} imports in a row. A criterion for executives.",
        FlagKind.StockOutAhead => $"Stock, what comes and what is asked for, day by day: below zero within {settings.StockOutDays} days, in {settings.ExecutiveImports} imports in a row. Asked for is the greater of forecast and orders; in the first {Weeks(settings.DemandFenceWeeks)} only orders. A criterion for executives.",
        FlagKind.OrderSurge => $"A customer orders {settings.SurgeTimes:0.##} times the mean of the last 8 complete weeks (at least 4 known), {settings.SurgeTimesLargest:0.##} times the largest of them and at least {settings.SurgeLeastPieces:0.##} pieces.",
        FlagKind.PointOfSale => $"In each of the last two complete weeks shops sold over {settings.PointOfSaleLimit * 100:0.##} % more or less than the greater of forecast and orders.",
        FlagKind.MixShift => $"An item's share of what shops buy of its family moved by over {settings.MixShiftLimit * 100:0.##} points: last two weeks against the eight before.",
        FlagKind.OverPromise => "A date was confirmed, new or changed, that is earlier than the one the plan computes. A promise that the plan breaks later is none.",
        FlagKind.SafetyStockCreep => $"Stock above the safety stock rose in each of {settings.CreepWeeks} weeks while other items are out of stock or below theirs.",
    };

    private static string Weeks(int weeks) => weeks == 1 ? "week" : $"{weeks} weeks";
}
