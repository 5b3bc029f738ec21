using CsCheck;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using Xunit;

namespace SoeBot.UnitTests.Domain.Reminders;

public sealed class DecisionLadderTests
{
    private static readonly PersonKey Lea = PersonKey.Of("t", "lea"), Omar = PersonKey.Of("t", "omar");
    private static readonly PlantId Plant = new("works");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
    private static readonly PlantCalendar Calendar = new() { Zone = Berlin };
    private static readonly DateTimeOffset Wednesday = new(2026, 11, 25, 13, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nobody_took_it_asks_the_owner_after_four_hours_and_the_lead_after_a_working_day() => Assert.Equal(
        ["decision-unaccepted 2026-11-25 18:00", "decision-unaccepted-lead 2026-11-26 14:00"],
        Steps(Given(new(2026, 12, 11), Omar), Wednesday, Berlin).Take(2));

    [Fact]
    public void Eight_is_the_owners_eight() => Assert.Equal(
        new DateTimeOffset(2026, 11, 26, 23, 0, 0, TimeSpan.Zero),
        DecisionChase.Steps(Plant, Given(new(2026, 11, 27), Lea), Calendar, Wednesday).Single(step => step.Kind == DecisionChase.Due).In(Tokyo)!.DueAt);

    [Fact]
    public void Until_the_lead_was_asked_an_open_decision_always_has_a_next_step_and_none_twice() =>
        Gen.Select(Gen.Int[-3, 60], Gen.Int[0, 90 * 24 * 4], Gen.Bool).Sample((dueIn, quarters, own) =>
        {
            var decision = Given(new DateOnly(2026, 11, 25).AddDays(dueIn), own ? Lea : Omar);
            var now = Wednesday.AddMinutes(15 * quarters);
            var steps = DecisionChase.Steps(Plant, decision, Calendar, now).Select(step => step.In(Berlin)).OfType<Occurrence>().ToList();
            var asked = Calendar.WorkingDayFrom(decision.Due!.Value);
            var last = Calendar.At(Calendar.AddWorkingDays(asked, 2), new TimeOnly(8, 0));
            return steps.All(step => step.DueAt > now) && steps.DistinctBy(step => (step.Kind, step.Key)).Count() == steps.Count
                && (steps.Count > 0 || now >= last);
        });

    /// <summary>After a downtime of any length exactly one step speaks to the owner.</summary>
    [Fact]
    public void Of_all_steps_that_came_meanwhile_only_the_newest_speaks() =>
        Gen.Int[0, 40 * 24].Sample(hours =>
        {
            var decision = Given(new(2026, 12, 1), Lea);
            var now = Wednesday.AddHours(hours);
            string[] all = [DecisionChase.DueSoon, DecisionChase.Due, DecisionChase.Overdue, DecisionChase.Escalate];
            var came = DecisionChase.Steps(Plant, decision, Calendar, Wednesday).Select(step => step.In(Berlin)).OfType<Occurrence>().Where(step => step.DueAt <= now).Select(step => step.Kind).ToList();
            var speak = came.Where(kind => !DecisionChase.IsOvertaken(kind, Plant, decision, Calendar, Berlin, now)).ToList();
            return came.Count == 0 ? speak.Count == 0 : speak is [var one] && one == all.Last(came.Contains);
        });

    private static Decision Given(DateOnly due, PersonKey owner) =>
        Decision.Record(new NewDecision(new(Guid.NewGuid()), Plant, "do it", DecisionSubject.None, owner, due, Lea, null, null), 41, Wednesday);

    private static IEnumerable<string> Steps(Decision decision, DateTimeOffset now, TimeZoneInfo zone) =>
        DecisionChase.Steps(Plant, decision, Calendar, now).Select(step => step.In(zone)).OfType<Occurrence>().Select(step => $"{step.Kind} {Calendar.Local(step.DueAt):yyyy-MM-dd HH:mm}");
}
