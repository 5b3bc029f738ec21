using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Exceptions;

/// <summary>Open process problems with who looks for the cause, and the button that says "I do" (R41).</summary>
internal static class ProblemRows
{
    private const int Most = 6;

    public static IEnumerable<CardElement> Draw(ExceptionsView view)
    {
        var open = Open(view);
        foreach (var line in open.Take(Most))
        {
            yield return new TextBlock(CardText.Of($"**{line.Problem.Name}** {DataLine.Short(line.Problem.Words, 130)}")) { Spacing = Spacing.Small };
            yield return new TextBlock(
                $"since {PlanWords.Day(line.Problem.OpenedOn)}{Clean(line)}; {(line.Owner is { } owner ? $"{DataLine.Short(owner, 40)} looks for the cause" : "nobody looks for the cause yet")}")
            {
                Spacing = Spacing.None, Size = TextSize.Small, Color = line.Owner is null ? TextColor.Attention : TextColor.Default,
            };
        }
        if (open.Count > Most) yield return TextBlock.Subtle($"And {open.Count - Most} more process problems.");
        if (open.Count > 0)
            yield return new ChoiceInput("in_problem", "Process problem")
            {
                Choices = [.. open.Take(Most).Select(line => new Choice($"{line.Problem.Name}{(line.Owner is null ? " (nobody yet)" : "")}", $"{line.Problem.Number}"))],
                Value = $"{(open.FirstOrDefault(line => line.Owner is null) ?? open[0]).Problem.Number}",
            };
    }

    public static IEnumerable<CardAction> Actions(ExceptionsView view)
    {
        if (Open(view).Count > 0)
            yield return new ExecuteAction("I look for the cause", ExceptionVerbs.Cause, new { p = view.Plant, r = "", v = view.Data.Version });
    }

    private static List<ProblemLine> Open(ExceptionsView view) => [.. view.Problems.Where(line => line.Problem.ClosedOn is null).OrderBy(line => line.Owner is not null).ThenBy(line => line.Problem.Number)];

    private static string Clean(ProblemLine line) => line.Problem.CleanDays == 0 ? ""
        : $", {PlanWords.Count(line.Problem.CleanDays, "day", "days")} without it (closes after {Domain.Exceptions.ProcessProblem.DaysToClose})";
}
