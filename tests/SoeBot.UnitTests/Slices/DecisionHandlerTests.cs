using SoeBot.Decisions;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Store.Effects;
using Xunit;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>A decision is recorded: with one named owner, a date that is not past, and what was known when it was decided.</summary>
public sealed class DecisionHandlerTests
{
    private const string Id = "0199f5c0000070008000000000000001", Id2 = "0199f5c0000070008000000000000002";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Form(string id = Id, string owner = "omar", string due = "2014-01-07", string about = "63216", string more = "") =>
        $$"""{"p":"sample","r":"{{id}}","in_text":"Get a second quote","in_owner":"{{owner}}","in_due":"{{due}}","in_about":"{{about}}"{{more}}}""";

    internal static async Task<Decision> RecordedAsync(SlicesUnderTest slices, string form)
    {
        await slices.PressedAsync(Lea, Verbs.Record, form);
        return (await slices.Store.Decisions.OpenAsync(Plant, Stop)).MaxBy(one => one.Number)!;
    }

    [Fact]
    public async Task A_decision_knows_its_order_by_full_number_who_was_there_the_plan_and_who_was_not()
    {
        await using var slices = await NewAsync();
        var decision = await RecordedAsync(slices, Form(more: ""","in_kind":"Expedite","in_options":"second supplier, overtime" """));
        Assert.Equal((new DecisionSubject(SubjectKind.Order, "SO63216"), 1, true, DecisionKind.Expedite), (decision.Subject, decision.PlanVersion, decision.IsOutsideMeeting, decision.Kind));
        Assert.Equal([Lea], decision.Present);
        // Omar, who does it, is procurement; nobody of customer service had part in it.
        Assert.Equal([Role.CustomerService], decision.NotInRoom);
        var told = Assert.Single(await slices.SentAsync(), card => card.StartsWith("D-1 is yours", StringComparison.Ordinal));
        Assert.Contains("Decided without customer service, whom it touches.", told);
        Assert.Contains("outside the meeting", told);
    }

    /// <summary>Teams told nobody's coming; who said "I am here" was there all the same.</summary>
    [Fact]
    public async Task Who_said_I_am_here_was_there_when_it_was_decided()
    {
        await using var slices = await NewAsync();
        var meeting = SoeBot.Domain.Meetings.Meeting.Start(new(Guid.NewGuid()), Plant, Today, "weekly", Lea, "19:week@thread.tacv2", planVersion: 1, slices.Now);
        await slices.Store.Meetings.StartAsync(meeting, Effect.None, Stop);
        await slices.Store.Meetings.ChangeAsync(meeting.Id, open => (open.MarkHere(Petra, slices.Now), Effect.None), Stop);

        var decision = await RecordedAsync(slices, Form());

        Assert.Equal([Petra, Lea], decision.Present);
        // Omar was not, and is asked at once instead of at the close.
        Assert.Contains(await slices.SentAsync(), card => card.StartsWith("D-1 is yours", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_named_as_owner_is_asked_back_with_its_people_and_kept_as_helpers()
    {
        await using var slices = await NewAsync();
        await slices.Store.People.GrantAsync(Plant, Petra, Role.Procurement, Effect.None, Stop);
        var form = Assert.Single(await slices.TypeAsync(Lea, "decide: Procurement gets a second quote for the frame by Tue"));
        Assert.Contains("'Procurement' is several people. Who answers for it?", form);
        Assert.Contains("Get a second quote for the frame", form);
        Assert.Contains("Omar Haddad", form);
        Assert.Contains("Petra Lang", form);

        var decision = await RecordedAsync(slices, Form(more: ""","h":"Procurement" """));
        Assert.Equal(("Procurement", (PersonKey?)Omar), (decision.Helpers, decision.Owner));
    }

    [Fact]
    public async Task A_group_of_one_is_that_person()
    {
        await using var slices = await NewAsync();
        var form = Assert.Single(await slices.TypeAsync(Lea, "decide: procurement gets a second quote by Tue"));
        Assert.DoesNotContain("several people", form);
        Assert.Contains("Omar Haddad", form);
    }

    [Fact]
    public async Task A_past_day_is_never_due_and_the_next_of_its_name_is_offered()
    {
        await using var slices = await NewAsync();
        var form = await slices.PressedAsync(Lea, Verbs.Record, Form(due: "2014-01-03"));
        Assert.Contains("Fri 3 Jan is past. Fri 10 Jan?", form);
        Assert.Contains("[Record with Fri 10 Jan]", form);
        Assert.Empty(await slices.Store.Decisions.OpenAsync(Plant, Stop));
        // Friday comes after the meeting of Wednesday, so it is asked once more.
        Assert.Contains("[Keep Fri 10 Jan]", await slices.PressedAsync(Lea, Verbs.Record, Form(due: "2014-01-03", more: ""","u":"2014-01-10" """)));
        var decision = await RecordedAsync(slices, Form(due: "2014-01-10", more: ""","k":"2014-01-10" """));
        Assert.Equal(new DateOnly(2014, 1, 10), decision.Due);
    }

    [Fact]
    public async Task A_free_day_and_a_day_after_the_next_meeting_are_kept_by_saying_so()
    {
        await using var slices = await NewAsync();
        Assert.Contains("Sat 11 Jan is a free day. Keep?", await slices.PressedAsync(Lea, Verbs.Record, Form(due: "2014-01-11")));
        Assert.Contains("That is after the next meeting, Wed 8 Jan. Keep?", await slices.PressedAsync(Lea, Verbs.Record, Form(due: "2014-01-09")));
        Assert.Equal(new DateOnly(2014, 1, 11), (await RecordedAsync(slices, Form(due: "2014-01-11", more: ""","k":"2014-01-11" """))).Due);
    }

    [Fact]
    public async Task Without_owner_or_date_it_is_noted_in_a_meeting_only_and_completed_there()
    {
        await using var slices = await NewAsync();
        Assert.Contains("A decision needs one named person", await slices.PressedAsync(Lea, Verbs.Record, Form(owner: "")));
        await StartMeetingAsync(slices);
        var receipt = await slices.PressedAsync(Lea, Verbs.Record, Form(owner: "", due: ""));
        Assert.Contains("D-1 noted: who answers for it?", receipt);
        var draft = (await slices.Store.Decisions.FindAsync(Plant, 1, Stop))!;
        Assert.Equal((DecisionStatus.Draft, false), (draft.Status, draft.IsComplete));
        Assert.StartsWith("D-1 has no owner or no date yet.", await slices.PressedAsync(Omar, Verbs.Take, """{"p":"sample","r":1,"v":1}"""), StringComparison.Ordinal);

        await slices.PressedAsync(Lea, Verbs.Complete, """{"p":"sample","r":1,"v":1,"in_owner":"omar","in_due":"2014-01-08"}""");
        var complete = (await slices.Store.Decisions.FindAsync(Plant, 1, Stop))!;
        Assert.Equal((DecisionStatus.Proposed, (PersonKey?)Omar, (DateOnly?)new DateOnly(2014, 1, 8)), (complete.Status, complete.Owner, complete.Due));
        Assert.Contains(await slices.SentAsync(), card => card.StartsWith("D-1 is yours: do you take it?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_is_dropped_with_a_reason_only()
    {
        await using var slices = await NewAsync();
        await StartMeetingAsync(slices);
        await slices.PressedAsync(Lea, Verbs.Record, Form(owner: ""));
        Assert.StartsWith("Say why in a few words", await slices.PressedAsync(Lea, Verbs.Drop, """{"p":"sample","r":1,"v":1}"""), StringComparison.Ordinal);
        Assert.Contains("was dropped", await slices.PressedAsync(Lea, Verbs.Drop, """{"p":"sample","r":1,"v":1,"in_why":"nobody can do it"}"""));
    }

    [Fact]
    public async Task A_newer_one_about_the_same_order_replaces_the_older_by_a_press_alone()
    {
        await using var slices = await NewAsync();
        await RecordedAsync(slices, Form());
        await slices.SentAsync();
        await RecordedAsync(slices, Form(Id2));
        var asked = Assert.Single(await slices.SentAsync(), card => card.StartsWith("D-2 replaces D-1 (same order, same question)?", StringComparison.Ordinal));
        Assert.Contains("[Replace D-1] [Keep both]", asked);
        Assert.Equal(2, (await slices.Store.Decisions.OpenAsync(Plant, Stop)).Count);

        Assert.StartsWith("Only the chair", await slices.PressedAsync(Petra, Verbs.Replace, """{"p":"sample","r":2,"o":1}"""), StringComparison.Ordinal);
        await slices.PressedAsync(Lea, Verbs.Replace, """{"p":"sample","r":2,"o":1}""");
        await slices.PressedAsync(Lea, Verbs.Replace, """{"p":"sample","r":2,"o":1}""");
        var (old, now) = ((await slices.Store.Decisions.FindAsync(Plant, 1, Stop))!, (await slices.Store.Decisions.FindAsync(Plant, 2, Stop))!);
        Assert.Equal((DecisionStatus.Replaced, (int?)2, (int?)1, 2), (old.Status, old.ReplacedBy, now.Replaces, now.Events.Count));
    }

    [Fact]
    public async Task Who_decided_that_is_answered_in_one_step()
    {
        await using var slices = await NewAsync();
        await RecordedAsync(slices, Form());
        await slices.SentAsync();
        foreach (var line in (string[])["who decided SO63216", "why was 63216 moved", "who decided D-1?"])
        {
            var answer = Assert.Single(await slices.TypeAsync(Petra, line));
            Assert.Contains("D-1 Get a second quote", answer);
            Assert.Contains("Lea Brandt, Mon 6 Jan 10:00", answer);
            Assert.Contains("plan version 1", answer);
            Assert.Contains("outside the meeting", answer);
        }
        Assert.Contains("Nobody has recorded a decision about SO63217", Assert.Single(await slices.TypeAsync(Petra, "who decided 63217")));
    }

    internal static async Task<Meeting> StartMeetingAsync(SlicesUnderTest slices)
    {
        var meeting = Meeting.Start(new MeetingId(Guid.CreateVersion7(slices.Now)), Plant, Today, "weekly", Lea, "19:channel", 1, slices.Now);
        await slices.Store.Meetings.StartAsync(meeting, Effect.None, Stop);
        return meeting;
    }
}
