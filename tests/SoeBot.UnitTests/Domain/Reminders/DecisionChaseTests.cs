using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using Xunit;

namespace SoeBot.UnitTests.Domain.Reminders;

public sealed class DecisionChaseTests
{
    private static readonly PersonKey Ravi = PersonKey.Of("t", "ravi");
    private static readonly PlantId Plant = new("works");

    private static readonly PlantCalendar Berlin = new()
    {
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), Holidays = new HashSet<DateOnly> { new(2026, 12, 25) },
    };

    private static Decision Due(DateOnly due, DateTimeOffset now) =>
        Decision.Record(new NewDecision(new(Guid.NewGuid()), Plant, "do it", DecisionSubject.None, Ravi, due, Ravi, null, null), 7, now);

    private static string[] Steps(DateOnly due, DateTimeOffset now) =>
        [.. DecisionChase.Steps(Plant, Due(due, now), Berlin, now).Select(step => step.In(Berlin.Zone)).OfType<Occurrence>().Select(step => $"{step.Kind} {Berlin.Local(step.DueAt):yyyy-MM-dd HH:mm}")];

    [Fact]
    public void Steps_DueOnFriday_AreTheLadderAtEightPlantTime() => Assert.Equal(
        ["decision-due-soon 2026-11-26 08:00", "decision-due 2026-11-27 08:00", "decision-overdue 2026-11-30 08:00", "decision-escalate 2026-12-01 08:00"],
        Steps(new(2026, 11, 27), new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Steps_DueOnASunday_AskOnMonday() =>
        Assert.Contains("decision-due 2026-11-30 08:00", Steps(new(2026, 11, 29), new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Steps_DueBeforeAHoliday_SkipIt() =>
        Assert.Contains("decision-overdue 2026-12-28 08:00", Steps(new(2026, 12, 24), new(2026, 12, 20, 12, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Steps_OverTheChangeOfSummerTime_StayAtEight() =>
        Assert.Equal(
            ["decision-due-soon 2026-10-23 08:00", "decision-due 2026-10-26 08:00", "decision-overdue 2026-10-27 08:00", "decision-escalate 2026-10-28 08:00"],
            Steps(new(2026, 10, 26), new(2026, 10, 20, 12, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Steps_OnTheDueDayAtNoon_ReminderOfTheMorningIsNotMadeUp() =>
        Assert.DoesNotContain(Steps(new(2026, 11, 27), new(2026, 11, 27, 11, 0, 0, TimeSpan.Zero)), step => step.Contains("decision-due ", StringComparison.Ordinal));

    [Fact]
    public void Steps_OnceDone_AreNone()
    {
        var now = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
        var decision = Due(new(2026, 11, 27), now);
        decision.Done(Ravi, null, Berlin, now);
        Assert.Empty(DecisionChase.Steps(Plant, decision, Berlin, now));
    }

    [Theory, InlineData("D-41@2026-11-27", 41), InlineData("D-@2026", null), InlineData("X-41@2026", null), InlineData("D-41", null)]
    public void NumberOf_Key_ReadsTheDecision(string key, int? number) => Assert.Equal(number, DecisionChase.NumberOf(key));
}
