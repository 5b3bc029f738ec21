using static SoeBot.Connectors.Sample.SampleDays;

namespace SoeBot.Connectors.Sample;

/// <summary>What a valve order of a week is chosen for in the story; each week other slots play the parts.</summary>
internal enum ValveRole
{
    EarlierAsked = 0, LateHaulage = 1, RaisedOnTuesday = 2, EarlierGranted = 4,
    RaisedOnFriday = 6, OnHold = 8, ChangedOnTuesday = 9, ChangedOnFriday = 10, Plain = 11,
}

/// <summary>Which trouble a week has. Every week has all kinds, on changing things, so that any day shows them.</summary>
internal static class SampleTrouble
{
    private static readonly string[] Bottlenecks = ["A30", "V50", "A40"];

    /// <summary>The work centre with more hours planned than it has.</summary>
    public static string OverloadedIn(int week) => Bottlenecks[week % Bottlenecks.Length];

    /// <summary>The pump whose castings do not come in time for this week; its part has the same place in the catalogue.</summary>
    public static int LateCasting(int week) => week % SampleCatalogue.Pumps;

    /// <summary>The seal kit that is short for the second half of this week; never that of the pump with the late casting.</summary>
    public static int MissingSeal(int week) => 6 + (LateCasting(week) / 2 + 1 + week / 6 % 2) % 3;

    public static DateOnly CastingAnnounced(int week) => Day(week - 2, Thu);
    public static DateOnly SealAnnounced(int week) => Day(week - 2, Thu);

    /// <summary>The day the late supplier promises, for castings and seals alike.</summary>
    public static DateOnly Promised(int week) => Day(week, Fri);

    /// <summary>Sometimes the supplier beats the new promise.</summary>
    public static DateOnly CastingArrives(int week) => CastingIsLate(week) ? Promised(week) : Day(week, Wed);
    public static bool CastingIsLate(int week) => SampleChance.Spread(week, 0.3) >= 0.35;
    public static DateOnly SealArrives(int week) => CastingIsLate(week) && SampleChance.Spread(week, 0.8) < 0.12 ? Day(week, Wed) : Promised(week);

    public static ValveRole RoleOf(int week, int valveSlot) => (ValveRole)((valveSlot - SampleOrders.FirstValve + week * 5) % 12);

    /// <summary>The pump orders whose customers change them when nobody can follow any more: wanted earlier, and wanted more.</summary>
    public static int EarlierTooLateSlot(int week) => week * 7 % SampleOrders.FirstValve;
    public static int MoreTooLateSlot(int week) => (week * 7 + 9) % SampleOrders.FirstValve;

    /// <summary>The wholesaler's order of this order week that is five times the usual and more.</summary>
    public static int SurgeSlot(int orderWeek) => SampleOrders.FirstFitting + orderWeek % 10;
    public static int CancelledSlot(int orderWeek) => SampleOrders.FirstFitting + (orderWeek + 5) % 10;

    /// <summary>Share of the frozen pieces that is good by the end of the week.</summary>
    public static double AttainmentOf(int week)
    {
        var u = SampleChance.Spread(week, 0.1);
        return u < 0.5 ? 0.79 + 0.18 * u : 0.88 + 0.13 * (u - 0.5);
    }
}
