using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using Xunit;

namespace SoeBot.UnitTests.Domain.Meetings;

public sealed class MeetingTests
{
    private static readonly PersonKey Lea = PersonKey.Of("t", "lea");
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static Meeting Given() =>
        Meeting.Start(new(Guid.NewGuid()), new PlantId("works"), new(2026, 11, 25), AgendaTemplate.WeeklyId, Lea, "19:meeting", 3, Now);

    [Fact]
    public void Next_FromTheStepOnTheCard_Moves()
    {
        var meeting = Given();
        Assert.Equal(MeetingOutcome.Changed, meeting.Next(0, 6, Now));
        Assert.Equal((1, 2), (meeting.Step, meeting.Version));
    }

    [Fact]
    public void Next_PressedOnAnOldCard_MovesNothing()
    {
        var meeting = Given();
        meeting.Next(0, 6, Now);
        Assert.Equal(MeetingOutcome.AlreadyMoved, meeting.Next(0, 6, Now));
        Assert.Equal(1, meeting.Step);
    }

    [Fact]
    public void Next_AtTheLastStep_SaysSo()
    {
        var meeting = Given();
        for (var step = 0; step < 5; step++) meeting.Next(step, 6, Now);
        Assert.Equal(MeetingOutcome.AtTheEnd, meeting.Next(5, 6, Now));
    }

    [Fact]
    public void Back_AtTheFirstStep_SaysSo() => Assert.Equal(MeetingOutcome.AtTheBeginning, Given().Back(null, Now));

    [Fact]
    public void Close_WithAnIncompleteDecision_IsRefused()
    {
        var meeting = Given();
        Assert.Equal(MeetingOutcome.DecisionsIncomplete, meeting.Close(1, Lea, Now));
        Assert.Equal(MeetingState.Open, meeting.State);
    }

    [Fact]
    public void AnyStep_OnceClosed_ChangesNothing()
    {
        var meeting = Given();
        meeting.Close(0, Lea, Now);
        Assert.Equal(MeetingOutcome.AlreadyClosed, meeting.Next(null, 6, Now));
        Assert.Equal(MeetingOutcome.AlreadyClosed, meeting.Back(null, Now));
        Assert.Equal(MeetingOutcome.AlreadyClosed, meeting.Park("topic", Lea, Now));
        Assert.Equal(MeetingOutcome.AlreadyClosed, meeting.Close(0, Lea, Now));
    }

    [Fact]
    public void Weekly_StepsFitTheMeeting_AndEachShowsACard()
    {
        Assert.InRange(AgendaTemplate.Weekly.Minutes, 45, 90);
        Assert.All(AgendaTemplate.Weekly.Steps, step => Assert.False(string.IsNullOrEmpty(step.Card)));
    }
}
