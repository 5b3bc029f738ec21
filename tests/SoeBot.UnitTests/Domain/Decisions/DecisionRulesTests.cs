using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using Xunit;

namespace SoeBot.UnitTests.Domain.Decisions;

/// <summary>Dates that are asked about, who is impacted, when an unanswered proposal is asked again, which level is next.</summary>
public sealed class DecisionRulesTests
{
    private static readonly PersonKey Lea = PersonKey.Of("t", "lea"), Ravi = PersonKey.Of("t", "ravi");
    private static readonly PlantCalendar Berlin = new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), Holidays = new HashSet<DateOnly> { new(2014, 1, 15) } };
    private static readonly DateOnly Monday = new(2014, 1, 6);

    [Theory]
    [InlineData("2014-01-03", DueQuestion.Past, "2014-01-10")]
    [InlineData("2013-12-30", DueQuestion.Past, "2014-01-13")]
    [InlineData("2014-01-11", DueQuestion.Holiday, "2014-01-10")]
    [InlineData("2014-01-15", DueQuestion.Holiday, "2014-01-14")]
    [InlineData("2014-01-09", DueQuestion.AfterNextMeeting, "2014-01-08")]
    [InlineData("2014-01-08", DueQuestion.None, "2014-01-08")]
    [InlineData("2014-01-06", DueQuestion.None, "2014-01-06")]
    public void A_due_date_is_asked_about_and_another_is_offered(string due, DueQuestion question, string instead)
    {
        var (day, next) = (DateOnly.Parse(due, null), new DateOnly(2014, 1, 8));
        Assert.Equal((question, DateOnly.Parse(instead, null)), (DueQuestions.Of(day, Monday, next, Berlin), DueQuestions.Instead(day, Monday, next, Berlin)));
    }

    [Theory, InlineData("2014-01-10T17:30", false), InlineData("2014-01-10T18:00", true)]
    public void A_weekday_typed_on_that_day_is_today_until_the_day_shift_ends(string local, bool over) =>
        Assert.Equal(over, DueQuestions.IsOverToday(new DateTimeOffset(DateTime.Parse(local, null), TimeSpan.FromHours(1)), Berlin));

    [Fact]
    public void An_unanswered_proposal_is_asked_again_after_four_hours_and_goes_to_the_lead_a_working_day_later()
    {
        // Friday 16:00 in Berlin.
        var friday = new DateTimeOffset(2014, 1, 10, 15, 0, 0, TimeSpan.Zero);
        var decision = Given(Ravi, new(2014, 1, 20), friday);
        Assert.Equal((friday.AddHours(4), friday.AddDays(3)), (DecisionAcceptance.RemindAt(decision), DecisionAcceptance.LeadAt(decision, Berlin)));

        decision.GiveTo(Lea, Ravi, null, friday.AddHours(1));
        Assert.Equal(friday.AddHours(5), DecisionAcceptance.RemindAt(decision));
        decision.Take(Lea, friday.AddHours(2));
        Assert.Null(DecisionAcceptance.RemindAt(decision));
        Assert.Null(DecisionAcceptance.LeadAt(decision, Berlin));
    }

    [Fact]
    public void A_new_date_after_the_due_date_is_missed_then_re_dated_and_never_kept()
    {
        var decision = Given(Ravi, Monday, At(6, 9));
        Assert.Equal(DecisionOutcome.Changed, decision.Redate(new(2014, 1, 10), Ravi, false, "supplier", Berlin, At(7, 9)));
        Assert.Equal([DecisionEventKind.Recorded, DecisionEventKind.Missed, DecisionEventKind.Redated], decision.Events.Select(happened => happened.Kind));
        Assert.Equal((1, 1, DecisionStatus.Taken), (decision.Redates, decision.Misses, decision.Status));
        decision.Done(Ravi, null, Berlin, At(9, 9));
        Assert.Equal(DecisionStatus.DoneLate, decision.Status);
    }

    [Fact]
    public void Due_on_a_free_day_it_is_kept_on_the_next_working_day()
    {
        var decision = Given(Ravi, new(2014, 1, 11), At(6, 9));
        decision.Done(Ravi, null, Berlin, At(13, 9));
        Assert.Equal(DecisionStatus.Kept, decision.Status);
    }

    [Fact]
    public void Outside_a_meeting_nothing_is_noted_without_owner_and_date() =>
        Assert.Throws<ArgumentException>(() => Decision.Record(new NewDecision(new(Guid.NewGuid()), new PlantId("works"), "do it", DecisionSubject.None, null, Monday, Lea, null, null), 1, At(6, 9)));

    [Fact]
    public void Impacted_functions_that_had_no_part_are_named_and_nobody_when_it_is_not_known_who_was_there()
    {
        var order = DecisionSubject.Of("SO63216");
        Assert.Equal([Role.Procurement, Role.CustomerService], ImpactedFunctions.NotThere(order, DecisionKind.Expedite, [Role.Planning]));
        Assert.Equal([Role.CustomerService], ImpactedFunctions.NotThere(order, DecisionKind.Expedite, [Role.Procurement]));
        Assert.Empty(ImpactedFunctions.NotThere(order, DecisionKind.Expedite, null));
    }

    [Fact]
    public void The_next_level_is_above_who_asks_and_above_where_it_was_asked()
    {
        Role[] path = [Role.Lead, Role.PlantManager, Role.Executive];
        Assert.Equal(Role.Lead, EscalationPath.Next(path, null, [Role.Planning]));
        Assert.Equal(Role.PlantManager, EscalationPath.Next(path, null, [Role.Lead]));
        Assert.Equal(Role.Executive, EscalationPath.Next(path, Role.PlantManager, [Role.Planning]));
        Assert.Null(EscalationPath.Next(path, Role.Executive, [Role.Lead]));
    }

    [Theory, InlineData("c-7", SubjectKind.Change, "C-7"), InlineData("K-9", SubjectKind.Case, "K-9"), InlineData("S-3", SubjectKind.Scenario, "S-3"), InlineData("X-118", SubjectKind.Exception, "X-118"), InlineData("SO63216", SubjectKind.Order, "SO63216"), InlineData(" ", SubjectKind.Nothing, "")]
    public void What_it_is_about_is_read_from_its_number(string typed, SubjectKind kind, string reference) => Assert.Equal(new DecisionSubject(kind, reference), DecisionSubject.Of(typed));

    private static Decision Given(PersonKey owner, DateOnly due, DateTimeOffset now) =>
        Decision.Record(new NewDecision(new(Guid.NewGuid()), new PlantId("works"), "do it", DecisionSubject.None, owner, due, Lea, new MeetingId(Guid.NewGuid()), null), 1, now);

    private static DateTimeOffset At(int day, int hour) => new(2014, 1, day, hour, 0, 0, TimeSpan.Zero);
}
