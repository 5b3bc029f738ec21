using System.Globalization;
using SoeBot.Cards;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Metrics;

/// <summary>What the weekly numbers are drawn from (C13, R57 to R64).</summary>
/// <param name="Weeks">Finished weeks, the newest first, at most thirteen.</param>
/// <param name="OpenLastWeek">Open exceptions a week before; null when that is not known.</param>
/// <param name="Unapproved">Changes inside a fence without approval, among the open exceptions.</param>
/// <param name="LateSupply">Late supplier lines, among the open exceptions.</param>
/// <param name="Repeats">Exceptions of three report days and more, by the name of the thing.</param>
internal sealed record NumbersView(
    string Plant,
    string PlantName,
    IReadOnlyList<WeekNumbers> Weeks,
    int OpenExceptions,
    int? OpenLastWeek,
    int Unapproved,
    int LateSupply,
    IReadOnlyList<string> Repeats,
    DataLine Data)
{
    public MetricSettings Settings { get; init; } = new();

    /// <summary>Numbers that people do not agree with.</summary>
    public IReadOnlyList<ContestLine> Contests { get; init; } = [];

    /// <summary>That planning did not confirm the plan the newest week is measured against; null when there is nothing to say.</summary>
    public string? Unconfirmed { get; init; }
}

/// <summary>The lines the numbers are held against (R61, R63, R64) and how they are said.</summary>
internal static class NumberWords
{
    public static string Lines(MetricSettings settings) =>
        $"Target {Line(settings.Target)}, alarm under {Line(settings.RebuildUnder)}; references: median {Line(settings.ReferenceMedian)}, top quartile {Line(settings.ReferenceTop)}.";

    public static string Percent(decimal? share) => share is { } known ? Points(known).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "no plan";

    /// <summary>In percent with one decimal; never rounded up to a whole number that was not reached, so that 79.99 % is not called 80.</summary>
    public static decimal Points(decimal share)
    {
        var points = Math.Round(share * 100, 1, MidpointRounding.AwayFromZero);
        return points == decimal.Truncate(points) && share * 100 < points ? points - 0.1m : points;
    }

    /// <summary>An arrow with the word, because an arrow alone says nothing to a screen reader.</summary>
    public static string Against(decimal? now, decimal? before) => (now, before) switch
    {
        ({ } a, { } b) when a > b => $"↑ up from {Percent(b)}",
        ({ } a, { } b) when a < b => $"↓ down from {Percent(b)}",
        ({ }, { } b) => $"→ same as last week, {Percent(b)}",
        _ => "No number for the week before",
    };

    public static string Judged(decimal? share, MetricSettings settings) => share switch
    {
        null => "no plan, no number",
        { } known when known < settings.RebuildUnder => $"under {Line(settings.RebuildUnder)}: rebuild",
        { } known when known < settings.Target => $"amber: {PlanWords.Quantity(settings.RebuildUnder * 100)} to {Line(settings.Target)}",
        _ => "on target",
    };

    public static TextColor Colour(decimal? share, MetricSettings settings) => share switch
    {
        null => TextColor.Default,
        { } known when known < settings.RebuildUnder => TextColor.Attention,
        { } known when known < settings.Target => TextColor.Default,
        _ => TextColor.Good,
    };

    public static ChartColor Bar(decimal? share, MetricSettings settings) => share switch
    {
        null => ChartColor.Neutral,
        { } known when known < settings.RebuildUnder => ChartColor.Attention,
        { } known when known < settings.Target => ChartColor.Warning,
        _ => ChartColor.Good,
    };

    private static string Line(decimal share) => $"{PlanWords.Quantity(share * 100)} %";
}
