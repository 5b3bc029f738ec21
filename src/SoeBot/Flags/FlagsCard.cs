using SoeBot.Cards;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Flags;

/// <summary>What warns before the problem shows, each once, with what it compared (R107 to R120, R137, R138).</summary>
internal static class FlagsCard
{
    public const string Source = "flags";
    private const int Size = 8;

    /// <summary>Whose need goes first when there is not enough for all (R120).</summary>
    private const string Priorities = "Who gets scarce material first: within the two weeks the order with the higher priority, of equal ones the earlier commitment date; after them the earlier date alone.";

    public static Card Draw(FlagsView view, int skip)
    {
        skip = Math.Clamp(skip - skip % Size, 0, view.Fired.Count == 0 ? 0 : (view.Fired.Count - 1) / Size * Size);
        var shown = view.Fired.Skip(skip).Take(Size).ToList();
        var title = $"{DataLine.Short(view.PlantName, 40)}, flags - {Move(view, skip, shown.Count)}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (view.Fired.Count == 0) body.Add(new TextBlock("Nothing is flagged: no surge, no stock-out, no promise ahead of the plan."));
        foreach (var group in shown.GroupBy(flag => flag.Kind))
        {
            body.Add(TextBlock.Subheading($"{FlagWords.Of(group.Key)}: {PlanWords.Quantity(view.Fired.Count(flag => flag.Kind == group.Key))}"));
            foreach (var flag in group)
            {
                body.Add(new TextBlock(DataLine.Short(flag.Words, 260)) { Spacing = Spacing.Small });
                body.Add(new TextBlock($"since {PlanWords.Day(flag.Since)}{(flag.FiredIn == view.Data.Version ? ", new" : "")}") { Spacing = Spacing.None, Size = TextSize.Small, IsSubtle = true });
            }
        }
        if (view.Waiting > 0) body.Add(TextBlock.Subtle($"{PlanWords.Count(view.Waiting, "stock-out was", "stock-outs were")} seen in the last import only; it counts when the next one says so too."));
        body.AddRange(view.Data.Draw());
        var actions = new List<CardAction>();
        if (skip > 0) actions.Add(Page(view, "Previous", skip - Size));
        if (skip + shown.Count < view.Fired.Count) actions.Add(Page(view, "Next", skip + Size));
        actions.Add(new ShowCardAction("What makes a flag", [.. Enum.GetValues<FlagKind>().Select(kind => TextBlock.Subtle(CardText.Of($"**{FlagWords.Of(kind)}.** {FlagWords.Rule(kind, view.Settings)}"))), TextBlock.Subtle(Priorities)]));
        return new Card { Summary = title, Body = body, Actions = actions };
    }

    private static string Move(FlagsView view, int skip, int shown)
    {
        if (view.Fired.Count == 0) return "nobody has to act";
        if (view.Fired.Count > Size) return $"{skip + 1} to {skip + shown} of {view.Fired.Count}";
        return $"planning: {PlanWords.Count(view.Fired.Count, "warning", "warnings")}";
    }

    private static ExecuteAction Page(FlagsView view, string title, int skip) =>
        new(title, FlagVerbs.Page, new { p = view.Plant, r = $"{skip}", v = view.Data.Version });
}

/// <summary>The buttons of this slice, as they stand on the wire.</summary>
internal static class FlagVerbs
{
    /// <summary>A page of the flags, for the presser alone.</summary>
    public const string Page = "flags.page";
}
