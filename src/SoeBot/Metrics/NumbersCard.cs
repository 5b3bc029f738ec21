using SoeBot.Cards;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Metrics;

/// <summary>C13: three big numbers, what they mean, and the thirteen weeks behind them (R57 to R64).</summary>
internal static class NumbersCard
{
    public const string Source = "numbers";

    public static Card Draw(NumbersView view)
    {
        var last = view.Weeks is [{ } newest, ..] ? newest : null;
        var title = $"{DataLine.Short(view.PlantName, 40)}, {(last is null ? "the three numbers" : $"numbers of week {last.Week.Number}")} - {Move(view, last)}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (last is null) body.Add(new TextBlock("No finished week in the data yet: no plan, no number."));
        else
        {
            var before = view.Weeks is [_, { } previous, ..] ? previous : null;
            body.AddRange(Attainment(view, last, before));
            if (view.Unconfirmed is { } unconfirmed) body.Add(TextBlock.Subtle(unconfirmed));
            body.AddRange(OnTime(view, last, before));
            if (Fell(last, before)) body.Add(Warning($"On time fell: the frozen zone was changed or suppliers got worse. Changes without approval: {PlanWords.Quantity(view.Unapproved)}. Late supplier lines: {PlanWords.Quantity(view.LateSupply)}."));
        }
        body.AddRange(Exceptions(view));
        body.AddRange(History.Attainment(view));
        body.AddRange(view.Data.Draw());
        return new Card { Summary = Summary(title, last), Body = body, Actions = [.. Actions(view)] };
    }

    private static string Summary(string title, WeekNumbers? last) =>
        last is null ? title : $"{title}: attainment {NumberWords.Percent(last.Attainment.Share)}, on time {OnTimeShare(last.OnTimeFirst)}";

    private static string Move(NumbersView view, WeekNumbers? last) => last?.Attainment.Share switch
    {
        null => "no plan, no number",
        { } share when share < view.Settings.RebuildUnder => "planning: rebuild the two weeks",
        { } share when share < view.Settings.Target => "everybody: what cost the missing pieces?",
        _ => "on target, nobody has to act",
    };

    private static IEnumerable<CardElement> Attainment(NumbersView view, WeekNumbers last, WeekNumbers? before)
    {
        var (share, settings) = (last.Attainment.Share, view.Settings);
        yield return Big(
            NumberWords.Percent(share), NumberWords.Colour(share, settings), "Schedule attainment",
            share is null ? "No plan, no number" : $"{NumberWords.Judged(share, settings)}; {Counts(last.Attainment)}. {NumberWords.Against(share, before?.Attainment.Share)}");
        foreach (var contest in ContestRow.Draw(view.Contests, nameof(FigureKind.Attainment))) yield return contest;
        if (share is not null)
            yield return TextBlock.Subtle(CardText.Of($"{DataLine.Capital(last.Attainment.Definition, 200)}. {NumberWords.Lines(settings)} Source: production schedule against the frozen plan, version {PlanWords.Quantity(last.BaselineVersion ?? 0)}."));
        if (last.Adherence.Share is { } adherence)
            yield return TextBlock.Subtle(CardText.Of($"Schedule adherence {NumberWords.Percent(adherence)}, {Counts(last.Adherence)}: {DataLine.Short(last.Adherence.Definition, 200)}."));
        foreach (var contest in ContestRow.Draw(view.Contests, nameof(FigureKind.Adherence))) yield return contest;
        if (share < settings.RebuildUnder)
            yield return Warning("The schedule is not realistic: rebuild the two weeks from actual capacity.");
    }

    private static IEnumerable<CardElement> OnTime(NumbersView view, WeekNumbers last, WeekNumbers? before)
    {
        var first = last.OnTimeFirst.Share;
        yield return Big(
            OnTimeShare(last.OnTimeFirst), TextColor.Default, "On time, first promise",
            first is null ? DataLine.Short(last.OnTimeFirst.Definition, 120) : $"{Counts(last.OnTimeFirst)}. {NumberWords.Against(first, before?.OnTimeFirst.Share)}");
        foreach (var contest in ContestRow.Draw(view.Contests, nameof(FigureKind.OnTimeFirst)).Concat(ContestRow.Draw(view.Contests, nameof(FigureKind.OnTimeLast)))) yield return contest;
        if (first is not null) yield return TextBlock.Subtle($"{DataLine.Capital(last.OnTimeFirst.Definition, 200)}. Source: customer orders.");
        if (last.OnTimeLast.Share is { } share)
            yield return TextBlock.Subtle($"Against the last promise: {NumberWords.Percent(share)}, {Counts(last.OnTimeLast)}.");
    }

    private static IEnumerable<CardElement> Exceptions(NumbersView view)
    {
        var against = view.OpenLastWeek switch
        {
            null => "No count of the week before yet",
            { } then when then > view.OpenExceptions => $"↓ {PlanWords.Quantity(then - view.OpenExceptions)} fewer than last week ({PlanWords.Quantity(then)})",
            { } then when then < view.OpenExceptions => $"↑ {PlanWords.Quantity(view.OpenExceptions - then)} more than last week ({PlanWords.Quantity(then)})",
            { } then => $"→ as many as last week ({PlanWords.Quantity(then)})",
        };
        yield return Big(PlanWords.Quantity(view.OpenExceptions), TextColor.Default, "Open exceptions", against);
        foreach (var contest in ContestRow.Draw(view.Contests, NumberNames.Exceptions)) yield return contest;
        if (view.Repeats.Count > 0)
            yield return TextBlock.Subtle($"Three days and more: {string.Join(", ", view.Repeats.Take(3).Select(name => DataLine.Short(name, 40)))}{(view.Repeats.Count > 3 ? $" and {view.Repeats.Count - 3} more" : "")}.");
    }

    private static readonly (string Key, string Title)[] Contestable =
        [.. NumberNames.All.Where(number => number.Key is nameof(FigureKind.Attainment) or nameof(FigureKind.Adherence) or nameof(FigureKind.OnTimeFirst) or nameof(FigureKind.OnTimeLast) or NumberNames.Exceptions)];

    private static ColumnSet Big(string number, TextColor colour, string name, string words) =>
        new(
            new Column(ColumnWidth.Weight(2), new TextBlock(number) { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder, Color = colour }),
            new Column(ColumnWidth.Weight(3), new TextBlock(name) { Weight = TextWeight.Bolder }, new TextBlock(words) { Spacing = Spacing.None, Color = colour })) { Spacing = Spacing.Medium };

    private static Container Warning(string words) => new([new TextBlock(words)]) { Style = ContainerStyle.Attention, Spacing = Spacing.Small };

    private static string OnTimeShare(Measure measure) => measure.Share is { } share ? NumberWords.Percent(share) : "no orders";

    private static string Counts(Measure measure) =>
        $"{PlanWords.Quantity(measure.Numerator)} of {PlanWords.Quantity(measure.Denominator)} {measure.Unit}";

    private static bool Fell(WeekNumbers last, WeekNumbers? before) => last.OnTimeFirst.Share < before?.OnTimeFirst.Share;

    private static IEnumerable<CardAction> Actions(NumbersView view)
    {
        if (view.OpenExceptions > 0) yield return new ExecuteAction("Exceptions", NumberVerbs.Show, new { p = view.Plant, r = "exceptions", v = view.Data.Version }) { AssociatedInputs = AssociatedInputs.None };
        if (view.Weeks.Count > 1) yield return new ShowCardAction("On time, 13 weeks", [.. History.OnTime(view.Weeks)]);
        if (view.Weeks is [{ } last, ..]) yield return new ShowCardAction("Definitions", [.. History.Definitions(last)]);
        if (view.Weeks.Count > 0)
            foreach (var action in ContestRow.Actions(view.Plant, view.Data.Version, view.Contests, Contestable)) yield return action;
        yield return new ExecuteAction("All numbers", NumberVerbs.Page, new { p = view.Plant, r = "all:0", v = view.Data.Version }) { AssociatedInputs = AssociatedInputs.None };
    }
}
