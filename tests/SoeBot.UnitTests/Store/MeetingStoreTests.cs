using SoeBot.Domain.Meetings;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class MeetingStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task StartAsync_of_many_at_once_opens_one_and_names_it_to_the_others(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => (at % 2 == 0 ? store : other)
            .Meetings.StartAsync(Given.Meeting(), Given.Says(Given.Message($"start {at}")), Stop)));
        var elsewhere = await store.Meetings.StartAsync(Given.Meeting(new PlantId("tijuana")), Effect.None, Stop);

        var started = Assert.Single(results, result => !result.AlreadyOpen).Meeting;
        Assert.All(results, result => Assert.Equal(started.Id, result.Meeting.Id));
        Assert.Equal(started.Id, (await store.Meetings.OpenAsync(Given.Plant, Stop))!.Id);
        Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 10, Stop));
        Assert.False(elsewhere.AlreadyOpen);
    }

    [Theory, OnBothStores]
    public async Task ChangeAsync_of_two_presses_on_one_card_moves_one_step(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        var id = (await store.Meetings.StartAsync(Given.Meeting(), Effect.None, Stop)).Meeting.Id;

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => (at % 2 == 0 ? store : other)
            .Meetings.ChangeAsync(id, meeting => (meeting.Next(from: 0, steps: 9, Given.Now), Effect.None), Stop)));

        Assert.Single(results, result => result.Outcome == MeetingOutcome.Changed);
        Assert.Equal(5, results.Count(result => result.Outcome == MeetingOutcome.AlreadyMoved));
        Assert.Equal(1, (await store.Meetings.FindAsync(id, Stop))!.Step);
    }

    /// <summary>A draft that is written while the meeting closes: its minutes could not have it, and it could not keep the meeting open.</summary>
    [Theory, OnBothStores]
    public async Task A_draft_in_the_instant_of_the_close_is_not_recorded_in_a_closed_meeting(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        var meeting = (await store.Meetings.StartAsync(Given.Meeting(), Effect.None, Stop)).Meeting;
        Task<RecordResult?>? recording = null;

        var closed = await store.Meetings.ChangeWithDecisionsAsync(meeting.Id, (open, decisions) =>
        {
            // Both have looked; now the draft comes. It must wait, so this cannot wait for its end.
            recording ??= Task.Run(() => other.Decisions.RecordInMeetingAsync(meeting.Id, Given.Decision() with { Owner = null, Due = null, Meeting = meeting.Id }, Given.Now, _ => Effect.None, Stop), Stop);
            recording.Wait(TimeSpan.FromMilliseconds(300));
            return (open.Close(decisions.Count(decision => !decision.IsComplete), Given.Ana, Given.Now), Effect.None);
        }, Stop);

        Assert.Null(await recording!);
        Assert.Equal((MeetingOutcome.Changed, MeetingState.Closed), (closed.Outcome, (await store.Meetings.FindAsync(meeting.Id, Stop))!.State));
        Assert.Empty(await store.Decisions.OfMeetingAsync(meeting.Id, Stop));
    }

    /// <summary>The other way round: the draft was there first, and the close sees it.</summary>
    [Theory, OnBothStores]
    public async Task A_draft_that_is_being_written_keeps_the_meeting_open(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        var meeting = (await store.Meetings.StartAsync(Given.Meeting(), Effect.None, Stop)).Meeting;
        Task<ChangeResult<Meeting, MeetingOutcome>>? closing = null;

        await store.Decisions.RecordInMeetingAsync(meeting.Id, Given.Decision() with { Owner = null, Due = null, Meeting = meeting.Id }, Given.Now, _ =>
        {
            closing ??= Task.Run(() => other.Meetings.ChangeWithDecisionsAsync(meeting.Id, (open, decisions) => (open.Close(decisions.Count(decision => !decision.IsComplete), Given.Ana, Given.Now), Effect.None), Stop), Stop);
            closing.Wait(TimeSpan.FromMilliseconds(300));
            return Effect.None;
        }, Stop);

        Assert.Equal(MeetingOutcome.DecisionsIncomplete, (await closing!).Outcome);
        Assert.Equal(meeting.Id, (await store.Meetings.OpenAsync(Given.Plant, Stop))!.Id);
    }

    [Theory, OnBothStores]
    public async Task ChangeAsync_keeps_parked_topics_and_a_closed_one_makes_room_for_the_next(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var first = (await store.Meetings.StartAsync(Given.Meeting(), Effect.None, Stop)).Meeting;
        await store.Meetings.ChangeAsync(first.Id, meeting => (meeting.Park("second shift", Given.Ben, Given.Now), Effect.None), Stop);
        await store.Meetings.ChangeAsync(first.Id, meeting => (meeting.Close(0, Given.Ana, Given.Now.AddHours(1)), Effect.None), Stop);

        var second = await store.Meetings.StartAsync(Given.Meeting(), Effect.None, Stop);

        Assert.False(second.AlreadyOpen);
        var closed = await store.Meetings.LastClosedAsync(Given.Plant, Stop);
        Assert.Equal((first.Id, MeetingState.Closed, Given.Now.AddHours(1), 3), (closed!.Id, closed.State, closed.ClosedAt!.Value, closed.Version));
        Assert.Equal([new ParkedTopic("second shift", Given.Ben, Given.Now)], closed.Parked);
        Assert.Equal(("weekly", Given.Ana, "19:week@thread.tacv2", Given.Today), (closed.Template, closed.Chair, closed.Conversation, closed.Day));
    }

    [Theory, OnBothStores]
    public async Task Questions_about_no_meeting_have_no_answer(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var unknown = new MeetingId(Guid.CreateVersion7());

        Assert.Null(await store.Meetings.OpenAsync(Given.Plant, Stop));
        Assert.Null(await store.Meetings.LastClosedAsync(Given.Plant, Stop));
        Assert.Null(await store.Meetings.FindAsync(unknown, Stop));
        Assert.False((await store.Meetings.ChangeAsync(unknown, meeting => (meeting.Step, Effect.None), Stop)).Found);
    }
}
