using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using Xunit;

namespace SoeBot.UnitTests.Domain.Decisions;

/// <summary>Who may say what of a decision: its owner answers, whoever chairs drops and corrects, and nobody else does either.</summary>
public sealed class DecisionRightsTests
{
    private static readonly PersonKey Lea = PersonKey.Of("t", "lea"), Ravi = PersonKey.Of("t", "ravi"), Petra = PersonKey.Of("t", "petra");
    private static readonly PlantCalendar Calendar = new() { Zone = TimeZoneInfo.Utc };
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Friday = new(2026, 11, 27);

    public static TheoryData<string> Answers => ["take", "not me", "done", "missed", "new date", "blocked", "close", "still needed", "drop", "correct"];

    [Theory, MemberData(nameof(Answers))]
    public void Somebody_who_neither_owns_nor_chairs_changes_nothing(string answer)
    {
        var decision = Given();
        Assert.Contains(Answer(decision, answer, Petra, chairs: false), (DecisionOutcome[])[DecisionOutcome.NotYours, DecisionOutcome.ChairNeeded]);
        Assert.Equal((DecisionStatus.Proposed, Ravi, Friday, 1), (decision.Status, decision.Owner!.Value, decision.Due!.Value, decision.Version));
    }

    [Theory, MemberData(nameof(Answers))]
    public void Whoever_may_is_heard(string answer) =>
        Assert.Equal(DecisionOutcome.Changed, Answer(Given(), answer, answer is "drop" or "correct" ? Lea : Ravi, chairs: answer is "drop" or "correct"));

    /// <summary>Due on a Friday, done on the Monday: late. Due on a Sunday, done on the Monday: kept.</summary>
    [Theory]
    [InlineData("2026-11-27", "2026-11-27T20:00Z", DecisionStatus.Kept)]
    [InlineData("2026-11-27", "2026-11-30T07:00Z", DecisionStatus.DoneLate)]
    [InlineData("2026-11-29", "2026-11-30T07:00Z", DecisionStatus.Kept)]
    public void What_is_done_after_its_day_is_done_late(string due, string at, DecisionStatus status)
    {
        var decision = Given(DateOnly.Parse(due, null));
        decision.Done(Ravi, null, Calendar, DateTimeOffset.Parse(at, null));
        Assert.Equal((status, status == DecisionStatus.DoneLate ? 1 : 0), (decision.Status, decision.Misses));
    }

    [Fact]
    public void What_is_replaced_and_what_replaced_it_name_each_other()
    {
        var (older, newer) = (Given(), Given(number: 42));
        Assert.Equal(DecisionOutcome.ChairNeeded, Decision.Replace(older, newer, Petra, byChair: false, Now));
        Assert.Equal(DecisionOutcome.NotReplaceable, Decision.Replace(newer, older, Lea, byChair: true, Now));
        Assert.Equal(DecisionOutcome.Changed, Decision.Replace(older, newer, Lea, byChair: true, Now));
        Assert.Equal((DecisionStatus.Replaced, 42, 41), (older.Status, older.ReplacedBy!.Value, newer.Replaces!.Value));
        Assert.Equal(DecisionOutcome.SameAsBefore, Decision.Replace(older, newer, Lea, byChair: true, Now));
    }

    private static DecisionOutcome Answer(Decision decision, string answer, PersonKey by, bool chairs) => answer switch
    {
        "take" => decision.Take(by, Now),
        "not me" => decision.Refuse(by, "no time", Now),
        "done" => decision.Done(by, "here it is", Calendar, Now),
        "missed" => decision.Miss(by, "no quote came", Now, chairs),
        "new date" => decision.Redate(Friday.AddDays(3), by, false, "supplier slow", Calendar, Now),
        "blocked" => decision.Block(by, "no drawing", Now),
        "close" => decision.CloseOver("SO63216 was shipped", by, chairs, Now),
        "still needed" => decision.StillNeeded("SO63216 was shipped", by, chairs, Now),
        "drop" => decision.Drop(by, chairs, "not worth it", Now),
        _ => decision.Correct("get two quotes", by, chairs, inMeeting: true, Now),
    };

    private static Decision Given(DateOnly? due = null, int number = 41) => Decision.Record(
        new NewDecision(new(Guid.NewGuid()), new PlantId("works"), "get a second quote", DecisionSubject.None, Ravi, due ?? Friday, Lea, new MeetingId(Guid.NewGuid()), 3), number, Now);
}
