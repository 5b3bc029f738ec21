using SoeBot.Cards;
using SoeBot.Domain.Metrics;
using SoeBot.Teams.Cards;

namespace SoeBot.Metrics;

/// <summary>All numbers with definition, window, sources and version (R17, R65 to R76, R136): page by page, and one of them with its parts.</summary>
internal static class FiguresCard
{
    public const string Source = "metrics";
    private const int OnPage = 5;
    private const int PartsOnPage = 10;

    /// <summary>Costs are money: not on a card that others see.</summary>
    private const string OwnViewOnly = "shown by the button Details, to people of the plant";

    public static Card Draw(FiguresView view, int skip)
    {
        skip = Math.Clamp(skip - skip % OnPage, 0, view.Figures.Count == 0 ? 0 : (view.Figures.Count - 1) / OnPage * OnPage);
        var shown = view.Figures.Skip(skip).Take(OnPage).ToList();
        var range = shown.Count == 0 ? "none yet" : $"{skip + 1} to {skip + shown.Count} of {view.Figures.Count}";
        var title = $"{DataLine.Short(view.PlantName, 40)}, all numbers - {range}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (shown.Count == 0) body.Add(new TextBlock("They are computed with the next import."));
        foreach (var figure in shown) body.AddRange(Row(view, figure));
        if (shown.Count > 0) body.Add(new ChoiceInput("in_number", "Number")
        {
            Choices = [.. shown.Select(figure => new Choice(NumberNames.Title(figure.Kind), figure.Kind.ToString()))], Value = shown[0].Kind.ToString(), Spacing = Spacing.Medium,
        });
        body.AddRange(view.Data.Draw());
        var actions = new List<CardAction>();
        if (shown.Count > 0) actions.Add(new ExecuteAction("Details", NumberVerbs.Page, new { p = view.Plant, r = "chosen", v = view.Data.Version }));
        if (skip > 0) actions.Add(Page(view, "Previous", $"all:{skip - OnPage}"));
        if (skip + shown.Count < view.Figures.Count) actions.Add(Page(view, "Next", $"all:{skip + OnPage}"));
        actions.Add(Page(view, "The three numbers", "numbers"));
        return new Card { Summary = title, Body = body, Actions = actions };
    }

    /// <param name="view">All numbers.</param>
    /// <param name="figure">The one.</param>
    /// <param name="skip">Parts before the first one shown.</param>
    public static Card DrawOne(FiguresView view, Figure figure, int skip)
    {
        var name = NumberNames.Title(figure.Kind);
        var title = $"{DataLine.Short(view.PlantName, 40)}, {name} - {Value(view, figure)}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (FigureWords.Counts(figure) is { Length: > 0 } counts) body.Add(new TextBlock(counts));
        body.AddRange(ContestRow.Draw(view.Contests, figure.Kind.ToString(), most: 5, Contest.MostText));
        body.Add(TextBlock.Subtle(CardText.Of($"**What it means:** {DataLine.Capital(figure.Definition, 400)}.")));
        body.Add(TextBlock.Subtle($"{DataLine.Capital(FigureWords.Origin(figure, view.Data.Version), 250)}."));
        var parts = figure.Kind == FigureKind.Costs && !view.WithMoney ? [] : figure.Parts;
        skip = Math.Clamp(skip - skip % PartsOnPage, 0, parts.Count == 0 ? 0 : (parts.Count - 1) / PartsOnPage * PartsOnPage);
        if (parts.Count > 0)
            body.Add(new FactSet([.. parts.Skip(skip).Take(PartsOnPage).Select(part => new Fact(DataLine.Short(part.Name, 60), DataLine.Short(FigureWords.Part(figure, part), 90)))]));
        body.AddRange(view.Data.Draw());
        var actions = new List<CardAction>();
        if (skip > 0) actions.Add(Page(view, "Previous 10", $"{figure.Kind}:{skip - PartsOnPage}"));
        if (skip + PartsOnPage < parts.Count) actions.Add(Page(view, "Next 10", $"{figure.Kind}:{skip + PartsOnPage}"));
        actions.AddRange(ContestRow.Actions(view.Plant, view.Data.Version, view.Contests, [(figure.Kind.ToString(), name)]));
        actions.Add(Page(view, "All numbers", "all:0"));
        return new Card { Summary = title, Body = body, Actions = actions };
    }

    private static IEnumerable<CardElement> Row(FiguresView view, Figure figure)
    {
        yield return new TextBlock(CardText.Of($"**{NumberNames.Title(figure.Kind)}: {Value(view, figure)}**{(FigureWords.Counts(figure) is { Length: > 0 } counts ? $", {counts}" : "")}")) { Spacing = Spacing.Medium, Separator = true };
        foreach (var contest in ContestRow.Draw(view.Contests, figure.Kind.ToString())) yield return contest;
        yield return new TextBlock($"{DataLine.Capital(figure.Definition, 300)}.") { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.None };
        yield return new TextBlock($"{DataLine.Capital(FigureWords.Origin(figure, view.Data.Version), 200)}.") { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.None };
    }

    private static string Value(FiguresView view, Figure figure) =>
        figure.Kind == FigureKind.Costs && figure.Value is not null && !view.WithMoney ? OwnViewOnly : FigureWords.Value(figure);

    private static ExecuteAction Page(FiguresView view, string title, string what) =>
        new(title, NumberVerbs.Page, new { p = view.Plant, r = what, v = view.Data.Version }) { AssociatedInputs = AssociatedInputs.None };
}
