using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using Xunit;
using static SoeBot.UnitTests.Domain.Changes.GivenChange;

namespace SoeBot.UnitTests.Domain.Changes;

/// <summary>The edge cases of product.md 5 for approvals, as rules.</summary>
public sealed class ChangeRequestTests
{
    [Fact]
    public void Approve_FrozenByManager_HoldsWithItsCondition()
    {
        var request = Sent(Fence.Frozen);
        Assert.False(request.IsEffective);
        Assert.Equal(ChangeOutcome.Changed, request.Approve(Miguel, Manager, "only if the Touring frames stay Friday", request.Version, Now));
        Assert.True(request.IsEffective);
        Assert.Equal(("only if the Touring frames stay Friday", Miguel, ChangeState.Approved), (request.Condition, request.DecidedBy!.Value, request.State));
    }

    [Fact]
    public void Approve_BySomebodyWithoutTheRight_ChangesNothing()
    {
        var request = Sent(Fence.Frozen);
        var version = request.Version;
        foreach (var standing in (Standing[])[Standing.Nobody, Function(Role.Planning, Role.Procurement, Role.CustomerService)])
            Assert.Equal(ChangeOutcome.NoRight, request.Approve(Petra, standing, null, version, Now));
        Assert.Equal((ChangeState.Asked, version), (request.State, request.Version));
    }

    [Fact]
    public void Approve_ByDeputy_OnlyWhenManagerIsAwaySilentUntilHalfTimeOrGivesIt()
    {
        var request = Sent(Fence.Frozen);
        Assert.Equal(ChangeOutcome.DeputyNotYet, request.Approve(Dana, Deputy, null, request.Version, Now));
        Assert.Equal(ChangeOutcome.Changed, Sent(Fence.Frozen) is var away ? away.Approve(Dana, Deputy with { ManagerIsAway = true }, null, away.Version, Now) : default);

        Assert.Equal(ChangeOutcome.SameAsBefore, request.PassHalfTime(request.HalfTimeAt!.Value.AddTicks(-1)));
        Assert.Equal(ChangeOutcome.Changed, request.PassHalfTime(request.HalfTimeAt!.Value));
        Assert.Equal(ChangeOutcome.Changed, request.Approve(Dana, Deputy, null, request.Version, request.HalfTimeAt!.Value));
        Assert.True(request.Events[^1].AsDeputy);

        var given = Sent(Fence.Frozen);
        Assert.Equal(ChangeOutcome.NoRight, given.GiveToDeputy(Dana, Deputy, Now));
        Assert.Equal(ChangeOutcome.Changed, given.GiveToDeputy(Miguel, Manager, Now));
        Assert.Equal(ChangeOutcome.Changed, given.Reject(Dana, Deputy, "no welders", given.Version, Now));
    }

    [Fact]
    public void Approve_OwnRequest_GoesToTheDeputyUnlessThePlantAllows()
    {
        var request = Sent(Fence.Frozen, Miguel);
        Assert.Equal(ChangeOutcome.OwnRequest, request.Approve(Miguel, Manager, null, request.Version, Now));
        Assert.Equal(ChangeOutcome.Changed, request.Approve(Dana, Deputy, null, request.Version, Now));

        var allowed = Sent(Fence.Frozen, Miguel);
        Assert.Equal(ChangeOutcome.Changed, allowed.Approve(Miguel, Manager with { MayApproveOwn = true }, null, allowed.Version, Now));
        Assert.True(allowed.Events[^1].Own);
    }

    [Fact]
    public void Approve_WhenTheSlotStarted_IsTooLateAndItExpires()
    {
        var request = Sent(Fence.Frozen);
        Assert.Equal(Slot, request.ExpiresAt);
        Assert.Equal(ChangeOutcome.TooLate, request.Approve(Miguel, Manager, null, request.Version, Slot));
        Assert.Equal(ChangeOutcome.SameAsBefore, request.Expire(ChangeRules.DraftsLive, Slot.AddTicks(-1)));
        Assert.Equal(ChangeOutcome.Changed, request.Expire(ChangeRules.DraftsLive, Slot));
        Assert.Equal((ChangeState.Expired, false), (request.State, request.IsEffective));
    }

    [Fact]
    public void Approve_FromAnOldCard_ShowsTodaysFirst()
    {
        var request = Sent(Fence.Frozen);
        var seen = request.Version;
        request.Question(Miguel, Manager, "Which customer?", Now);
        Assert.Equal(ChangeOutcome.OldCard, request.Approve(Miguel, Manager, null, seen, Now));
        Assert.Equal(ChangeOutcome.Changed, request.Approve(Miguel, Manager, null, request.Version, Now));
    }

    [Fact]
    public void Approve_AfterSomebodyElse_FirstStoredWins()
    {
        var request = Sent(Fence.Frozen);
        request.PassHalfTime(request.HalfTimeAt!.Value);
        var seen = request.Version;
        Assert.Equal(ChangeOutcome.Changed, request.Reject(Dana, Deputy, "no welders", seen, request.HalfTimeAt!.Value));
        Assert.Equal(ChangeOutcome.AlreadyEnded, request.Approve(Miguel, Manager, null, seen, request.HalfTimeAt!.Value));
        Assert.Equal(ChangeOutcome.SameAsBefore, request.Reject(Dana, Deputy, "no welders", seen, request.HalfTimeAt!.Value));
        Assert.Equal(ChangeState.Rejected, request.State);
    }

    [Fact]
    public void Reject_WithoutAReason_IsAskedForOne() =>
        Assert.Equal(ChangeOutcome.ReasonNeeded, Sent(Fence.Frozen) is var request ? request.Reject(Miguel, Manager, "  ", request.Version, Now) : default);

    [Fact]
    public void Sign_FirmWeek_HoldsWhenEveryOtherFunctionAgreed()
    {
        var request = Sent(Fence.Firm, Petra, [Role.Procurement, Role.CustomerService]);
        Assert.Equal(ChangeOutcome.NoRight, request.Approve(Miguel, Manager, null, request.Version, Now));
        Assert.Equal(ChangeOutcome.Changed, request.Sign(Ravi, Function(Role.Procurement), Signature.Agrees, null, request.Version, Now));
        Assert.False(request.IsEffective);
        Assert.Equal(ChangeOutcome.NoRight, request.Sign(Sam, Function(Role.Sales), Signature.Agrees, null, request.Version, Now));
        Assert.Equal(ChangeOutcome.Changed, request.Sign(Clara, Function(Role.CustomerService), Signature.NotConcerned, null, request.Version, Now));
        Assert.True(request.IsEffective);
    }

    [Fact]
    public void Sign_AnObjection_IsATieThatTheManagerBreaks()
    {
        var request = Sent(Fence.Firm);
        Assert.Equal(ChangeOutcome.ReasonNeeded, request.Sign(Clara, Function(Role.CustomerService), Signature.Objects, null, request.Version, Now));
        Assert.Equal(ChangeOutcome.Changed, request.Sign(Clara, Function(Role.CustomerService), Signature.Objects, "contract penalty", request.Version, Now));
        Assert.Equal(ChangeState.Tied, request.State);
        Assert.Equal(ChangeOutcome.Changed, request.Approve(Miguel, Manager, null, request.Version, Now));
    }

    [Fact]
    public void Sign_ByTheAskerWhoHoldsAFunctionByNow_DoesNotCount()
    {
        var request = Sent(Fence.Firm, firm: [Role.Procurement]);
        Assert.Equal(ChangeOutcome.OwnRequest, request.Sign(Sam, Function(Role.Procurement), Signature.Agrees, null, request.Version, Now));
        Assert.False(request.IsEffective);
    }

    [Fact]
    public void Sign_NobodyIsConcerned_IsNoYes()
    {
        var request = Sent(Fence.Firm, firm: [Role.Procurement]);
        request.Sign(Ravi, Function(Role.Procurement), Signature.NotConcerned, null, request.Version, Now);
        Assert.Equal((ChangeState.Tied, false), (request.State, request.IsEffective));
    }

    [Fact]
    public void Send_FlexibleWeeks_IsRecordedAndHolds() => Assert.Equal((ChangeState.Recorded, true), Sent(Fence.Flexible) is var request ? (request.State, request.IsEffective) : default);

    [Fact]
    public void Send_BySomebodyElseOrWithoutReasonOrUnchecked_IsNotSent()
    {
        var request = Drafted();
        Assert.Equal(ChangeOutcome.NotChecked, request.Send(Sam, Why, [], false, Now));
        request.Check(Impact(Fence.Frozen), Now);
        Assert.Equal(ChangeOutcome.NotYours, request.Send(Ravi, Why, [], false, Now));
        Assert.Equal(ChangeOutcome.ReasonNeeded, request.Send(Sam, Why with { Reason = null }, [], false, Now));
        Assert.Equal(ChangeOutcome.TooLate, request.Send(Sam, Why, [], false, Slot));
        Assert.Equal(ChangeState.Checked, request.State);
    }

    [Fact]
    public void Send_EmergencyAfterwards_WithinADayAndAnsweredWithinADay()
    {
        ChangeRequest Filed(DateTimeOffset happened)
        {
            var request = ChangeRequest.Draft(new(new(Guid.Empty), new("sample"), Drafted().What, Petra, HappenedAt: happened), 8, Now);
            request.Check(Impact(Fence.Frozen) with { FirstSlot = null }, Now);
            return request;
        }
        Assert.Equal(ChangeOutcome.TooLate, Filed(Now.AddHours(-25)).Send(Petra, Why, [], false, Now));
        var night = Filed(Now.AddHours(-5));
        Assert.Equal(ChangeOutcome.Changed, night.Send(Petra, Why, [], false, Now));
        Assert.Equal((Now.AddHours(24), true), (night.ExpiresAt!.Value, night.IsAfterwards));
        Assert.Equal(ChangeOutcome.Changed, night.Approve(Miguel, Manager, null, night.Version, Now));
    }

    [Fact]
    public void TakeBack_ByTheApproverOrHigher_WithinTenMinutes_WaitsAgain()
    {
        var request = Given();
        foreach (var (by, standing) in ((PersonKey, Standing)[])[(Petra, Standing.Nobody), (Sam, Manager), (Guest, Deputy)])
            Assert.True(request.TakeBack(by, standing, Now) is ChangeOutcome.NoRight or ChangeOutcome.OwnRequest);
        Assert.Equal(ChangeOutcome.UndoOver, request.TakeBack(Miguel, Manager, Now + ChangeRequest.UndoFor));
        Assert.Equal(ChangeOutcome.Changed, request.TakeBack(Miguel, Manager, Now.AddMinutes(9)));
        Assert.Equal((ChangeState.Asked, false, null, null), (request.State, request.IsEffective, request.DecidedBy, request.Condition));
        Assert.Equal(ChangeOutcome.SameAsBefore, request.TakeBack(Miguel, Manager, Now.AddMinutes(9)));
        Assert.Equal(ChangeOutcome.Changed, request.Reject(Miguel, Manager, "no welders", request.Version, Now.AddMinutes(9)));
        // A manager's decision is not the deputy's to take back.
        Assert.Equal(ChangeOutcome.NoRight, request.TakeBack(Dana, Deputy, Now.AddMinutes(9)));

        static ChangeRequest Given()
        {
            var given = Sent(Fence.Frozen);
            given.GiveToDeputy(Miguel, Manager, Now);
            given.Approve(Dana, Deputy, "only today", given.Version, Now);
            return given;
        }
    }

    [Fact]
    public void TakeBack_OfTheLastSignature_LeavesTheOthers()
    {
        var request = Sent(Fence.Firm, firm: [Role.Planning, Role.Procurement]);
        request.Sign(Petra, Function(Role.Planning), Signature.Agrees, null, request.Version, Now);
        request.Sign(Ravi, Function(Role.Procurement), Signature.Agrees, null, request.Version, Now);
        Assert.Equal(ChangeOutcome.NoRight, request.TakeBack(Petra, Function(Role.Planning), Now));
        Assert.Equal(ChangeOutcome.Changed, request.TakeBack(Ravi, Function(Role.Procurement), Now));
        Assert.Equal((ChangeState.Asked, Signature.Agrees, null), (request.State, request.SignatureOf(Role.Planning), request.SignatureOf(Role.Procurement)));
    }

    [Fact]
    public void TakeBack_TwiceAtOneInstant_CountsTwice()
    {
        var request = Sent(Fence.Frozen);
        for (var times = 1; times <= 2; times++)
        {
            request.Approve(Miguel, Manager, null, request.Version, Now);
            Assert.Equal(ChangeOutcome.Changed, request.TakeBack(Miguel, Manager, Now));
            Assert.Equal(times, request.TimesTakenBack);
        }
    }

    [Fact]
    public void TakeBack_WhenItsSlotStartedOrThePlanHoldsIt_IsOver()
    {
        var request = Sent(Fence.Frozen);
        request.Approve(Miguel, Manager, null, request.Version, Slot.AddMinutes(-2));
        Assert.Equal(ChangeOutcome.UndoOver, request.TakeBack(Miguel, Manager, Slot));
        request.Arrive(4, Slot.AddMinutes(-1));
        Assert.Equal(ChangeOutcome.UndoOver, request.TakeBack(Miguel, Manager, Slot.AddMinutes(-1)));
    }

    [Fact]
    public void Answer_WithoutAQuestion_ChangesNothing() =>
        Assert.Equal(ChangeOutcome.NotAsked, Sent(Fence.Frozen).Answer(Sam, "words", Now));

    [Fact]
    public void Outlive_OrderShippedMeanwhile_EndsItAndNothingHolds()
    {
        var request = Sent(Fence.Frozen);
        Assert.Equal(ChangeOutcome.Changed, request.Outlive("SO63216 was shipped", Now));
        Assert.Equal(ChangeOutcome.AlreadyEnded, request.Approve(Miguel, Manager, null, request.Version, Now));
        Assert.Equal(ChangeState.Obsolete, request.State);
    }
}
