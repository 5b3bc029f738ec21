using SoeBot.Domain.Decisions;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Health;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Health.GivenHealth;

namespace SoeBot.UnitTests.Domain.Health;

/// <summary>Each number of the process by a worked example.</summary>
public sealed class HealthRulesTests
{
    private static DateOnly Jan(int day) => new(2026, 1, day);

    [Fact]
    public void DecisionsPerMeeting_IsTheMeanOfWeeklyMeetings()
    {
        var figure = MeetingHealth.DecisionsPerMeeting(Input with { Minutes = [Met(Jan(7), 9), Met(Jan(14), 0), Met(Jan(21), 3), Met(Jan(22), 50) with { Template = "daily" }] }, Window);
        Assert.Equal((4m, 12m, 3m), (figure.Value, figure.Numerator, figure.Denominator));
        Assert.Equal("no weekly meeting was closed", MeetingHealth.DecisionsPerMeeting(Input, Window).Absent);
    }

    [Fact]
    public void StatusMeetings_AreThoseThatDecidedNothing()
    {
        var figure = MeetingHealth.StatusMeetings(Input with { Minutes = [Met(Jan(7), 9), Met(Jan(14), 0)] }, Window);
        Assert.Equal((0.5m, "1 meeting decided nothing"), (figure.Value, figure.Warning));
        Assert.Equal(["Wed 14 Jan"], figure.Parts);
    }

    [Fact]
    public void CompleteAtClose_NamesWhatHadNoOwnerOrNoDate()
    {
        var met = Met(Jan(7), 4);
        var figure = MeetingHealth.CompleteAtClose(Input with { Minutes = [met with { Decisions = [.. met.Decisions.Take(3), met.Decisions[3] with { Due = null }] }] }, Window);
        Assert.Equal((0.75m, "some had no owner or no date"), (figure.Value, figure.Warning));
        Assert.Equal(["D-4"], figure.Parts);
    }

    [Fact]
    public void LookingBack_WarnsWhenItTookMoreThanLookingForward()
    {
        var met = Met(Jan(7), 1, Step(StepLooks.Back, 30), Step(StepLooks.Forward, 20), Step(StepLooks.Neither, 40), Step(StepLooks.Forward, null));
        var figure = MeetingHealth.LookingBack(Input with { Minutes = [met] }, Window);
        Assert.Equal((0.6m, 30m, 50m), (figure.Value, figure.Numerator, figure.Denominator));
        Assert.NotNull(figure.Warning);
        Assert.Null(MeetingHealth.LookingBack(Input with { Minutes = [Met(Jan(7), 1, Step(StepLooks.Back, 10), Step(StepLooks.Forward, 40))] }, Window).Warning);

        static MinutedStep Step(StepLooks looks, decimal? used) => new("x", "x", 10, used) { Looks = looks };
    }

    [Fact]
    public void Cadence_CountsMovedCancelledAndMissedDates()
    {
        var moved = MeetingDate.Of(new PlantId("bothell"), Jan(12), At(Jan(14)));
        moved.MoveTo(At(Jan(19)), At(Jan(14)), Lea, "shut", At(Jan(10)));
        var cancelled = MeetingDate.Of(new PlantId("bothell"), Jan(5), At(Jan(7)));
        cancelled.Cancel(Lea, "ill", At(Jan(6)));
        var shut = new PlannedWeek(new(new(2025, 12, 22)), null, null);
        var input = Input with
        {
            Weeks = [Planned(Jan(5)) with { Date = cancelled }, Planned(Jan(12)) with { Date = moved }, Planned(new(2025, 12, 15)), Planned(new(2025, 12, 8)), shut],
            Minutes = [Met(Jan(19), 2), Met(new(2025, 12, 10), 3)],
        };

        var figure = MeetingHealth.Cadence(input, Window);

        Assert.Equal((0.25m, 1m, 4m), (figure.Value, figure.Numerator, figure.Denominator));
        Assert.Equal("1 moved, 1 cancelled, 1 not held", figure.Warning);
        Assert.Equal(["week 3: moved", "week 2: cancelled", "week 51: not held"], figure.Parts);
    }

    [Fact]
    public void Commitments_AreCountedOnceByTheirFirstDueDate()
    {
        var input = Input with
        {
            Decisions =
            [
                Decided(Jan(7), Jan(9)).Done(Jan(9)),
                Decided(Jan(7), Jan(12)).Missed(Jan(13)).Moved(Jan(13), Jan(15)).Done(Jan(15)),
                Decided(Jan(7), Jan(12)).Moved(Jan(9), Jan(16)).Moved(Jan(15), Jan(20)).Done(Jan(20)),
                Decided(Jan(14), Jan(16)),
                Decided(Jan(21), Jan(30)),
            ],
        };

        Assert.Equal((0.25m, 1m, 4m), Of(CommitmentHealth.Kept(input, Window)));
        Assert.Equal((0.5m, 2m, 4m), Of(CommitmentHealth.Missed(input, Window)));
        Assert.Equal((0.25m, 1m, 4m), Of(CommitmentHealth.Renegotiated(input, Window)));
        var redates = CommitmentHealth.RedatesPerDecision(input, Window);
        Assert.Equal((0.75m, "1 decision was moved twice or more"), (redates.Value, redates.Warning));
        // Two, eight and thirteen days: the middle one.
        Assert.Equal(8m, CommitmentHealth.DaysToClose(input, Window).Value);

        static (decimal?, decimal?, decimal?) Of(HealthFigure figure) => (figure.Value, figure.Numerator, figure.Denominator);
    }

    [Fact]
    public void OutsideMeeting_IsTheShareOfAllDecisions()
    {
        var figure = CommitmentHealth.OutsideMeeting(Input with { Decisions = [Decided(Jan(7), Jan(9)), Decided(Jan(8), Jan(9), outside: true), Decided(new(2025, 6, 1), Jan(9), outside: true)] }, Window);
        Assert.Equal((0.5m, 2m), (figure.Value, figure.Denominator));
    }

    [Fact]
    public void SlowReaction_NamesWhatIsOpenTooLongWithoutADecisionOrAnOwnerOfTheCause()
    {
        var problem = new ProcessProblem(7, ExceptionCategory.LateSupply, "Wood/Casting", "supplier", "late", Jan(12), Jan(26));
        var input = Input with
        {
            // Friday to Monday is one working day: not slow yet.
            Exceptions = [Open("Frame welding", Jan(20)), Open("SO1", Jan(19)), Open("Fresh", Jan(23)), Open("Wood/Casting", Jan(12)), Open("Drive 2", Jan(15))],
            Decisions = [Decided(Jan(21), Jan(30), about: new DecisionSubject(SubjectKind.Order, "SO1")), Decided(Jan(14), Jan(30), text: "Look at Drive 2")],
            Problems = [problem], Owned = new HashSet<int> { 7 },
        };

        var figure = ReactionHealth.SlowReaction(input, Window);

        // The decision about drive 2 is older than what goes wrong there now.
        Assert.Equal((2m, 5m), (figure.Value, figure.Denominator));
        Assert.Equal(["Drive 2, 7 working days: Drive 2 is late", "Frame welding, 4 working days: Frame welding is late"], figure.Parts);
        Assert.Equal(3m, ReactionHealth.SlowReaction(input with { Owned = new HashSet<int>() }, Window).Value);
    }

    [Fact]
    public void LastMeetings_AreFourOrAllThereAre()
    {
        var four = Input with { Minutes = [Met(Jan(1), 1), Met(Jan(2), 1), Met(Jan(7), 1), Met(Jan(14), 1), Met(Jan(21), 1)] };
        Assert.Equal(("the last four meetings", At(Jan(2))), (HealthRules.LastMeetings(four, Now).Words, HealthRules.LastMeetings(four, Now).From));
        Assert.Equal("2 meetings so far", HealthRules.LastMeetings(Input with { Minutes = [Met(Jan(7), 1), Met(Jan(14), 1)] }, Now).Words);
    }

    [Fact]
    public void Compute_GivesEachNumberOnceWithItsDefinition()
    {
        var figures = HealthRules.Compute(Input, Window);
        Assert.Equal(Enum.GetValues<HealthKind>(), figures.Select(figure => figure.Kind));
        Assert.All(figures, figure => Assert.True(figure.Definition.Length > 20 && (figure.Value is not null || figure.Absent is not null)));
    }
}
