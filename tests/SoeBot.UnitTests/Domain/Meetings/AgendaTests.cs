using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using Xunit;

namespace SoeBot.UnitTests.Domain.Meetings;

public sealed class AgendaTests
{
    private static readonly PersonKey Lea = PersonKey.Of("t", "lea"), Dana = PersonKey.Of("t", "dana"), Miguel = PersonKey.Of("t", "miguel"), Petra = PersonKey.Of("t", "petra");
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 25);

    private static Meeting Given(string template = AgendaTemplate.WeeklyId, int minutes = 90) =>
        Meeting.Start(new(Guid.NewGuid()), new PlantId("works"), Today, template, Lea, "19:meeting", 3, Now, minutes);

    [Fact]
    public void Weekly_HasTheNineStepsOfTheProductInEightyFiveMinutes()
    {
        Assert.Equal(["commitments", "numbers", "look-ahead", "top-ten", "changes", "scenarios", "exceptions", "upwards", "read-back"], AgendaTemplate.Weekly.Steps.Select(step => step.Id));
        Assert.Equal(85, AgendaTemplate.Weekly.Minutes);
    }

    [Fact]
    public void Sop_HasFiveReviewsEachWithItsOwnArtifact_TheExecutiveOneOfAnHourAtMost()
    {
        Assert.Equal(["DemandConsensus", "SupplyPlan", "ReconciliationPack", "SignedPlan", "CommitmentLog"], AgendaTemplates.Sop.SelectMany(template => template.Steps).Select(step => step.Artifact).OfType<string>());
        Assert.InRange(AgendaTemplates.Executive.Minutes, 1, 60);
        Assert.Equal(10, AgendaTemplates.Daily.Minutes);
        Assert.Equal(AgendaTemplates.All.Count, AgendaTemplates.All.Select(template => template.Id).Distinct().Count());
    }

    [Fact]
    public void All_EndWithTheReadBack() => Assert.All(AgendaTemplates.All, template => Assert.Equal("read-back", template.Steps[^1].Id));

    [Theory]
    [InlineData("", "weekly"), InlineData("Daily", "daily"), InlineData("pre-S&OP", "sop-reconciliation"), InlineData("executive meeting", "sop-executive")]
    public void Typed_WordsAfterStart_MeanOneAgenda(string words, string id) => Assert.Equal(id, AgendaTemplates.Typed(words)!.Id);

    [Fact]
    public void Moments_OfTheWeekly_AskAtThirtyAndFortyFiveWarnAndCloseAnHourAfterTheEnd()
    {
        var meeting = Given();
        Assert.Equal([30, 45], Minutes(MeetingMomentKind.NoDecision));
        Assert.Equal([80], Minutes(MeetingMomentKind.NearEnd));
        Assert.Equal([105], Minutes(MeetingMomentKind.Over));
        Assert.Equal([150], Minutes(MeetingMomentKind.Unfinished));
        meeting.Extend(meeting.EndsAt, 15);
        Assert.Equal([95], Minutes(MeetingMomentKind.NearEnd));
        meeting.Close(0, Lea, Now.AddMinutes(20));
        Assert.Empty(MeetingMoments.Of(meeting, AgendaTemplate.Weekly));

        IEnumerable<int> Minutes(MeetingMomentKind kind) => MeetingMoments.Of(meeting, AgendaTemplate.Weekly).Where(one => one.Kind == kind).Select(one => (int)(one.At - Now).TotalMinutes);
    }

    [Theory]
    [InlineData(20, 9, true), InlineData(9, 20, false), InlineData(4, 1, false)]
    public void LookBack_LongerBackThanForward_IsAnAutopsy(int back, int forward, bool expected)
    {
        var meeting = Given();
        meeting.Next(0, 9, Now.AddMinutes(back));
        meeting.Next(1, 9, Now.AddMinutes(back));
        meeting.Next(2, 9, Now.AddMinutes(back + forward));
        Assert.Equal(expected, LookBack.Of(meeting, AgendaTemplate.Weekly, Now.AddMinutes(back + forward)).IsAutopsy);
    }

    [Fact]
    public void Drift_CountsChangesOfTheQuarterAlone()
    {
        var (usual, date) = (Now, MeetingDate.Of(new PlantId("works"), new(2026, 11, 23), Now));
        date.MoveTo(Now.AddDays(1), usual, Lea, null, Now.AddDays(-80));
        date.MoveTo(Now.AddDays(2), usual, Lea, null, Now.AddDays(-2));
        date.Cancel(Lea, null, Now.AddDays(-1));
        Assert.Equal(new CadenceDrift(1, 1), CadenceDrift.Of([date], Today, at => DateOnly.FromDateTime(at.UtcDateTime)));
    }

    [Fact]
    public void Attendance_CountsADeputyAndNamesWhoIsMissing()
    {
        var staffing = new Staffing([new(Miguel, Role.PlantManager), new(Petra, Role.Planning), new(Lea, Role.Lead)], new Dictionary<Role, PersonKey> { [Role.PlantManager] = Dana, [Role.Lead] = Petra }, [], []);
        var there = Attendance.Of(staffing, [Lea, Dana, Petra], Today).ToDictionary(one => one.Role);
        Assert.Equal((Dana, true), (there[Role.PlantManager].By!.Value, there[Role.PlantManager].IsDeputy));
        Assert.Equal((Petra, false), (there[Role.Planning].By!.Value, there[Role.Planning].IsDeputy));
        Assert.Null(there[Role.Procurement].By);
        Assert.True(Attendance.MayLead(staffing, Lea, Today));
        Assert.True(Attendance.MayLead(staffing, Petra, Today));
        Assert.False(Attendance.MayLead(staffing, Dana, Today));
    }
}
