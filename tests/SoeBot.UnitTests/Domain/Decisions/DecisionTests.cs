using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using Xunit;

namespace SoeBot.UnitTests.Domain.Decisions;

public sealed class DecisionTests
{
    private static readonly PersonKey Lea = PersonKey.Of("t", "lea"), Ravi = PersonKey.Of("t", "ravi"), Petra = PersonKey.Of("t", "petra");
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 25), Friday = new(2026, 11, 27);

    private static readonly PlantCalendar Calendar = new() { Zone = TimeZoneInfo.Utc };

    private static Decision Given(PersonKey? owner = null) => Decision.Record(
        new NewDecision(new(Guid.NewGuid()), new PlantId("works"), " get a second quote ", DecisionSubject.None, owner ?? Ravi, Friday, Lea, null, 3), 41, Now);

    [Fact]
    public void Record_OwnerIsSomebodyElse_WaitsForTakeIt()
    {
        var decision = Given();
        Assert.Equal(("D-41", "get a second quote", DecisionStatus.Proposed, 1), (decision.Name, decision.Text, decision.Status, decision.Version));
    }

    [Fact]
    public void Record_OwnerDecidedItself_IsTaken() => Assert.Equal(DecisionStatus.Taken, Given(Lea).Status);

    [Fact]
    public void Take_ByAnother_IsNotTheirs()
    {
        var decision = Given();
        Assert.Equal(DecisionOutcome.NotYours, decision.Take(Petra, Now));
        Assert.Equal((DecisionStatus.Proposed, 1), (decision.Status, decision.Version));
    }

    [Fact]
    public void Take_Twice_ChangesOnce()
    {
        var decision = Given();
        Assert.Equal(DecisionOutcome.Changed, decision.Take(Ravi, Now));
        Assert.Equal(DecisionOutcome.SameAsBefore, decision.Take(Ravi, Now));
        Assert.Equal(2, decision.Version);
    }

    [Fact]
    public void Done_BeforeItWasMissed_IsKept()
    {
        var decision = Given();
        Assert.Equal(DecisionOutcome.Changed, decision.Done(Ravi, "quote is in", Calendar, Now));
        Assert.Equal((DecisionStatus.Kept, false), (decision.Status, decision.IsOpen));
        Assert.Equal(DecisionOutcome.SameAsBefore, decision.Done(Ravi, null, Calendar, Now));
    }

    [Fact]
    public void Miss_ByTheCalendar_StaysOpenUntilDoneLate()
    {
        var decision = Given();
        Assert.Equal(DecisionOutcome.Changed, decision.Miss(null, null, Now));
        Assert.True(decision.IsOpen);
        decision.Done(Ravi, null, Calendar, Now);
        Assert.Equal(DecisionStatus.DoneLate, decision.Status);
    }

    [Fact]
    public void Redate_WithoutReason_AsksForOne() =>
        Assert.Equal(DecisionOutcome.ReasonNeeded, Given().Redate(Friday.AddDays(3), Ravi, false, " ", Calendar, Now));

    [Fact]
    public void Redate_IntoThePast_IsRefused() =>
        Assert.Equal(DecisionOutcome.DueInPast, Given().Redate(Today.AddDays(-1), Ravi, false, "late", Calendar, Now));

    [Fact]
    public void Redate_ThirdTime_NeedsTheLead()
    {
        var decision = Given();
        decision.Redate(Friday.AddDays(3), Ravi, false, "supplier", Calendar, Now);
        decision.Redate(Friday.AddDays(4), Ravi, false, "supplier", Calendar, Now);
        Assert.Equal(DecisionOutcome.LeadAsked, decision.Redate(Friday.AddDays(5), Ravi, false, "supplier", Calendar, Now));
        Assert.Equal(DecisionOutcome.Changed, decision.Redate(Friday.AddDays(5), Lea, true, "supplier", Calendar, Now));
        Assert.Equal(3, decision.Redates);
    }

    [Fact]
    public void Redate_OfAMissedOne_PutsItBackAndKeepsTheHistory()
    {
        var decision = Given();
        decision.Miss(null, null, Now);
        decision.Redate(Friday.AddDays(7), Ravi, false, "holiday", Calendar, Now);
        Assert.Equal(DecisionStatus.Taken, decision.Status);
        Assert.Contains(decision.Events, happened => happened.Kind == DecisionEventKind.Missed);
    }

    [Fact]
    public void GiveTo_Another_WaitsForTheirTakeIt()
    {
        var decision = Given();
        decision.Take(Ravi, Now);
        Assert.Equal(DecisionOutcome.Changed, decision.GiveTo(Petra, Ravi, "frames are hers", Now));
        Assert.Equal((Petra, DecisionStatus.Proposed), (decision.Owner, decision.Status));
    }

    [Fact]
    public void AnyAnswer_OnceClosed_ChangesNothing()
    {
        var decision = Given();
        decision.Done(Ravi, null, Calendar, Now);
        Assert.Equal(DecisionOutcome.AlreadyClosed, decision.Redate(Friday.AddDays(3), Ravi, false, "why", Calendar, Now));
        Assert.Equal(DecisionOutcome.AlreadyClosed, decision.GiveTo(Petra, Lea, null, Now));
        Assert.Equal(DecisionOutcome.AlreadyClosed, decision.Block(Ravi, "supplier", Now));
        Assert.Equal(DecisionOutcome.AlreadyClosed, decision.Miss(null, null, Now));
    }

    [Fact]
    public void Correct_WhileTheMeetingLasts_KeepsTheOldWords()
    {
        var decision = Given();
        Assert.Equal(DecisionOutcome.ChairNeeded, decision.Correct("other", Petra, byChair: false, inMeeting: true, Now));
        Assert.Equal(DecisionOutcome.ReasonNeeded, decision.Correct(" ", Lea, byChair: true, inMeeting: true, Now));
        Assert.Equal(DecisionOutcome.MeetingOver, decision.Correct("other", Lea, byChair: true, inMeeting: false, Now));
        Assert.Equal(DecisionOutcome.SameAsBefore, decision.Correct("get a second quote ", Lea, byChair: true, inMeeting: true, Now));
        Assert.Equal(("get a second quote", 1), (decision.Text, decision.Version));

        Assert.Equal(DecisionOutcome.Changed, decision.Correct(" get two quotes ", Lea, byChair: true, inMeeting: true, Now));
        Assert.Equal(("get two quotes", 2, "get a second quote"), (decision.Text, decision.Version, decision.Events[^1].Note));
    }

    [Fact]
    public void Drop_ByTheChair_NeedsAReasonAndEndsIt()
    {
        var decision = Given();
        Assert.Equal(DecisionOutcome.ChairNeeded, decision.Drop(Ravi, byChair: false, "no", Now));
        Assert.Equal(DecisionOutcome.ReasonNeeded, decision.Drop(Lea, byChair: true, "", Now));
        Assert.Equal(DecisionOutcome.Changed, decision.Drop(Lea, byChair: true, "customer cancelled", Now));
        Assert.Equal((DecisionStatus.Dropped, false, 2), (decision.Status, decision.IsOpen, decision.Version));
        Assert.Equal(DecisionOutcome.SameAsBefore, decision.Drop(Lea, byChair: true, "again", Now));
        Assert.Equal(DecisionOutcome.AlreadyClosed, decision.Correct("other", Lea, byChair: true, inMeeting: true, Now));
    }
}
