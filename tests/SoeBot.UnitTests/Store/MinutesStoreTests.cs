using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class MinutesStoreTests
{
    private static readonly DateTimeOffset Closed = Given.Now.AddMinutes(81);
    private static readonly Measure Share = new(6793, 7304, "pieces", "good pieces of the frozen plan, each line capped at its plan");
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task A_close_takes_the_minutes_with_everything_of_that_moment(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var version = await store.Plans.PublishAsync(Given.Plant, GivenPlan.Full(), new PlanOrigin(Given.Now, "erp.zip", "Ana", null), Given.Now, Effect.None, Stop);
        await store.Plans.SaveFindingsAsync(Given.Plant, version.Number, GivenFindings.Nothing with { Weeks = [new(new PlantWeek(Given.Today.AddDays(-7)), 1, Share, Share, Share, Share, 0)] }, Stop);
        var meeting = (await store.Meetings.StartAsync(Given.Meeting(), Effect.None, Stop)).Meeting;
        await store.Decisions.RecordAsync(Given.Decision() with { Meeting = meeting.Id }, Given.Now, _ => Effect.None, Stop);
        await store.OnlineMeetings.SeeAsync(meeting.Conversation, Given.Today, [Given.Ana, Given.Ben], joined: true, Given.Now, Effect.None, Stop);
        await store.OnlineMeetings.SeeAsync(meeting.Conversation, Given.Today, [Given.Ben], joined: false, Given.Now.AddMinutes(40), Effect.None, Stop);
        await store.Meetings.ChangeAsync(meeting.Id, m => (m.Park("second shift", Given.Ben, Given.Now), Effect.None), Stop);
        await CloseAsync(store, meeting, Given.Now.AddDays(7));

        var minutes = (await store.Minutes.FindAsync(meeting.Id, Stop))!;

        Assert.Equal(("weekly", "Weekly execution meeting", Given.Today, Given.Ana, Closed, 1), (minutes.Template, minutes.Title, minutes.Day, minutes.Chair, minutes.ClosedAt, minutes.PlanVersion));
        var decision = Assert.Single(minutes.Decisions);
        Assert.Equal(("D-1", "Expedite the castings", Given.Ben, Given.Today.AddDays(4), new DecisionSubject(SubjectKind.Order, "SO63216")), (decision.Name, decision.Text, decision.Owner!.Value, decision.Due!.Value, decision.Subject));
        Assert.Equal([(Given.Ana, null), (Given.Ben, Given.Now.AddMinutes(40))], minutes.Present.Select(one => (one.Person, one.LeftAt)));
        Assert.Equal("second shift", Assert.Single(minutes.Parked).Text);
        Assert.Equal((Given.Now, "erp.zip", Given.Now.AddDays(7)), (minutes.DataAt!.Value, minutes.Source, minutes.Next!.Value));
        Assert.Contains(minutes.Numbers, number => number is { Name: "Open exceptions", Version: 1 });
        Assert.Contains(minutes.Numbers, number => number is { Name: "Schedule attainment", Numerator: 6793, Denominator: 7304, Sources: "production schedule, frozen plan version 1" });
    }

    [Theory, OnBothStores]
    public async Task Minutes_never_change_though_their_decisions_do(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var meeting = (await store.Meetings.StartAsync(Given.Meeting(), Effect.None, Stop)).Meeting;
        var decision = (await store.Decisions.RecordAsync(Given.Decision() with { Meeting = meeting.Id }, Given.Now, _ => Effect.None, Stop)).Decision;
        await CloseAsync(store, meeting, null);

        await store.Decisions.ChangeAsync(decision.Id, one => (one.Redate(Given.Today.AddDays(9), Given.Ben, byLead: false, "supplier", new PlantCalendar { Zone = TimeZoneInfo.Utc }, Closed), Effect.None), Stop);
        await CloseAsync(store, meeting, null);

        Assert.Equal(Given.Today.AddDays(4), Assert.Single((await store.Minutes.FindAsync(meeting.Id, Stop))!.Decisions).Due);
        Assert.Equal(1, (await store.Minutes.ListAsync(Given.Plant, 0, 10, Stop)).Total);
    }

    [Theory, OnBothStores]
    public async Task A_close_that_fails_takes_none_and_an_open_meeting_has_none(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var meeting = (await store.Meetings.StartAsync(Given.Meeting(), Effect.None, Stop)).Meeting;

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Meetings.ChangeAsync<MeetingOutcome>(meeting.Id, m =>
        {
            m.Close(0, Given.Ana, Closed);
            throw new InvalidOperationException("dies");
        }, Stop));

        Assert.Null(await store.Minutes.FindAsync(meeting.Id, Stop));
        Assert.Equal(MeetingState.Open, (await store.Meetings.FindAsync(meeting.Id, Stop))!.State);
    }

    [Theory, OnBothStores]
    public async Task Past_minutes_come_page_by_page_and_by_day_the_newest_first(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        for (var week = 0; week < 3; week++)
        {
            var meeting = Meeting.Start(new MeetingId(Guid.CreateVersion7()), Given.Plant, Given.Today.AddDays(7 * week), "weekly", Given.Ana, "19:week", null, Given.Now.AddDays(7 * week));
            await store.Meetings.StartAsync(meeting, Effect.None, Stop);
            await store.Meetings.ChangeAsync(meeting.Id, m => (m.Close(0, Given.Ana, Closed.AddDays(7 * week)), Effect.None), Stop);
        }
        var elsewhere = (await store.Meetings.StartAsync(Given.Meeting(new PlantId("tijuana")), Effect.None, Stop)).Meeting;
        await CloseAsync(store, elsewhere, null);

        var page = await store.Minutes.ListAsync(Given.Plant, 1, 2, Stop);
        Assert.Equal(3, page.Total);
        Assert.Equal([Given.Today.AddDays(7), Given.Today], page.Rows.Select(row => row.Day));
        Assert.Equal(Given.Today.AddDays(14), (await store.Minutes.LastAsync(Given.Plant, null, Stop))!.Day);
        Assert.Equal(Given.Today, (await store.Minutes.LastAsync(Given.Plant, Given.Today, Stop))!.Day);
        Assert.Null(await store.Minutes.LastAsync(Given.Plant, Given.Today.AddDays(1), Stop));
        Assert.Equal([Given.Today, Given.Today.AddDays(7)], (await store.Minutes.BetweenAsync(Given.Plant, Given.Now, Closed.AddDays(14), Stop)).Select(one => one.Day));
    }

    [Theory, OnBothStores]
    public async Task A_link_opens_its_minutes_until_it_is_revoked(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var meeting = (await store.Meetings.StartAsync(Given.Meeting(), Effect.None, Stop)).Meeting;
        await CloseAsync(store, meeting, null);
        var hash = MinutesLink.Hash("a link");
        await store.Minutes.AddLinkAsync(Given.Plant, meeting.Id, hash, Given.Ana, Given.Now, new Effect { Audit = [Given.Audit("minutes.link")] }, Stop);

        Assert.Equal(meeting.Id, (await store.Minutes.ByLinkAsync(hash, Stop))!.Meeting);
        Assert.Null(await store.Minutes.ByLinkAsync(MinutesLink.Hash("another"), Stop));
        Assert.Equal(0, await store.AskAsync<int>("SELECT COUNT(*) AS \"Value\" FROM minutes_links WHERE hash LIKE '%a link%'"));

        Assert.Equal(1, await store.Minutes.RevokeLinksAsync(meeting.Id, Given.Ben, Closed, count => new Effect { Audit = [Given.Audit("minutes.revoke")] }, Stop));
        Assert.Equal(0, await store.Minutes.RevokeLinksAsync(meeting.Id, Given.Ben, Closed, _ => new Effect { Audit = [Given.Audit("minutes.revoke")] }, Stop));
        Assert.Null(await store.Minutes.ByLinkAsync(hash, Stop));
        Assert.Equal(2, (await store.Audit.ListAsync(Given.Plant, 0, 10, Stop)).Count);
    }

    private static Task<ChangeResult<Meeting, MeetingOutcome>> CloseAsync(StoreUnderTest store, Meeting meeting, DateTimeOffset? next) =>
        store.Meetings.ChangeAsync(meeting.Id, m => (m.Close(0, Given.Ana, Closed), new Effect { NextMeeting = next }), Stop);
}
