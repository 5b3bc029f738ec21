using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.LookAhead;

/// <summary>The load of the fullest work centres: a bar, and beside it the number in words, because a bar says nothing to a screen reader.</summary>
internal static class LoadRows
{
    private const int Most = 4;
    private const decimal Tight = 0.9m;

    public static IEnumerable<CardElement> Draw(IReadOnlyList<WeekLoad> weeks)
    {
        var all = weeks.SelectMany((week, at) => week.Load.Select(load => (Week: at + 1, Load: load))).ToList();
        if (all.Count == 0) yield break;
        var fullest = all.OrderByDescending(entry => entry.Load.Share ?? decimal.MaxValue).ThenBy(entry => entry.Week).Take(Most).ToList();
        yield return TextBlock.Subheading("Load");
        foreach (var (week, load) in fullest)
        {
            yield return new TextBlock(CardText.Of($"**{DataLine.Short(load.Name, 40)}**, week {week}: {Words(load)}")) { Color = Colour(load), Spacing = Spacing.Small };
            if (load.Share is { } share)
                yield return new ProgressBar((double)Math.Min(100, Math.Round(share * 100))) { Color = Bar(load), Spacing = Spacing.None };
        }
        if (all.Count > fullest.Count && all.Except(fullest).Max(entry => entry.Load.Share ?? 0) is var next)
            yield return TextBlock.Subtle($"All others are at {PlanWords.Percent(next)} or less.");
    }

    private static string Words(CentreLoad load)
    {
        var hours = $"{PlanWords.Quantity(Math.Round(load.Planned))} h of {PlanWords.Quantity(Math.Round(load.Available))} h";
        if (load.Share is not { } share) return $"{PlanWords.Quantity(Math.Round(load.Planned))} h planned, no hours available";
        if (load.Planned > load.Available) return $"{hours}, over capacity by {PlanWords.Quantity(Math.Max(1, Math.Round(load.Planned - load.Available)))} h";
        return share >= Tight ? $"{hours}, {PlanWords.Percent(share)}, tight" : $"{hours}, {PlanWords.Percent(share)}";
    }

    private static TextColor Colour(CentreLoad load) =>
        load.Planned > load.Available ? TextColor.Attention : TextColor.Default;

    private static ProgressColor Bar(CentreLoad load) =>
        load.Planned > load.Available ? ProgressColor.Attention : load.Share >= Tight ? ProgressColor.Warning : ProgressColor.Good;
}
