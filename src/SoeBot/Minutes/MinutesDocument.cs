using System.Globalization;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Words;

namespace SoeBot.Minutes;

/// <param name="Names">Of everybody in the minutes who is still known.</param>
internal sealed record MinutesView(PlantProfile Plant, MeetingMinutes Minutes, IReadOnlyDictionary<PersonKey, Person> Names)
{
    public string Name(PersonKey? key) => key is not { } person ? "nobody" : Names.TryGetValue(person, out var known) && known.Name.Length > 0 ? known.Name : "somebody no longer known";
}

/// <param name="Without">"without logistics": the functions it touches that were not there; empty when all were.</param>
internal sealed record DecisionLine(string Name, string Text, string Owner, string Due, string About, string Without, bool IsIncomplete)
{
    public string AboutAndWithout => string.Join("; ", new[] { About, Without }.Where(words => words.Length > 0));
}

/// <param name="Value">"84.3 %".</param>
/// <param name="Counts">"6,793 of 7,304 pieces"; empty when nothing is counted.</param>
/// <param name="Origin">Window, sources and version.</param>
internal sealed record NumberLine(string Name, string Value, string Counts, string Definition, string Origin);

/// <summary>Minutes in words, the same for the card, the markdown file and the printed page.</summary>
internal sealed record MinutesDocument(
    string Title, string Plant, string Held, IReadOnlyList<DecisionLine> Decisions, IReadOnlyList<(string Label, string Value)> Facts,
    IReadOnlyList<NumberLine> Numbers, IReadOnlyList<string> Reviews, IReadOnlyList<string> Steps, IReadOnlyList<string> Parked)
{
    /// <param name="view">The minutes.</param>
    /// <param name="text">What people typed passes through it; left out: as it is.</param>
    public static MinutesDocument Of(MinutesView view, Func<string, string>? text = null)
    {
        text ??= same => same;
        var (minutes, calendar) = (view.Minutes, view.Plant.Calendar);
        return new(
            TitleOf(minutes), view.Plant.Name,
            string.Create(CultureInfo.InvariantCulture, $"{minutes.Title}, {DayWords.Of(minutes.Day, minutes.Day)} {minutes.Day.Year} {DayWords.Time(minutes.StartedAt, calendar)} to {DayWords.Time(minutes.ClosedAt, calendar)} ({Math.Round(minutes.Length.TotalMinutes)} min). Chair: {view.Name(minutes.Chair)}."),
            [.. minutes.Decisions.Select(one => new DecisionLine(
                one.Name, text(one.Text), one.Owner is null ? "no owner" : view.Name(one.Owner), one.Due is { } due ? DayWords.Of(due, minutes.Day) : "no date",
                text(one.Subject.ToString()), one.NotInRoom.Count > 0 ? $"without {string.Join(", ", one.NotInRoom.Select(Roles.Words))}" : "", one.Owner is null || one.Due is null))],
            [.. FactsOf(view).Select(fact => (fact.Item1, text(fact.Item2)))],
            [.. minutes.Numbers.Select(Number)],
            [.. minutes.Reviews.Select(review => text(Review(review)))],
            [.. minutes.Steps.Select(step => text(Step(step)))],
            [.. minutes.Parked.Select(topic => $"{text(topic.Text)} ({view.Name(topic.By)})")]);
    }

    /// <summary>Zero decisions are said first (R7).</summary>
    public static string TitleOf(MeetingMinutes minutes) => minutes.IsStatusMeeting ? "No decisions were made"
        : $"Minutes: {PlanWords.Count(minutes.Decisions.Count, "decision", "decisions")}, {PlanWords.Count(minutes.Decisions.Select(one => one.Owner).OfType<PersonKey>().Distinct().Count(), "owner", "owners")}, {PlanWords.Count(minutes.Decisions.Count(one => one.Due is not null), "date", "dates")}";

    private static IEnumerable<(string, string)> FactsOf(MinutesView view)
    {
        var (minutes, calendar) = (view.Minutes, view.Plant.Calendar);
        if (minutes.IsUnfinished) yield return ("Unfinished", "nobody closed it, so it closed itself an hour after its end");
        yield return ("Present", minutes.Present.Count == 0 ? "nobody told who was there" : string.Join(", ", minutes.Present.Select(one => Present(view, one))));
        if (minutes.Missing.Count > 0) yield return ("Missing", string.Join(", ", minutes.Missing.Select(Roles.Words)));
        foreach (var move in minutes.Moves)
            yield return (move.To is null ? "Cancelled" : "Moved",
                $"{(move.From is { } from ? $"from {DayWords.Moment(from, calendar)}" : "")}{(move.To is { } to ? $" to {DayWords.Moment(to, calendar)}" : "")}{(move.By is { } by ? $" by {view.Name(by)}" : "")}{(move.Why is { } why ? $": {why}" : "")}".Trim());
        if (minutes.PlanVersion is { } version)
            yield return ("Data", string.Create(CultureInfo.InvariantCulture, $"plan version {version}{(minutes.DataAt is { } at ? $" of {DayWords.Moment(at, calendar)}" : "")}{(minutes.Source is { } source ? $", {source}" : "")}"));
        yield return ("Next meeting", minutes.Next is { } next ? DayWords.Moment(next, calendar) : "none planned");
    }

    private static string Present(MinutesView view, MinutedPerson one)
    {
        var role = one.Role is { } known ? $"{Roles.Words(known)}{(one.IsDeputy ? ", deputy" : "")}" : "";
        var left = one.LeftAt is { } at ? $"until {DayWords.Time(at, view.Plant.Calendar)}" : "";
        var beside = string.Join(", ", new[] { role, left }.Where(words => words.Length > 0));
        return beside.Length > 0 ? $"{view.Name(one.Person)} ({beside})" : view.Name(one.Person);
    }

    private static NumberLine Number(MinutedNumber number) => new(
        number.Name, ValueOf(number) + (number is { Value: not null, Before: { } before } ? $" (before {Said(before, number.Unit)})" : ""),
        number is { Numerator: { } some, Denominator: { } all, Counted: { } counted } ? $"{PlanWords.Quantity(some)} of {PlanWords.Quantity(all)} {counted}" : "",
        number.Definition, string.Create(CultureInfo.InvariantCulture, $"{number.Window}; {number.Sources}; plan version {number.Version}"));

    public static string ValueOf(MinutedNumber number) => number.Value is { } value ? Said(value, number.Unit) : number.Absent ?? "no number";

    private static string Said(decimal value, string unit) => unit == Figure.Share ? $"{(value * 100).ToString("0.0", CultureInfo.InvariantCulture)} %" : PlanWords.Quantity(value);

    private static string Step(MinutedStep step) => string.Create(CultureInfo.InvariantCulture,
        $"{step.Title}: {(step.Used is { } used ? $"{Math.Round(used)} of {step.Planned} min" : $"not reached ({step.Planned} min planned)")}{(step.Skipped is { } why ? $", skipped: {why}" : "")}{(step.MovedToChat ? ", moved to the chat" : "")}");

    private static string Review(MinutedReview review) => $"{review.Order}: {review.Result switch
    {
        ReviewResult.Decided => "decided",
        ReviewResult.Watched => "keep watching",
        ReviewResult.Escalated => "sent to the next level",
        ReviewResult.Done => "done with it",
    }}{(review.Because is { } because ? $", because {because}" : "")}";
}
