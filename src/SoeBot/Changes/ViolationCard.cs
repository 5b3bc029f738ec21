using SoeBot.Cards;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;

namespace SoeBot.Changes;

/// <param name="Filed">What became of those filed afterwards: the request by its id.</param>
/// <param name="BroughtBy">Name of whoever brought the version, by violation; only where the source says so.</param>
internal sealed record ViolationView(
    PlantProfile Plant, PlantWeek Week, IReadOnlyList<PlanViolation> All, IReadOnlyDictionary<Guid, ChangeRequest> Filed, IReadOnlyDictionary<Guid, string> BroughtBy)
{
    public IReadOnlyList<PlanViolation> Open => [.. All.Where(one => one.State == ViolationState.Open)];
}

/// <summary>Changes inside a fence that nobody approved, with the two things that can be said of each.</summary>
internal static class ViolationCard
{
    public const string Source = "violations";
    private const int Most = 10;

    public static string Track(PlantId plant, DateOnly week) => $"{Source}:{plant}:{week:yyyy-MM-dd}";

    public static NewMessage Edit(PlantId plant, DateOnly week, string version) => new()
    {
        Plant = plant, Key = $"edit:{Track(plant, week)}:{version}", Chain = $"edit:{Track(plant, week)}", Kind = MessageKind.Edit, TrackAs = Track(plant, week),
        Target = new MessageTarget.Channel(plant), Card = new CardRef(Source, $"{week:yyyy-MM-dd}"),
    };

    public static Card Draw(ViolationView view)
    {
        var open = view.Open;
        var title = open.Count == 0 ? "The schedule holds only what was published or approved" : $"{PlanWords.Count(open.Count, "change", "changes")} in the schedule without a request: planning, file {(open.Count == 1 ? "it" : "them")} or take {(open.Count == 1 ? "it" : "them")} back";
        var body = new List<CardElement>
        {
            TextBlock.Heading(title),
            TextBlock.Subtle($"{DataLine.Short(view.Plant.Name, 40)}, week {view.Week.Number}: compared with the plan published for it."),
        };
        body.AddRange(open.Take(Most).Select(one => (CardElement)new TextBlock(CardText.Of(
            $"**{DataLine.Short(one.Line, 24)}** {DataLine.Short(one.Item, 40)}, {(one.Zone == Fence.Frozen ? "frozen" : "firm")}: {Words(one)}{(view.BroughtBy.TryGetValue(one.Id, out var by) ? $". Brought by {DataLine.Short(by, 40)}" : "")}"))));
        if (open.Count > Most) body.Add(TextBlock.Subtle($"{open.Count - Most} more."));
        foreach (var one in view.All.Where(one => one.State is ViolationState.Filed or ViolationState.Mistake).Take(Most))
            body.Add(TextBlock.Subtle($"{DataLine.Short(one.Line, 24)}: {Became(view, one)}"));
        if (open.Count > 0)
            body.Add(new ChoiceInput("in_line", "Which one")
            {
                Choices = [.. open.Take(Most).Select(one => new Choice($"{DataLine.Short(one.Line, 24)}, {Words(one)}", one.Id.ToString("N")))],
                Value = open.Count == 1 ? open[0].Id.ToString("N") : null, IsRequired = true, ErrorMessage = "Choose one.",
            });
        var data = new { p = view.Plant.Id.Value, r = $"{view.Week.Start:yyyy-MM-dd}", v = 1 };
        return new Card
        {
            Summary = $"{title} ({view.Plant.Name})", Body = body,
            Actions = open.Count == 0 ? [] : [new ExecuteAction("File afterwards", Verbs.File, data) { Style = ActionStyle.Positive }, new ExecuteAction("Was a mistake", Verbs.Mistake, data)],
        };
    }

    public static string Words(PlanViolation one) => one switch
    {
        { From: null } => $"added, {PlanWords.Quantity(one.PlannedAfter ?? 0)} pcs for {Day(one.To)}",
        { To: null } => $"gone, was {PlanWords.Quantity(one.PlannedBefore ?? 0)} pcs for {Day(one.From)}",
        _ when one.From != one.To => $"from {Day(one.From)} to {Day(one.To)}",
        _ when one.PlannedBefore != one.PlannedAfter => $"{PlanWords.Quantity(one.PlannedAfter ?? 0)} pcs in place of {PlanWords.Quantity(one.PlannedBefore ?? 0)}",
        _ => $"now on work centre {DataLine.Short(one.WorkCentre ?? "none", 24)}",
    };

    private static string Became(ViolationView view, PlanViolation one) => one.State == ViolationState.Mistake ? "called a mistake, still in the schedule"
        : one.Request is { } id && view.Filed.TryGetValue(id, out var request) ? $"filed as {request.Name}, {(request.IsEffective ? "accepted" : request.IsOpen ? "not decided" : "not accepted")}" : "filed afterwards";

    private static string Day(DateOnly? day) => day is { } known ? PlanWords.Day(known) : "no day";
}
