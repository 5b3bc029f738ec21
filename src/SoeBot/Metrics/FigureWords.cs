using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;

namespace SoeBot.Metrics;

/// <summary>How a figure and its parts are said.</summary>
internal static class FigureWords
{
    /// <summary>"61.8 %", "12.5 days", "no plan".</summary>
    public static string Value(Figure figure) => figure.Value is { } value ? Value(figure, value) : figure.Absent ?? "no number";

    public static string Value(Figure figure, decimal value) => figure.Unit switch
    {
        Figure.Share => NumberWords.Percent(value),
        "days" when value >= StockRules.NoDemand => figure.Kind == FigureKind.ForwardCover ? "no item runs short" : "no demand",
        "days" when value < 0 => "out of stock already",
        "days" => PlanWords.Count(Math.Round(value, 1), "day", "days"),
        "cost" => PlanWords.Quantity(Math.Round(value, 0)),
        _ => $"{PlanWords.Quantity(Math.Round(value, 1))} {figure.Unit}",
    };

    /// <summary>"386 of 625 lines"; empty when nothing is counted.</summary>
    public static string Counts(Figure figure) => figure is { Value: not null, Numerator: { } numerator, Denominator: { } denominator, Counted: { } counted }
        ? $"{PlanWords.Quantity(Math.Round(numerator, 1))} of {PlanWords.Quantity(Math.Round(denominator, 1))} {counted}" : "";

    /// <summary>"Foundry: 50.0 %, 1 of 2".</summary>
    public static string Part(Figure figure, FigurePart part)
    {
        var counts = part is { Numerator: { } numerator, Denominator: { } denominator } ? $"{PlanWords.Quantity(Math.Round(numerator, 1))} of {PlanWords.Quantity(Math.Round(denominator, 1))}" : "";
        return string.Join(", ", new[] { part.Value is { } value ? Value(figure, value) : "", counts, part.Words ?? "" }.Where(words => words.Length > 0));
    }

    /// <summary>Where it comes from (R136).</summary>
    public static string Origin(Figure figure, int version) => $"{figure.Window}. Source: {figure.Sources}; plan version {version}";
}
