using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Teams.Cards;

namespace SoeBot.Orders;

/// <summary>One customer order: its dates, how it is projected and why, who answers for it, what was decided.</summary>
internal static class OrderCard
{
    public const string Source = "order";
    private const int MostLines = 5;

    public static Card Draw(OrderView view) => Draw(view, Move(view)) with { Actions = [.. Actions(view)] };

    private static Card Draw(OrderView view, string move)
    {
        var title = $"{DataLine.Short(view.Order, 30)}, {DataLine.Short(view.PlantName, 40)} - {move}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (view.OlderVersion is { } old)
            body.Add(new TextBlock($"The card you pressed was of version {old}. This is today's.") { IsSubtle = true });
        var facts = Facts(view);
        if (facts.Count > 0) body.Add(new FactSet(facts));
        if (KinWords(view) is { Length: > 0 } kin) body.Add(new TextBlock(kin));
        body.AddRange(view.Lines.Take(MostLines).Select(line => Line(line, view.Ranked)));
        if (view.Lines.Count > MostLines) body.Add(TextBlock.Subtle($"{view.Lines.Count - MostLines} more lines."));
        if (view.Decisions.Count > 0)
            body.Add(new TextBlock(CardText.Of($"**Decided:** {string.Join("; ", view.Decisions.Take(3).Select(line => DataLine.Short(line, 160)))}{(view.Decisions.Count > 3 ? $"; {view.Decisions.Count - 3} more" : "")}")) { Spacing = Spacing.Medium });
        body.AddRange(view.Data.Draw());
        return new Card { Summary = title, Body = body };
    }

    /// <summary>To be shown anywhere: no buttons, which work only where the bot is, and no answer asked of anybody.</summary>
    /// <param name="view">As drawn for readers unknown.</param>
    public static Card DrawShared(OrderView view) => Draw(view, view switch
    {
        { IsOpen: true, Ranked: not null, Owner: null } => "at risk, no owner",
        { IsOpen: true, Ranked: not null, Status: RiskStatus.Unanswered } => $"at risk, {DataLine.Short(view.Owner, 40)} answers for it",
        _ => Move(view),
    });

    private static string Move(OrderView view)
    {
        if (!view.IsOpen) return view.Lines.Count > 0 && view.Lines.All(line => line.Cancelled) ? "cancelled" : "shipped, nobody has to act";
        if (view.Ranked is null) return $"not at risk in version {view.Data.Version}";
        if (view.Owner is not { } owner) return "at risk, no owner: who takes it?";
        return view.Status == RiskStatus.Unanswered ? $"at risk: {DataLine.Short(owner, 40)}, your answer" : $"{OrderWords.Of(view.Status)}, {DataLine.Short(owner, 40)} answers for it";
    }

    private static List<Fact> Facts(OrderView view)
    {
        var facts = new List<Fact>();
        if (view.Lines.FirstOrDefault(line => line.Customer is { Length: > 0 })?.Customer is { } customer) facts.Add(new Fact("Customer", DataLine.Short(customer, 60)));
        if (view.Ranked is { } ranked)
        {
            facts.Add(new Fact("Promised", PlanWords.Day(ranked.Commitment)));
            facts.Add(new Fact("Projected", OrderWords.Projected(ranked)));
            if (ranked.IsLate) facts.Add(new Fact("Cause", OrderWords.Of(ranked.Cause)));
            if (OrderWords.Promise(ranked) is { } promise) facts.Add(new Fact("Could be promised", promise));
            facts.Add(new Fact("At risk", $"no. {ranked.Rank} on the list"));
            facts.Add(new Fact("Owner", view.Owner is { } owner ? $"{DataLine.Short(owner, 40)}, {OrderWords.Of(view.Status)}" : "none"));
        }
        else if (view.Owner is { } former) facts.Add(new Fact("Owner", DataLine.Short(former, 40)));
        if (view.DateMoves > 0) facts.Add(new Fact("Date moved", PlanWords.Count(view.DateMoves, "time", "times")));
        if (view.OverrideWords is { Length: > 0 } decided) facts.Add(new Fact(view.Override == RiskOverride.On ? "Put on the list" : "Off the list", DataLine.Short(decided, 250)));
        if (view.Risk is { Length: > 0 } risk) facts.Add(new Fact("Risk", DataLine.Short(risk, 300)));
        if (view.Mitigation is { Length: > 0 } mitigation) facts.Add(new Fact("Being done", DataLine.Short(mitigation, 300)));
        if (view.Told is { } told) facts.Add(new Fact("Customer", DataLine.Short(told, 100)));
        else if (view.TellBy is { } day && view.IsOpen) facts.Add(new Fact("Tell customer by", PlanWords.Day(day)));
        return facts;
    }

    /// <summary>The sum of what it was split into, where it came from, what it became part of.</summary>
    private static string KinWords(OrderView view)
    {
        var words = new List<string>();
        var parts = view.Kin.Where(kin => kin.Parent == view.Order).ToList();
        foreach (var (isMerge, said) in ((bool, string)[])[(false, "Split into"), (true, "Holds")])
            if (parts.Where(kin => kin.IsMerge == isMerge).ToList() is { Count: > 0 } some)
                words.Add($"{said} {string.Join(", ", some.Take(5).Select(kin => DataLine.Short(kin.Order, 30)))}{(some.Count > 5 ? $" and {some.Count - 5} more" : "")}: {PlanWords.Quantity(some.Sum(kin => kin.Quantity))} together, {PlanWords.Quantity(some.Sum(kin => kin.Open))} of them open.");
        foreach (var own in view.Kin.Where(kin => kin.Order == view.Order))
            words.Add(own.IsMerge ? $"It became part of {DataLine.Short(own.Parent, 30)}." : $"It was split from {DataLine.Short(own.Parent, 30)}.");
        return string.Join(' ', words);
    }

    private static Container Line(OrderLine line, RankedOrder? ranked)
    {
        var state = line.Cancelled ? "cancelled"
            : line.OpenQuantity == 0 ? $"shipped{(line.ShippedOn is { } day ? $" {PlanWords.Day(day)}" : "")}"
            : line.ShippedQuantity > 0 ? $"{PlanWords.Quantity(line.OpenQuantity)} of {PlanWords.Quantity(line.Quantity)} open"
            : $"{PlanWords.Quantity(line.OpenQuantity)} open";
        var dates = $"requested {PlanWords.Day(line.Requested)}";
        if (line.FirstConfirmed is { } first) dates += $", first promised {PlanWords.Day(first)}";
        if (line.LastConfirmed is { } last && last != line.FirstConfirmed) dates += $", last promised {PlanWords.Day(last)}";
        if (line.FirstConfirmed is null && line.LastConfirmed is null) dates += ", not confirmed";
        return new Container(
        [
            new TextBlock(CardText.Of($"**Line {DataLine.Short(line.Line, 12)}**: {DataLine.Short(line.Item == ranked?.Item && ranked.ItemName.Length > 0 ? ranked.ItemName : line.Item, 50)}, {state}")),
            new TextBlock(dates) { Spacing = Spacing.None, Size = TextSize.Small, IsSubtle = true },
        ]) { Separator = true, Spacing = Spacing.Small };
    }

    private static IEnumerable<CardAction> Actions(OrderView view)
    {
        if (!view.IsOpen)
        {
            if (view.History.Count > 0) yield return Action(view, "History", OrderVerbs.History);
            yield break;
        }
        if (view is { Ranked: not null, Owner: null }) yield return Action(view, "Take it", OrderVerbs.Take) with { Style = ActionStyle.Positive };
        yield return Action(view, "Why", OrderVerbs.Why);
        if (view.Ranked is not null || view.Owner is not null) yield return Action(view, "Update", OrderVerbs.Form);
        yield return Action(view, "Ask for a change", OrderVerbs.Change);
        if (view.History.Count > 0) yield return Action(view, "History", OrderVerbs.History);
        // Shown to everybody: the server lets planning and the lead alone.
        if (view.Override != RiskOverride.None) yield return Action(view, "Let the ranking decide", OrderVerbs.Rank);
        else yield return view.Ranked is null ? Decide(view, "Put on the list", OrderVerbs.PutOn) : Decide(view, "Take off the list", OrderVerbs.TakeOff);
    }

    private static ShowCardAction Decide(OrderView view, string title, string verb) => new(
        title,
        [new TextInput("in_reason", "Why (everybody reads it)") { MaxLength = 200, IsRequired = true, ErrorMessage = "Say why." }],
        [new ExecuteAction(title, verb, new { p = view.Plant, r = DataLine.Key(view.Order), v = view.Data.Version }) { Style = ActionStyle.Positive }]);

    internal static ExecuteAction Action(OrderView view, string title, string verb) =>
        new(title, verb, new { p = view.Plant, r = DataLine.Key(view.Order), v = view.Data.Version });
}
