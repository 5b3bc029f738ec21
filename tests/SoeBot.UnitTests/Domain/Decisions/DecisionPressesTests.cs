using CsCheck;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using Xunit;

namespace SoeBot.UnitTests.Domain.Decisions;

/// <summary>Whatever is pressed by whomever in whatever order: nothing vanishes, a miss stays a miss, what is counted is what happened (R98, R99).</summary>
public sealed class DecisionPressesTests
{
    private static readonly PersonKey[] People = [PersonKey.Of("t", "lea"), PersonKey.Of("t", "ravi"), PersonKey.Of("t", "petra"), PersonKey.Of("t", "omar")];
    private static readonly PlantCalendar Calendar = new() { Zone = TimeZoneInfo.Utc, Holidays = new HashSet<DateOnly> { new(2026, 12, 25) } };
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private const int Kinds = 15;

    /// <param name="Hours">Since the press before.</param>
    private sealed record Step(int Kind, int By, int Days, bool Lead, int Hours);

    private static readonly Gen<Step> AnyStep = from kind in Gen.Int[0, Kinds - 1]
                                                from who in Gen.Int[0, 3]
                                                from days in Gen.Int[-3, 12]
                                                from lead in Gen.Bool
                                                from hours in Gen.Int[0, 60]
                                                select new Step(kind, who, days, lead, hours);

    private static readonly Gen<(bool Draft, Step[] Steps)> Any = Gen.Select(Gen.Bool, AnyStep.Array[1, 40]);

    [Fact]
    public void Any_presses_leave_status_and_history_in_agreement() => Any.Sample(run =>
    {
        var decision = New(run.Draft);
        var now = Start;
        foreach (var step in run.Steps)
        {
            now = now.AddHours(step.Hours);
            var before = decision.Events.ToList();
            var (open, redates, misses, due) = (decision.IsOpen, decision.Redates, decision.Misses, decision.Due);

            var outcome = Press(decision, step, now);

            Assert.Equal(before, decision.Events.Take(before.Count));
            Assert.Equal(decision.Version, decision.Events.Count);
            if (outcome is not (DecisionOutcome.Changed or DecisionOutcome.LeadAsked)) Assert.Equal((before.Count, due, redates, misses), (decision.Events.Count, decision.Due, decision.Redates, decision.Misses));
            if (!open) Assert.False(outcome == DecisionOutcome.Changed, $"{outcome} after it was closed");
            Check(decision);
            if (outcome == DecisionOutcome.LeadAsked) Assert.True(redates >= 2 && decision.Redates == redates && decision.AskedDue is not null);
        }
    }, iter: 4000);

    [Fact]
    public void The_same_press_twice_changes_once() => Any.Sample(run =>
    {
        var decision = New(run.Draft);
        var now = Start;
        foreach (var step in run.Steps)
        {
            now = now.AddHours(step.Hours);
            Press(decision, step, now);
            var version = decision.Version;
            Press(decision, step, now);
            Assert.Equal(version, decision.Version);
        }
    }, iter: 2000);

    private static Decision New(bool draft) => Decision.Record(
        new NewDecision(new(Guid.NewGuid()), new PlantId("works"), "get a quote", DecisionSubject.Of("SO63216"), draft ? null : People[1], draft ? null : new DateOnly(2026, 11, 27), People[0], new MeetingId(Guid.NewGuid()), 3), 41, Start);

    private static DecisionOutcome Press(Decision decision, Step step, DateTimeOffset now)
    {
        var by = People[step.By];
        var day = Calendar.DayOf(now).AddDays(step.Days);
        return step.Kind switch
        {
            0 => decision.Take(by, now),
            1 => decision.Refuse(by, "frames", now),
            2 => decision.GiveTo(People[(step.By + 1) % 4], by, null, now),
            3 => decision.Done(by, null, Calendar, now),
            4 or 5 or 6 => decision.Redate(day, by, step.Lead, "supplier", Calendar, now),
            7 => decision.Miss(null, null, now),
            8 => decision.Miss(by, "no answer", now, step.Lead),
            9 => decision.Block(by, "customs", now),
            10 => decision.Complete(People[(step.By + 2) % 4], day, null, by, step.Lead, Calendar, now),
            11 => decision.Correct("get two quotes", by, step.Lead, inMeeting: true, now),
            12 => decision.StillNeeded("SO63216 was shipped", by, step.Lead, now),
            13 => decision.Escalate(new Escalation(Role.PlantManager, People[3], ["a", "b"], "a", day, by, now)),
            _ => step.Days < -2 ? decision.Drop(by, step.Lead, "obsolete", now) : decision.Choose(step.By % 2, People[3], acts: true, now),
        };
    }

    private static void Check(Decision decision)
    {
        int Count(DecisionEventKind kind) => decision.Events.Count(happened => happened.Kind == kind);
        Assert.Equal((Count(DecisionEventKind.Redated), Count(DecisionEventKind.Missed)), (decision.Redates, decision.Misses));
        Assert.Equal(decision.IsOpen, decision.ClosedAt is null);
        Assert.Equal(decision.IsOpen, Count(DecisionEventKind.Done) + Count(DecisionEventKind.Dropped) + Count(DecisionEventKind.Replaced) == 0);
        Assert.Equal(decision.Status == DecisionStatus.Kept, Count(DecisionEventKind.Done) > 0 && decision.Misses == 0);
        Assert.Equal(decision.Status == DecisionStatus.DoneLate, Count(DecisionEventKind.Done) > 0 && decision.Misses > 0);
        if (decision.IsOpen) Assert.Equal(decision.IsComplete, decision.Owner is not null && decision.Due is not null);
        if (decision.Status is DecisionStatus.Proposed or DecisionStatus.Taken) Assert.Equal(decision.Status == DecisionStatus.Taken, decision.AcceptedAt is not null);
        if (decision.WaitsFor is not null) Assert.True(decision.IsOpen && decision.Escalation is { Chosen: null });
        foreach (var moved in decision.Events.Where(happened => happened.Kind == DecisionEventKind.Redated))
            Assert.True(moved.NewDue >= Calendar.DayOf(moved.At) && !string.IsNullOrWhiteSpace(moved.Note), "moved into the past or without a reason");
    }
}
