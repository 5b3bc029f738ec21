using SoeBot.Cards;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Exceptions;

/// <summary>C10: the last 24 hours on one page, by category with the worst three, and said also when there is nothing (R32 to R43).</summary>
internal static class ExceptionsCard
{
    public const string Source = "exceptions";

    /// <summary>Lines on the page; with many categories each shows fewer, and says how many there are.</summary>
    private const int Lines = 12;
    private const int Worst = 3;
    private const int CategoryButtons = 1;
    private const int FlagLines = 3;
    private const int MostCauses = 3;

    public static Card Draw(ExceptionsView view)
    {
        var title = $"{DataLine.Short(view.PlantName, 40)}, exceptions of 24 h - {Move(view)}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (view.OlderVersion is { } old)
            body.Add(new TextBlock($"The card you pressed was of version {old}. This is today's.") { IsSubtle = true });
        if (view.LastWeek is { } then && view.Open.Count > 0) body.Add(new TextBlock($"{PlanWords.Quantity(view.Open.Count)} open, {Against(view.Open.Count, then)}."));
        var groups = view.Open.GroupBy(found => found.Category)
            .OrderByDescending(group => group.Max(found => found.ReportDays)).ThenByDescending(group => group.Count()).ThenBy(group => group.Key).ToList();
        if (groups.Count == 0)
            body.Add(new TextBlock($"No exceptions in 24 h. {PlanWords.Count(view.Sources, "source", "sources")}, newest {view.NewestAt}."));
        var shown = groups.Count == 0 ? Worst : Math.Clamp(Lines / groups.Count, 1, Worst);
        foreach (var group in groups)
        {
            body.Add(TextBlock.Subheading($"{ExceptionWords.Of(group.Key)}: {PlanWords.Quantity(group.Count())}"));
            if (Causes(group, shown) is { } causes) body.Add(TextBlock.Subtle(causes));
            body.AddRange(WorstFirst(group).Take(shown).SelectMany(found => ExceptionRow.Draw(found, view.ProblemOf(found), withDay: false)));
        }
        body.AddRange(Flags(view));
        if (view.Seen.Count > 0)
            body.Add(new TextBlock(CardText.Of($"**{string.Join(", ", view.Seen.Take(5).Select(line => DataLine.Short(line, 60)))}**")) { Color = TextColor.Good, Spacing = Spacing.Medium });
        body.AddRange(view.Data.Draw());
        return new Card { Summary = title, Body = body, Actions = [.. Actions(view, groups, shown)] };
    }

    /// <summary>One page of a category, of the repeats or of all.</summary>
    public static Card DrawPage(ExceptionsView view, ExceptionPage page)
    {
        var all = WorstFirst(page.Of(view.Open)).ToList();
        var skip = Math.Clamp(page.Skip, 0, all.Count == 0 ? 0 : (all.Count - 1) / ExceptionPage.Size * ExceptionPage.Size);
        var rows = all.Skip(skip).Take(ExceptionPage.Size).ToList();
        var name = page.Repeats ? "exceptions of two days and more" : page.Category is { } category ? ExceptionWords.Of(category).ToLowerInvariant() : "all exceptions";
        var range = rows.Count == 0 ? "none" : $"{skip + 1} to {skip + rows.Count} of {PlanWords.Quantity(all.Count)}";
        var title = $"{DataLine.Short(view.PlantName, 40)}, {name} - {range}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (rows.Count == 0)
            body.Add(new TextBlock(page.Repeats ? "Nothing has lasted two report days." : "None open."));
        if (page.Repeats) body.AddRange(ProblemRows.Draw(view));
        body.AddRange(rows.SelectMany(found => ExceptionRow.Draw(found, view.ProblemOf(found), withDay: true)));
        body.AddRange(view.Data.Draw());
        var actions = new List<CardAction>();
        if (skip > 0) actions.Add(Show(view, "Previous 10", (page with { Skip = skip - ExceptionPage.Size }).ToString()));
        if (skip + rows.Count < all.Count) actions.Add(Show(view, "Next 10", (page with { Skip = skip + ExceptionPage.Size }).ToString()));
        if (page.Repeats) actions.AddRange(ProblemRows.Actions(view));
        actions.Add(Show(view, "Back to the page", ""));
        return new Card { Summary = title, Body = body, Actions = actions };
    }

    /// <summary>What a long group is made of, the most frequent causes first; null for one of a single cause and for a short one, all of whose lines are there.</summary>
    private static string? Causes(IGrouping<ExceptionCategory, PlanException> group, int shown)
    {
        if (group.Count() <= shown) return null;
        var causes = group.GroupBy(found => CauseWords.Readable(found.Cause)).OrderByDescending(cause => cause.Count()).ThenBy(cause => cause.Key, StringComparer.Ordinal).ToList();
        if (causes.Count == 1) return null;
        var rest = causes.Skip(MostCauses).Sum(cause => cause.Count());
        return $"{string.Join(", ", causes.Take(MostCauses).Select(cause => $"{DataLine.Short(cause.Key, 40)} {PlanWords.Quantity(cause.Count())}"))}{(rest > 0 ? $", other causes {PlanWords.Quantity(rest)}" : "")}";
    }

    private static string Against(int now, int then) =>
        now < then ? $"{PlanWords.Quantity(then - now)} fewer than at the end of last week ({PlanWords.Quantity(then)})"
        : now > then ? $"{PlanWords.Quantity(now - then)} more than at the end of last week ({PlanWords.Quantity(then)})"
        : "as many as at the end of last week";

    /// <summary>Warnings before the problem shows: no exceptions yet, and on the same page.</summary>
    private static IEnumerable<CardElement> Flags(ExceptionsView view)
    {
        if (view.Flags.Count == 0) yield break;
        yield return TextBlock.Subheading($"Flags: {PlanWords.Quantity(view.Flags.Count)}");
        foreach (var flag in view.Flags.Take(FlagLines)) yield return new TextBlock(DataLine.Short(flag.Words, 160)) { Spacing = Spacing.Small };
    }

    private static string Move(ExceptionsView view)
    {
        var problems = view.Open.Count(found => found.IsProcessProblem && view.ProblemOf(found)?.Owner is null);
        if (problems > 0) return $"plant manager: {PlanWords.Count(problems, "process problem needs", "process problems need")} an owner of the cause";
        if (view.Open.Count == 0) return "nobody has to act";
        return view.Seen.Count > 0 ? $"{PlanWords.Quantity(view.Open.Count)} open, seen" : $"plant manager: {PlanWords.Quantity(view.Open.Count)} to see";
    }

    private static IOrderedEnumerable<PlanException> WorstFirst(IEnumerable<PlanException> found) =>
        found.OrderByDescending(one => one.ReportDays).ThenByDescending(one => Math.Abs(one.Difference ?? one.Actual ?? 0));

    private static IEnumerable<CardAction> Actions(ExceptionsView view, List<IGrouping<ExceptionCategory, PlanException>> groups, int shown)
    {
        yield return new ExecuteAction("Seen", ExceptionVerbs.Seen, new { p = view.Plant, r = view.Day, v = view.Data.Version }) { Style = view.Seen.Count > 0 ? ActionStyle.Default : ActionStyle.Positive };
        foreach (var group in groups.Where(group => group.Count() > shown).OrderByDescending(group => group.Count()).Take(CategoryButtons))
            yield return Show(view, $"{ExceptionWords.Of(group.Key)} ({group.Count()})", new ExceptionPage(group.Key, false, 0).ToString());
        if (groups.Any(group => group.Count() > shown)) yield return Show(view, $"Show all ({PlanWords.Quantity(view.Open.Count)})", "all:0");
        if (view.Open.Any(found => found.ReportDays >= 2)) yield return Show(view, "Repeats", "repeats:0");
        if (view.Weeks.Count > 0) yield return Show(view, "Weeks", "weeks");
        if (view.Flags.Count > 0) yield return new ExecuteAction($"Flags ({PlanWords.Quantity(view.Flags.Count)})", ExceptionVerbs.Flags, new { p = view.Plant, r = "0", v = view.Data.Version });
    }

    private static ExecuteAction Show(ExceptionsView view, string title, string what) =>
        new(title, ExceptionVerbs.Show, new { p = view.Plant, r = what, v = view.Data.Version });
}
