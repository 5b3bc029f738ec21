using SoeBot.Cards;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Exceptions;

/// <summary>One exception: a line of words, below it planned, actual and difference (R43), and the mark of a repeat (R41).</summary>
internal static class ExceptionRow
{
    public static IEnumerable<CardElement> Draw(PlanException found, ProblemLine? problem, bool withDay)
    {
        yield return new TextBlock(DataLine.Short(found.Words, 140)) { Spacing = Spacing.Small };
        var below = string.Join(", ", new[] { Numbers(found), withDay ? $"since {PlanWords.Day(found.Since)}" : "", withDay && CauseWords.Readable(found.Cause) != found.Cause ? $"cause code {DataLine.Short(found.Cause, 40)}" : "" }.Where(part => part.Length > 0));
        if (below.Length > 0) yield return new TextBlock(below) { Spacing = Spacing.None, Size = TextSize.Small, IsSubtle = true };
        if (ExceptionWords.Repeat(found, problem) is { } repeat)
            yield return new TextBlock(repeat) { Color = found.IsProcessProblem ? TextColor.Attention : TextColor.Default, Weight = TextWeight.Bolder, Size = TextSize.Small, Spacing = Spacing.None };
    }

    private static string Numbers(PlanException found)
    {
        var unit = found.Unit is { Length: > 0 } known ? $" {DataLine.Short(known, 12)}" : "";
        return (found.Planned, found.Actual) switch
        {
            // What the words have said already is not said again.
            ({ } planned, { } actual) when planned == 0 && found.Unit == "days" || found.Words.Contains($"{PlanWords.Quantity(actual)} of {PlanWords.Quantity(planned)}", StringComparison.Ordinal) =>
                $"difference {(actual > planned ? "+" : "")}{PlanWords.Quantity(actual - planned)}{unit}",
            ({ } planned, { } actual) => $"planned {PlanWords.Quantity(planned)}, actual {PlanWords.Quantity(actual)}, difference {(actual > planned ? "+" : "")}{PlanWords.Quantity(actual - planned)}{unit}",
            (null, { } actual) => $"{PlanWords.Quantity(actual)}{unit}",
            ({ } planned, null) => $"planned {PlanWords.Quantity(planned)}{unit}, nothing reported",
            _ => "",
        };
    }
}
