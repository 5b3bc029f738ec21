using SoeBot.Cards;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Teams.Cards;

namespace SoeBot.Meetings;

/// <param name="Title">The plant's name and a colon where the bot serves more than one, else empty.</param>
/// <param name="Changes">Differences from the published plan inside a fence that nobody approved (R25).</param>
internal sealed record ChangesView(PlantProfile Plant, string Title, IReadOnlyList<PlanException> Changes, bool FrozenOpen, DataLine? Data);

/// <summary>What was changed inside the fences without approval: the meeting decides whether each stands or goes back.</summary>
internal static class ChangesCard
{
    public const string Source = "meeting-changes";
    private const int Most = 8;

    public static Card Draw(ChangesView view)
    {
        var count = view.Changes.Count;
        var title = view.Title + (count == 0 ? "Changes asked: nothing was changed inside the fences" : $"{PlanWords.Count(count, "change", "changes")} inside the fences without approval: stand or go back?");
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (count == 0) body.Add(new TextBlock("The schedule contains what was published for the frozen and the firm week, and nothing else."));
        body.AddRange(view.Changes.Take(Most).Select(change => new Container(
        [
            new TextBlock(DataLine.Capital(change.Words, 200)),
            new ActionSet(new ExecuteAction("Decide", "decision.form", new { p = view.Plant.Id.Value }) { Tooltip = $"Decide about {DataLine.Short(change.Object, 40)}" }),
        ]) { Separator = true }));
        if (count > Most) body.Add(TextBlock.Subtle($"and {count - Most} more; type exceptions for all"));
        if (count > 0 && !view.FrozenOpen) body.Add(new TextBlock("Neither plant manager nor deputy is here: what is in the frozen week cannot be approved now.") { Color = TextColor.Attention });
        if (view.Data is { } data) body.AddRange(data.Draw());
        return new Card { Summary = $"{title} ({view.Plant.Name})", Body = body };
    }
}
