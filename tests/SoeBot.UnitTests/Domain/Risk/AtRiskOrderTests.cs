using SoeBot.Domain.People;
using SoeBot.Domain.Risk;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Risk;

public sealed class AtRiskOrderTests
{
    private static readonly PersonKey Omar = PersonKey.Of("tenant", "omar"), Petra = PersonKey.Of("tenant", "petra");
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static AtRiskOrder Of(string order) => AtRiskOrder.Of(new("north"), order);

    private static AtRiskOrder Answered(string order, RiskStatus status, PersonKey by, int? tellBy = null)
    {
        var one = Of(order);
        one.Answer(new RiskAnswer(status, "castings late", null, null, tellBy is { } day ? Jan(day) : null), Jan(20), by, Now);
        return one;
    }

    [Theory]
    [InlineData(8, false)] // the day before
    [InlineData(9, true)] // the day itself
    [InlineData(10, true)]
    public void Told_OnTheCommitmentDateOrLater_IsAFailure(int day, bool failure)
    {
        var one = Of("SO1");
        one.Told(Jan(day), Jan(14), Jan(9), Petra, Now);
        Assert.Equal(failure, Assert.Single(one.Events).IsFailure);
        Assert.Equal(AtRiskOutcome.SameAsBefore, one.Told(Jan(day), Jan(14), Jan(9), Petra, Now));
    }

    [Fact]
    public void Told_Twice_KeepsBothInTheLog()
    {
        var one = Of("SO1");
        one.Told(Jan(5), Jan(14), Jan(9), Petra, Now);
        one.Told(Jan(6), Jan(16), Jan(9), Petra, Now);
        Assert.Equal([Jan(14), Jan(16)], one.Events.Select(what => what.Promised));
    }

    [Fact]
    public void Leave_Listed_KeepsWhatWasSaidAndAsksAnewWhenItComesBack()
    {
        var one = Answered("SO1", RiskStatus.Red, Omar);
        one.List(Jan(9), 3, Now);
        Assert.Equal(AtRiskOutcome.Changed, one.Leave(LeaveReason.Shipped, 4, Now));
        Assert.Equal(AtRiskOutcome.SameAsBefore, one.Leave(LeaveReason.Shipped, 4, Now));
        Assert.Equal((RiskStatus.Unanswered, "castings late", Omar, false), (one.Status, one.Risk, one.Owner!.Value, one.IsListed));
        Assert.Equal([RiskEventKind.Answered, RiskEventKind.Listed, RiskEventKind.Left], one.Events.Select(what => what.Kind));
        Assert.Equal((RiskStatus.Red, LeaveReason.Shipped), (one.Events[^1].Status!.Value, one.Events[^1].Reason!.Value));
        Assert.Equal(AtRiskOutcome.Changed, one.List(Jan(9), 5, Now));
    }

    [Fact]
    public void Decide_WithoutAReason_IsAskedForIt()
    {
        var one = Of("SO1");
        Assert.Equal(AtRiskOutcome.ReasonNeeded, one.Decide(RiskOverride.Off, " ", Petra, Now, 1));
        Assert.Equal(AtRiskOutcome.Changed, one.Decide(RiskOverride.Off, "agreed", Petra, Now, 1));
        Assert.Equal(AtRiskOutcome.SameAsBefore, one.Decide(RiskOverride.Off, "agreed", Petra, Now, 1));
        Assert.Equal(AtRiskOutcome.Changed, one.Decide(RiskOverride.None, null, Petra, Now, 1));
        Assert.Null(one.OverrideReason);
    }

    [Fact]
    public void Inherit_Child_HasOwnerAndAnswerOfItsParentOnce()
    {
        var (parent, child) = (Answered("SO1", RiskStatus.Red, Omar, tellBy: 6), Of("SO1A"));
        Assert.Equal(AtRiskOutcome.Changed, child.Inherit(parent, 2, Now));
        Assert.Equal((Omar, RiskStatus.Red, "castings late", Jan(6)), (child.Owner!.Value, child.Status, child.Risk, child.TellBy!.Value));
        child.GiveTo(Petra, Petra, Now);
        Assert.Equal(AtRiskOutcome.SameAsBefore, child.Inherit(parent, 3, Now));
        Assert.Equal(Petra, child.Owner);
    }

    [Theory]
    [InlineData(RiskStatus.Amber, RiskStatus.Red, RiskStatus.Red)]
    [InlineData(RiskStatus.Red, RiskStatus.Green, RiskStatus.Red)]
    [InlineData(RiskStatus.Unanswered, RiskStatus.Green, RiskStatus.Green)]
    public void Inherit_Merged_KeepsItsOwnerTheStricterStatusAndTheEarlierDate(RiskStatus own, RiskStatus other, RiskStatus expected)
    {
        var into = own == RiskStatus.Unanswered ? Of("SO2") : Answered("SO2", own, Petra, tellBy: 8);
        into.GiveTo(Petra, Petra, Now);
        into.Inherit(Answered("SO1", other, Omar, tellBy: 6), 2, Now);
        Assert.Equal((Petra, expected, Jan(6)), (into.Owner!.Value, into.Status, into.TellBy!.Value));
    }

    [Fact]
    public void Inherit_FromOneNobodySpokeOf_IsNothing() => Assert.Equal(AtRiskOutcome.SameAsBefore, Of("SO2").Inherit(Of("SO1"), 2, Now));
}
