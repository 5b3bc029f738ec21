using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Sop;
using SoeBot.Plants;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Sop;

/// <param name="Cycle">As it stands, begun or not.</param>
/// <param name="Days">Calendar days so far, or until it was signed.</param>
/// <param name="ExecutiveMinutes">Length of the cycle's executive meeting; null when none was held.</param>
/// <param name="People">Who can be named as owner; empty with a directory behind the picker.</param>
internal sealed record SopCycleView(
    PlantProfile Plant, SopCycle Cycle, int Days, int? ExecutiveMinutes, IReadOnlyDictionary<PersonKey, Person> Names, IReadOnlyList<Person> People, bool HasDirectory)
{
    public string Name(PersonKey? key) => key is not { } person ? "no owner" : Names.TryGetValue(person, out var known) && known.Name.Length > 0 ? known.Name : "somebody no longer known";
}

/// <summary>The five artifacts of a cycle, each with one owner, ticked and signed (R125, R126).</summary>
internal static class SopCycleCard
{
    public const string Source = "sop-cycle";

    public static Card Draw(SopCycleView view)
    {
        var cycle = view.Cycle;
        var done = cycle.Artifacts.Count(one => one.IsTicked);
        var title = $"{DataLine.Short(view.Plant.Name, 40)}, S&OP {SopWords.Month(cycle.Month)}: {(cycle.SignedAt is null ? $"{done} of 5 artifacts" : "signed")}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        body.AddRange(Warnings(view));
        body.AddRange(cycle.Artifacts.Select(one => Row(view, one)));
        body.Add(new ChoiceInput("in_artifact", "Artifact") { Choices = [.. cycle.Artifacts.Select(one => new Choice(SopWords.Title(one.Kind), one.Kind.ToString()))], Value = (cycle.Artifacts.FirstOrDefault(one => !one.IsTicked) ?? cycle.Artifacts[0]).Kind.ToString(), Spacing = Spacing.Medium });
        body.Add(new ChoiceInput("in_owner", "One owner") { Choices = [.. view.People.Select(person => new Choice(person.Name, person.Key.ObjectId))], PeoplePicker = view.HasDirectory, Placeholder = "who answers for it" });
        body.Add(new NumberInput("in_slides", "Slides, for the pack") { Min = 1, Max = SopCycle.MostSlides });
        return new Card { Summary = title, Body = body, Actions = [Button(view, "Give to owner", SopVerbs.Give, "chosen"), Button(view, "Tick or sign", SopVerbs.Tick, "chosen"), Button(view, "Open again", SopVerbs.Reopen, "chosen")] };
    }

    /// <summary>One artifact with its own button, in the meeting's step that makes it.</summary>
    public static Card DrawOne(SopCycleView view, SopArtifactKind kind)
    {
        var artifact = view.Cycle.Of(kind);
        var title = $"{SopWords.Title(kind)}, {SopWords.Month(view.Cycle.Month)}: {(artifact.IsTicked ? kind == SopArtifactKind.SignedPlan ? "signed" : "ticked" : "open")}";
        var body = new List<CardElement> { TextBlock.Heading(title), TextBlock.Subtle(DataLine.Short(view.Plant.Name, 40)) };
        body.AddRange(Warnings(view));
        body.Add(Row(view, artifact));
        if (!artifact.IsTicked && artifact.Owner is null) body.Add(new ChoiceInput("in_owner", "One owner") { Choices = [.. view.People.Select(person => new Choice(person.Name, person.Key.ObjectId))], PeoplePicker = view.HasDirectory });
        if (!artifact.IsTicked && kind == SopArtifactKind.ReconciliationPack) body.Add(new NumberInput("in_slides", "Slides") { Min = 1, Max = SopCycle.MostSlides });
        var actions = new List<CardAction>();
        if (artifact is { IsTicked: false, Owner: null }) actions.Add(Button(view, "Give to owner", SopVerbs.Give, kind.ToString()));
        if (!artifact.IsTicked) actions.Add(Button(view, kind == SopArtifactKind.SignedPlan ? "Sign" : "Tick", SopVerbs.Tick, kind.ToString()));
        return new Card { Summary = $"{title} ({DataLine.Short(view.Plant.Name, 40)})", Body = body, Actions = actions };
    }

    private static IEnumerable<CardElement> Warnings(SopCycleView view)
    {
        if (view.Cycle.Version > 0)
            yield return view.Days > SopCycle.MostDays
                ? Warning($"The cycle {(view.Cycle.SignedAt is null ? "has lasted" : "lasted")} {view.Days} calendar days; at most {SopCycle.MostDays} are meant.")
                : TextBlock.Subtle(view.Cycle.SignedAt is null ? $"Day {view.Days} of {SopCycle.MostDays}." : $"Signed on day {view.Days} of {SopCycle.MostDays}.");
        if (view.ExecutiveMinutes > SopCycle.MostExecutiveMinutes) yield return Warning($"The executive meeting took {view.ExecutiveMinutes} minutes; at most {SopCycle.MostExecutiveMinutes} are meant.");
    }

    private static TextBlock Warning(string words) => new(words) { Color = TextColor.Attention };

    private static Container Row(SopCycleView view, SopArtifact one) => new(
    [
        new TextBlock(CardText.Of($"**{SopWords.Title(one.Kind)}** {DataLine.Short(view.Name(one.Owner), 60)}")) { Color = one.Owner is null ? TextColor.Attention : TextColor.Default },
        new TextBlock(State(view, one)) { Spacing = Spacing.None, Color = one.IsTicked ? TextColor.Good : TextColor.Default },
    ]) { Separator = true };

    private static string State(SopCycleView view, SopArtifact one) => one.TickedAt is not { } at ? "open"
        : $"{(one.Kind == SopArtifactKind.SignedPlan ? "signed" : "ticked")} {DayWords.Moment(at, view.Plant.Calendar)} by {DataLine.Short(view.Name(one.TickedBy), 60)}{(one.PlanVersion is { } version ? $", plan version {version}" : "")}{(one.Slides is { } slides ? $", {slides} slides" : "")}";

    private static ExecuteAction Button(SopCycleView view, string title, string verb, string what) =>
        new(title, verb, new { p = view.Plant.Id.Value, r = what, v = Math.Max(1, view.Cycle.Version), m = view.Cycle.Month.ToString("yyyy-MM-dd", null) });
}
