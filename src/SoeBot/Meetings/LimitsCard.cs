using System.Globalization;
using SoeBot.Cards;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Teams.Cards;

namespace SoeBot.Meetings;

/// <summary>One thing that the two weeks need more of than there is.</summary>
/// <param name="Orders">Of the top ten, those that it makes late.</param>
internal sealed record PlanLimit(string Words, string Decide, IReadOnlyList<string> Orders);

/// <param name="Title">The plant's name and a colon where the bot serves more than one, else empty.</param>
internal sealed record LimitsView(PlantProfile Plant, string Title, IReadOnlyList<PlanLimit> Centres, IReadOnlyList<PlanLimit> Components, DataLine? Data)
{
    /// <summary>Work centres over their hours, week by week, and items that run out within the horizon.</summary>
    public static LimitsView Of(PlantProfile plant, string title, Domain.Plan.LookAhead? ahead, IReadOnlyList<PlanFlag> flags, IReadOnlyList<RankedOrder> atRisk, DataLine? data)
    {
        var centres = (ahead?.Weeks ?? []).SelectMany(week => week.Load.Where(load => load.Planned > load.Available).Select(load => (week, load))).OrderByDescending(one => one.load.Planned - one.load.Available)
            .Select(one => new PlanLimit(
                $"{one.load.Name}, week {one.week.Week.Number}: {Hours(one.load.Planned)} h of {Hours(one.load.Available)} h, over by {Hours(one.load.Planned - one.load.Available)} h",
                $"{one.load.Name}, week {one.week.Week.Number}", Named(atRisk, one.load.Name)));
        var components = flags.Where(flag => flag.IsExecutive).Select(flag => new PlanLimit(flag.Words, flag.Object, Named(atRisk, flag.Object)));
        return new(plant, title, [.. centres], [.. components], data);
    }

    private static List<string> Named(IEnumerable<RankedOrder> atRisk, string what) =>
        [.. atRisk.Where(order => order.Chain.Any(link => link.Contains(what, StringComparison.OrdinalIgnoreCase)) || order.Drivers.Any(driver => driver.Words.Contains(what, StringComparison.OrdinalIgnoreCase))).Take(3).Select(order => order.Order)];

    private static string Hours(decimal hours) => hours.ToString("#,0.#", CultureInfo.InvariantCulture);
}

/// <summary>What the two weeks cannot do: where a scenario would have to help, and until then the room decides.</summary>
internal static class LimitsCard
{
    public const string Source = "meeting-limits";
    private const int Most = 5;

    public static Card Draw(LimitsView view)
    {
        var count = view.Centres.Count + view.Components.Count;
        var title = view.Title + (count == 0 ? "The plan can be done: nothing is over capacity, nothing runs out" : $"{PlanWords.Count(count, "place", "places")} where the plan cannot be done: what do we do?");
        var body = new List<CardElement> { TextBlock.Heading(title) };
        body.AddRange(Section(view, "Work centres over capacity", view.Centres));
        body.AddRange(Section(view, "Components that run out", view.Components));
        if (count > 0) body.Add(new TextBlock("Overtime, another line, a split, a later date, or nothing: each is a decision with an owner."));
        if (view.Data is { } data) body.AddRange(data.Draw());
        return new Card { Summary = $"{title} ({view.Plant.Name})", Body = body };
    }

    private static IEnumerable<CardElement> Section(LimitsView view, string heading, IReadOnlyList<PlanLimit> limits)
    {
        if (limits.Count == 0) yield break;
        yield return TextBlock.Subheading($"{heading}: {limits.Count}");
        foreach (var limit in limits.Take(Most))
            yield return new Container(
            [
                new TextBlock(DataLine.Capital(limit.Words, 200)),
                .. limit.Orders.Count > 0 ? [TextBlock.Subtle($"behind {string.Join(", ", limit.Orders)}")] : Array.Empty<CardElement>(),
                new ActionSet(new ExecuteAction("Decide", "decision.form", new { p = view.Plant.Id.Value }) { Tooltip = $"Decide about {DataLine.Short(limit.Decide, 60)}" }),
            ]) { Separator = true };
        if (limits.Count > Most) yield return TextBlock.Subtle($"and {limits.Count - Most} more; type next 2 weeks for all");
    }
}
