using CsCheck;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using Xunit;

namespace SoeBot.UnitTests.Domain.Meetings;

/// <summary>Whatever is pressed, on whichever card, in whatever order and how often: the meeting stays in order.</summary>
public sealed class MeetingProperties
{
    private const int Steps = 9;
    private static readonly PersonKey Lea = PersonKey.Of("t", "lea");
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Orders = ["SO1", "SO2", "SO3"];

    /// <summary>What is pressed, on a card of which step, about which order, with how many incomplete decisions.</summary>
    private static readonly Gen<(int What, int Seen, int Order, int Incomplete)[]> Presses = Gen.Select(Gen.Int[0, 8], Gen.Int[0, Steps - 1], Gen.Int[0, 2], Gen.Int[0, 2]).Array[1, 60];

    [Fact]
    public void Any_presses_of_old_cards_never_move_twice_and_never_close_what_is_incomplete() => Presses.Sample(presses =>
    {
        var meeting = Meeting.Start(new(Guid.NewGuid()), new PlantId("works"), new(2026, 11, 25), AgendaTemplate.WeeklyId, Lea, "19:meeting", 3, Start);
        var now = Start;
        foreach (var press in presses)
        {
            now = now.AddMinutes(1);
            var (step, version, order, closed) = (meeting.Step, meeting.Version, meeting.Order, meeting.State == MeetingState.Closed);
            var outcome = Press(meeting, press, now);

            Assert.Equal(outcome == MeetingOutcome.Changed, meeting.Version != version);
            if (closed) Assert.Equal(MeetingOutcome.AlreadyClosed, outcome);
            if (press.What <= 3 && press.Seen != step) Assert.Equal(step, meeting.Step);
            if (press.What is 5 && Orders[press.Order] != order) Assert.Equal(order, meeting.Order);
            if (!closed && meeting.State == MeetingState.Closed) Assert.Equal(0, press.Incomplete);
            Assert.InRange(meeting.Step, 0, Steps - 1);
            Assert.Equal(meeting.State == MeetingState.Open ? 1 : 0, meeting.Visits.Count(visit => visit.To is null));
            // No minute is lost or counted twice.
            Assert.Equal((meeting.ClosedAt ?? now) - Start, Enumerable.Range(0, Steps).Aggregate(TimeSpan.Zero, (sum, at) => sum + meeting.TimeIn(at, now)));
            Assert.All(meeting.Reviews.Where(review => review.Result == ReviewResult.Escalated), review => Assert.NotNull(review.Because));
        }
    });

    [Fact]
    public void A_red_order_is_never_passed_without_a_decision_or_a_reason() => Presses.Sample(presses =>
    {
        var meeting = Meeting.Start(new(Guid.NewGuid()), new PlantId("works"), new(2026, 11, 25), AgendaTemplate.WeeklyId, Lea, "19:meeting", 3, Start);
        meeting.TakeUp(Orders, Start);
        foreach (var press in presses)
            meeting.Review(new(Orders[press.Order], IsRed: true, HasDecision: press.Incomplete == 1), (ReviewResult)(press.What % 4), press.Seen % 2 == 0 ? null : "because", Orders, Lea, Start);

        var all = Orders.Select(order => new ReviewedOrder(order, IsRed: true, HasDecision: false));
        Assert.All(meeting.RedOpen(all), open => Assert.True(meeting.ReviewOf(open) is null or { Because: null }));
        Assert.Equal(meeting.Reviews.Select(review => review.Order).Distinct().Count(), meeting.Reviews.Count);
        Assert.True(meeting.Order is null ? meeting.Reviews.Count == Orders.Length : meeting.ReviewOf(meeting.Order) is null);
    });

    private static MeetingOutcome Press(Meeting meeting, (int What, int Seen, int Order, int Incomplete) press, DateTimeOffset now) => press.What switch
    {
        0 => meeting.Next(press.Seen, Steps, now),
        1 => meeting.Back(press.Seen, now),
        2 => meeting.Skip(press.Seen, Steps, press.Order == 0 ? " " : "no data", now),
        3 => meeting.GoToTheEnd(press.Seen, Steps, StepEnd.Skipped, press.Order == 0 ? null : "no time", now),
        4 => meeting.TakeUp(Orders, now),
        5 => meeting.Review(new(Orders[press.Order], press.Seen % 2 == 0, false), (ReviewResult)(press.Seen % 4), press.Incomplete == 0 ? null : "because", Orders, Lea, now),
        6 => meeting.GiveMoreTime(press.Seen),
        7 => meeting.Park("topic", Lea, now),
        _ => press.Seen == 0 ? meeting.Close(press.Incomplete, Lea, now) : meeting.Extend(meeting.EndsAt.AddMinutes(press.Order - 1), 15),
    };
}
