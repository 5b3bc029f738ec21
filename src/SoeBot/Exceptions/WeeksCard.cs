using SoeBot.Cards;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Exceptions;

/// <summary>How often what went wrong over the weeks, and the greatest causes (R42, Pareto). An exception counts once a week.</summary>
internal static class WeeksCard
{
    private const int Causes = 10;

    public static Card Draw(ExceptionsView view)
    {
        var title = $"{DataLine.Short(view.PlantName, 40)}, exceptions of {PlanWords.Count(view.Weeks.Count, "week", "weeks")} - what comes back?";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        var categories = view.Weeks.SelectMany(week => week.ByCategory).GroupBy(entry => entry.Key).Select(group => (Category: group.Key, Count: group.Sum(entry => entry.Value)))
            .OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Category).ToList();
        if (categories.Count == 0) body.Add(new TextBlock("No exception in these weeks."));
        else
        {
            var all = categories.Sum(entry => entry.Count);
            body.Add(new HorizontalBarChart([.. categories.Select(entry => new Bar(ExceptionWords.Of(entry.Category), entry.Count))]) { Title = "By category, in all weeks" });
            var running = 0;
            foreach (var (category, count) in categories)
            {
                running += count;
                body.Add(new TextBlock(CardText.Of($"**{ExceptionWords.Of(category)}** {PlanWords.Quantity(count)} ({PlanWords.Percent((decimal)count / all)}, with those above {PlanWords.Percent((decimal)running / all)}). {ByWeek(view, category)}")) { Spacing = Spacing.Small });
            }
            body.Add(TextBlock.Subheading("The greatest causes, by report days"));
            body.AddRange(ExceptionWeekRules.Pareto(view.Weeks).Take(Causes).Select(cause => new TextBlock(
                $"{PlanWords.Count(cause.Days, "day", "days")}: {DataLine.Short(cause.Object, 60)}, {DataLine.Short(CauseWords.Readable(cause.Cause), 50)} ({ExceptionWords.Of(cause.Category).ToLowerInvariant()}), last on {PlanWords.Day(cause.LastDay)}") { Spacing = Spacing.Small }));
        }
        body.Add(TextBlock.Subtle("Each exception (category, object, cause) counts once a week, however many days it lasted."));
        body.AddRange(view.Data.Draw());
        return new Card
        {
            Summary = title, Body = body,
            Actions = [new ExecuteAction("Back to the page", ExceptionVerbs.Show, new { p = view.Plant, r = "", v = view.Data.Version })],
        };
    }

    /// <summary>Newest first, because that is what people look for.</summary>
    private static string ByWeek(ExceptionsView view, ExceptionCategory category) =>
        $"By week, newest first: {string.Join(", ", view.Weeks.Take(8).Select(week => $"wk {week.Week.Number} {PlanWords.Quantity(week.ByCategory.GetValueOrDefault(category))}"))}.";
}
