using SoeBot.Cards;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Metrics;

namespace SoeBot.UnitTests.Slices.Views;

internal static class NumberViews
{
    public static readonly DataLine Data = new("Mon 09:00", "sample plant", 14);

    private static readonly decimal[] Shares = [0.843m, 0.775m, 0.857m, 0.891m, 0.93m, 0.94m, 0, 0.88m, 0.9m, 0.91m, 0.79m, 0.85m, 0.87m];

    public static NumbersView Amber => Of(Shares, onTimeNow: 618);

    public static NumbersView Rebuild => Of([0.748m, .. Shares.Skip(1)], onTimeNow: 500);

    public static NumbersView Good => Of([0.95m, .. Shares.Skip(1)], onTimeNow: 900) with { Repeats = [], OpenExceptions = 0 };

    public static NumbersView None => Of([], 0) with { OpenLastWeek = null, Repeats = [] };

    public static NumbersView Contested => Amber with
    {
        Contests = [new("Attainment", null, "Petra Lang", "scrap booked twice"), new("OnTimeFirst", 52, "Omar Haddad", "ship dates are of the invoice"), new("exceptions", null, "Petra Lang", "two are one")],
    };

    private static NumbersView Of(decimal[] shares, int onTimeNow) => new(
        "sample", "Sample plant", [.. shares.Select((share, back) => Week(share, back, back == 0 ? onTimeNow : 600 + back))], 23, 27, 3, 9,
        ["Wood Fitness, Casting 44", "Frame welding", "FR-M94B-44", "Allenson Cycles"], Data);

    private static WeekNumbers Week(decimal share, int back, int onTime) => new(
        new PlantWeek(new DateOnly(2013, 12, 30).AddDays(-7 * back)), share == 0 ? null : 13 - back,
        share == 0 ? new Measure(0, 0, "pieces", AttainmentRules.NoPlanWords) : new Measure(Math.Round(7_304 * share), 7_304, "pieces", AttainmentRules.Words(AttainmentDefinition.Capped)),
        share == 0 ? new Measure(0, 0, "lines", AttainmentRules.NoPlanWords) : new Measure(386, 625, "lines", WeekNumberRules.AdherenceWords),
        new Measure(onTime, 1_000, "orders", OnTimeRules.FirstWords),
        new Measure(onTime + 50, 1_000, "orders", OnTimeRules.LastWords),
        112);
}
