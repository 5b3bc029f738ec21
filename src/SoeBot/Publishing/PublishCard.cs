using SoeBot.Cards;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Publishing;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Publishing;

/// <summary>The draft of a week for whoever plans, and the published week for everybody.</summary>
internal static class PublishCard
{
    /// <summary>With the button that publishes.</summary>
    public const string Draft = "week-draft";

    /// <summary>In the channel, once the week has a plan.</summary>
    public const string Plan = "week-plan";

    public const string Rebuilt = "in_rebuilt";
    private const int Most = 4;

    public static string Track(string card, PlantId plant, PlantWeek week) => $"{card}:{plant}:{week}";

    public static Card DrawDraft(PublishView view)
    {
        var planner = view.Planners.Count > 0 ? DataLine.Short(string.Join(" or ", view.Planners), 60) : "planning";
        return Draw(view, view switch
        {
            { IsPublished: true } => Published(view),
            { Frozen: not null } => $"it froze by itself. {planner}: confirm it?",
            _ => $"{planner}: publish, or fix first?",
        }, isDraft: true) with
        { Actions = view.IsPublished ? [] : [Publish(view)] };
    }

    public static Card? DrawPlan(PublishView view) => view.Frozen is null ? null
        : Draw(view, view.IsPublished ? Published(view) : "it froze by itself, not confirmed by planning", isDraft: false);

    private static string Published(PublishView view) => $"published by {DataLine.Short(view.By, 40)}";

    private static Card Draw(PublishView view, string move, bool isDraft)
    {
        var title = $"{DataLine.Short(view.Plant.Name, 40)}, week {view.Week.Number} - {move}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (view.Note is { } note) body.Add(new TextBlock(note) { Color = TextColor.Attention, Weight = TextWeight.Bolder });
        if (State(view) is { } state) body.Add(new TextBlock(state));
        if (view.Demand is { } demand) body.Add(new Container([new TextBlock(CardText.Of($"**{demand.Words}**{Tracked(view)}"))]) { Style = ContainerStyle.Warning });
        else if (view.Rebuild is not null) body.Add(new TextBlock($"The rebuild from actual capacity is still open.{Tracked(view)}"));
        body.Add(new FactSet([.. Facts(view)]));
        if (view.Draft.Since is { } since && since.Version != view.Version.Number) body.AddRange(Changed(since));
        foreach (var (week, when) in ((PlantWeek, string)[])[(view.Firm, "firm now"), (view.Flexible, $"firm from {PlanWords.Day(view.Firm.Start)}")])
            body.AddRange(Conflicts(view, week, when));
        if (view.Draft.UnfitCount > 0)
        {
            body.Add(new TextBlock(CardText.Of($"**{PlanWords.Count(view.Draft.UnfitCount, "production order", "production orders")} cannot be kept as planned**")) { Spacing = Spacing.Medium });
            body.AddRange(Lines(view.Draft.Unfit.Select(row => $"{DataLine.Short(row.Line, 24)} ({DataLine.Short(row.Item, 30)}): {row.Why}"), view.Draft.UnfitCount));
        }
        if (isDraft)
        {
            body.Add(TextBlock.Subtle($"Built from: {string.Join("; ", view.Sources.Select(source => $"{source.Name} {(source.At is { } at ? DataLine.Moment(at, view.Plant.Calendar, view.Now) : "not in the data")}"))}."));
            if (view.AsksRebuild && !view.IsPublished) body.Add(new ToggleInput(Rebuilt, "Rebuilt from actual capacity"));
        }
        body.AddRange(view.Data.Draw());
        return new Card { Summary = title, Body = body };
    }

    private static string? State(PublishView view) => view.Frozen switch
    {
        null => $"If nobody publishes it, the newest version freezes by itself {DayWords.Moment(view.Deadline, view.Plant.Calendar)}.",
        { IsConfirmed: false } frozen => $"Version {frozen.Version} was frozen {DataLine.Moment(frozen.At, view.Plant.Calendar, view.Now)}, and nobody of planning has confirmed it. Changes in it need approval all the same.",
        { By: null } frozen => $"Version {frozen.Version} froze by itself {DataLine.Moment(frozen.At, view.Plant.Calendar, view.Now)}; confirmed {DataLine.Moment(frozen.ConfirmedAt!.Value, view.Plant.Calendar, view.Now)}.",
        { } frozen => $"Version {frozen.Version} is the plan of the week since {DataLine.Moment(frozen.At, view.Plant.Calendar, view.Now)}. Changes in it need approval.",
    };

    private static string Tracked(PublishView view) =>
        view.Rebuild is { } one ? $" {one.Decision.Name}: {DataLine.Short(one.Owner, 40)}{(one.Decision.Due is { } due ? $", due {DayWords.Of(due, view.Plant.Calendar.DayOf(view.Now))}" : "")}." : "";

    private static IEnumerable<Fact> Facts(PublishView view)
    {
        foreach (var (week, name) in ((PlantWeek, string)[])[(view.Week, "frozen"), (view.Firm, "firm")])
            yield return new Fact($"Week {week.Number}, {name}", view.Loads.FirstOrDefault(load => load.Week == week) is { } load
                ? $"{PlanWords.Day(week.Start)} to {PlanWords.Day(week.End)}: {PlanWords.Count(load.Orders, "order", "orders")}, {PlanWords.Quantity(load.Pieces)} pieces"
                : $"{PlanWords.Day(week.Start)} to {PlanWords.Day(week.End)}: not in the data yet");
    }

    private static IEnumerable<CardElement> Changed(SincePublished since)
    {
        yield return new TextBlock(CardText.Of($"**Against version {since.Version}, published for week {since.Week.Number}:** {(since.All == 0 ? "nothing changed"
            : $"{PlanWords.Quantity(since.Added)} added, {PlanWords.Quantity(since.Gone)} gone, {PlanWords.Quantity(since.Moved)} moved, {PlanWords.Quantity(since.Otherwise)} with another quantity or work centre")}")) { Spacing = Spacing.Medium };
        if (since.Words.Count > 0) foreach (var line in Lines(since.Words.Select(words => DataLine.Short(words, 100)), since.All)) yield return line;
    }

    private static IEnumerable<CardElement> Conflicts(PublishView view, PlantWeek week, string when)
    {
        if (view.Draft.Of(week) is not { } found) yield break;
        yield return new TextBlock(CardText.Of($"**Week {week.Number} ({when}): {(found.Count == 0 ? "no conflicts" : $"{PlanWords.Count(found.Count, "conflict", "conflicts")} open")}**")) { Spacing = Spacing.Medium };
        foreach (var line in Lines(found.Worst.Select(one => DataLine.Short(one.Words, 120)), found.Count)) yield return line;
    }

    private static IEnumerable<TextBlock> Lines(IEnumerable<string> lines, int all)
    {
        var some = lines.Take(Most).ToList();
        if (all > some.Count) some.Add($"{PlanWords.Quantity(all - some.Count)} more");
        return some.Select(line => new TextBlock(line) { Spacing = Spacing.None, Size = TextSize.Small });
    }

    private static ExecuteAction Publish(PublishView view) =>
        new(view.Frozen is null ? "Publish" : "Confirm", PublishSlice.Publish, new { p = view.Plant.Id.Value, r = view.Week.ToString(), v = view.Frozen?.Version ?? view.Version.Number }) { Style = ActionStyle.Positive };
}
