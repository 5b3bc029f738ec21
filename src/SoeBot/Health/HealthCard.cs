using SoeBot.Cards;
using SoeBot.Domain.Health;
using SoeBot.Domain.Metrics;
using SoeBot.Teams.Cards;

namespace SoeBot.Health;

/// <param name="Weeks">Finished weeks, the newest first: attainment and on time stand beside every page (R17).</param>
internal sealed record HealthView(string Plant, string PlantName, HealthWindow Window, IReadOnlyList<HealthFigure> Figures, IReadOnlyList<WeekNumbers> Weeks, bool OfMeetings, int Skip, int? Version, DataLine? Data);

/// <summary>The health of the process, page by page, each number with its definition. It never says "meeting held" alone: what the plant delivers stands on top (R17, R133).</summary>
internal static class HealthCard
{
    public const string Source = "health";
    public const int OnPage = 5;

    public static Card Draw(HealthView view)
    {
        var skip = Paging.Clamp(view.Skip, OnPage, view.Figures.Count);
        var title = $"{DataLine.Short(view.PlantName, 40)}, health of the process: {view.Window.Words}";
        var body = new List<CardElement> { TextBlock.Heading(title), new FactSet([.. Results(view)]) };
        foreach (var figure in view.Figures.Skip(skip).Take(OnPage)) body.AddRange(Row(figure));
        body.Add(TextBlock.Subtle($"Numbers {Paging.Range(skip, OnPage, view.Figures.Count)}."));
        if (view.Data is { } data) body.AddRange(data.Draw());
        var window = view.OfMeetings ? "meetings" : "weeks";
        var actions = new List<CardAction>();
        if (skip > 0) actions.Add(Page(view, "Previous", $"{window}:{skip - OnPage}"));
        if (skip + OnPage < view.Figures.Count) actions.Add(Page(view, "Next", $"{window}:{skip + OnPage}"));
        actions.Add(view.OfMeetings ? Page(view, "13 weeks", "weeks:0") : Page(view, "Last four meetings", "meetings:0"));
        actions.Add(Page(view, "Maturity level", "level:0"));
        return new Card { Summary = title, Body = body, Actions = actions };
    }

    private static IEnumerable<Fact> Results(HealthView view)
    {
        var last = view.Weeks.Count > 0 ? view.Weeks[0] : null;
        yield return new Fact("Schedule attainment", Share(last?.Attainment, view.Weeks.Select(week => week.Attainment)));
        yield return new Fact("On time", Share(last?.OnTimeFirst, view.Weeks.Select(week => week.OnTimeFirst)));
    }

    private static string Share(Measure? last, IEnumerable<Measure> all)
    {
        var known = all.Where(one => one.Denominator > 0).ToList();
        if (known.Count == 0) return "no number";
        var mean = known.Sum(one => one.Numerator) / known.Sum(one => one.Denominator);
        return $"{(last?.Share is { } share ? HealthWords.Percent(share) : "no plan")} last week, {HealthWords.Percent(mean)} in {(known.Count == 1 ? "1 week" : $"{known.Count} weeks")}";
    }

    private static IEnumerable<CardElement> Row(HealthFigure figure)
    {
        yield return new TextBlock(CardText.Of($"**{HealthWords.Title(figure.Kind)}: {HealthWords.Value(figure)}**{(HealthWords.Counts(figure) is { Length: > 0 } counts ? $", {counts}" : "")}")) { Separator = true, Spacing = Spacing.Medium };
        if (figure.Warning is { } warning) yield return new TextBlock(DataLine.Capital(warning, 200)) { Color = TextColor.Attention, Spacing = Spacing.None };
        if (figure.Parts.Count > 0) yield return new TextBlock(DataLine.Short(string.Join("; ", figure.Parts.Take(4).Select(part => DataLine.Short(part, 90))), 300) + (figure.Parts.Count > 4 ? $" and {figure.Parts.Count - 4} more" : "")) { Size = TextSize.Small, Spacing = Spacing.None };
        yield return new TextBlock($"{DataLine.Capital(figure.Definition, 300)}.") { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.None };
    }

    internal static ExecuteAction Page(HealthView view, string title, string what) =>
        new(title, HealthVerbs.Page, new { p = view.Plant, r = what, v = view.Version ?? 1 }) { AssociatedInputs = AssociatedInputs.None };
}
