using System.Globalization;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Meetings;

/// <param name="LastWeek">The numbers the meeting looked at; null when the plan had none.</param>
/// <param name="Attended">Names; null when Teams did not tell who came.</param>
internal sealed record MinutesView(
    PlantProfile Plant, Meeting Meeting, string Chair, IReadOnlyList<Decision> Decisions, IReadOnlyDictionary<PersonKey, Person> Names,
    WeekNumbers? LastWeek, DateTimeOffset? Next, string? Attended);

/// <summary>The artifact at the end (R104): the decision log with owners and dates. A meeting that decided nothing is headed so (R7).</summary>
internal static class MinutesCard
{
    public const string Source = "minutes";

    public static Card Draw(MinutesView view)
    {
        var calendar = view.Plant.Calendar;
        var count = view.Decisions.Count;
        var title = count == 0 ? "No decisions were made" : $"Minutes: {(count == 1 ? "1 decision, 1 owner, 1 date" : $"{count} decisions, {Owners(view)}, {count} dates")}";
        var body = new List<CardElement>
        {
            TextBlock.Heading(title),
            TextBlock.Subtle($"Weekly execution meeting, {view.Plant.Name}, {DayWords.Moment(view.Meeting.StartedAt, calendar)} to {(view.Meeting.ClosedAt is { } closed ? DayWords.Time(closed, calendar) : "now")}. Chair: {view.Chair}."),
        };
        foreach (var decision in view.Decisions.OrderBy(d => d.Number))
        {
            var owner = decision.Owner is { } key && view.Names.TryGetValue(key, out var person) ? person.Name : "no owner";
            body.Add(new Container(
            [
                new TextBlock(CardText.Of($"**{decision.Name}** {decision.Text}")),
                new TextBlock($"{owner}, due {DayWords.Of(decision.Due, view.Meeting.Day)}{(decision.Subject.Kind == SubjectKind.Nothing ? "" : $", about {decision.Subject.Reference}")}: {DecisionStates.Of(decision)}") { Spacing = Spacing.None },
            ]) { Separator = true });
        }
        if (view.Meeting.Parked.Count > 0)
            body.Add(new TextBlock(CardText.Of($"**Parked for S&OP:** {string.Join("; ", view.Meeting.Parked.Select(topic => topic.Text))}")) { Separator = true });
        body.Add(new FactSet([.. Facts(view)]) { Separator = true });
        return new Card { Summary = $"{title} ({view.Plant.Name})", Body = body };
    }

    private static IEnumerable<Fact> Facts(MinutesView view)
    {
        if (view.Attended is { } names) yield return new Fact("Present", names);
        if (view.LastWeek?.Attainment is { Share: { } share } attainment)
            yield return new Fact("Attainment last week", string.Create(CultureInfo.InvariantCulture, $"{share:P1} ({attainment.Numerator:N0} of {attainment.Denominator:N0} {attainment.Unit})"));
        if (view.LastWeek?.OnTimeFirst is { Share: { } onTime })
            yield return new Fact("On time last week", string.Create(CultureInfo.InvariantCulture, $"{onTime:P1}"));
        if (view.Meeting.PlanVersion is { } version) yield return new Fact("Plan version", version.ToString(CultureInfo.InvariantCulture));
        yield return new Fact("Next meeting", view.Next is { } next ? DayWords.Moment(next, view.Plant.Calendar) : "none planned");
    }

    private static string Owners(MinutesView view) => view.Decisions.Select(d => d.Owner).OfType<PersonKey>().Distinct().Count() switch { 1 => "1 owner", var n => $"{n} owners" };
}
