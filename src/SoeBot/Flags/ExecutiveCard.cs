using SoeBot.Cards;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Flags;

/// <summary>C12: which criterion brought executives in, for which items, with what can be done (R107 to R111). Null when none is true any more.</summary>
internal static class ExecutiveCard
{
    public const string Source = "executive";
    private const int Most = 5;

    public static Card? Draw(FlagsView view)
    {
        var fired = view.Fired.Where(flag => flag.IsExecutive).ToList();
        if (fired.Count == 0) return null;
        var now = fired.Count(flag => flag.Kind == FlagKind.OutOfStock);
        var title = $"{DataLine.Short(view.PlantName, 40)} - executive: {Criteria(now, fired.Count - now)}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        foreach (var flag in fired.Take(Most))
        {
            body.Add(new TextBlock(CardText.Of($"**{FlagWords.Of(flag.Kind)}.** {DataLine.Short(flag.Words, 260)}")) { Spacing = Spacing.Medium, Separator = true });
            for (var option = 0; option < flag.Options.Count; option++)
                body.Add(new TextBlock($"{(option == 0 ? "Recommended" : "Or")}: {DataLine.Short(flag.Options[option], 160)}.") { Spacing = Spacing.None, Size = TextSize.Small });
        }
        if (fired.Count > Most) body.Add(TextBlock.Subtle($"And {fired.Count - Most} more."));
        body.Add(TextBlock.Subtle($"You hear of this because a criterion was true in {view.Settings.ExecutiveImports} imports in a row, and of nothing else."));
        body.AddRange(view.Data.Draw());
        return new Card { Summary = title, Body = body, Actions = [new ExecuteAction("All flags", FlagVerbs.Page, new { p = view.Plant, r = "0", v = view.Data.Version })] };
    }

    private static string Criteria(int now, int soon) => (now, soon) switch
    {
        (> 0, 0) => $"{PlanWords.Count(now, "item is", "items are")} out of stock",
        (0, _) => $"{PlanWords.Count(soon, "item runs", "items run")} out within two weeks",
        _ => $"{PlanWords.Count(now, "item is", "items are")} out of stock, {PlanWords.Quantity(soon)} soon",
    };
}
