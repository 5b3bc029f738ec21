using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Changes.GivenChange;

namespace SoeBot.UnitTests.Domain.Changes;

/// <summary>What was published, what was approved and what the new version says, side by side.</summary>
public sealed class PlanComparisonTests
{
    private static readonly PlantCalendar Calendar = Given.Calendar;
    private static readonly PlantWeek Week = new(Given.Monday);

    private static ScheduleLine Line(int number, int due, decimal planned = 10) => Given.Make($"WO{number}", "BIKE", planned, due, due);

    private static IReadOnlyList<Difference> Compare(IReadOnlyList<ScheduleLine> before, IReadOnlyList<ScheduleLine> after, params ChangeRequest[] effective) =>
        PlanComparison.Violations(before, after, effective, Week, Calendar);

    private static ChangeRequest Approved(params ExpectedLine[] expected)
    {
        var request = Drafted();
        request.Check(Impact(Fence.Frozen) with { Expected = expected }, Now);
        request.Send(Sam, Why, [], false, Now);
        request.Approve(Miguel, Manager, null, request.Version, Now);
        return request;
    }

    [Fact]
    public void Violations_AMoveInsideTheFences_IsFoundWithTheStricterZone()
    {
        ScheduleLine[] before = [Line(1, 6), Line(2, 13), Line(3, 22), Line(4, 13), Line(5, 23)];
        var found = Compare(before, [Line(1, 7), Line(2, 14), Line(3, 23), Line(4, 8), Line(5, 23)]);
        // WO3 moved after the firm week: nobody has to approve that.
        Assert.Equal([("WO1", Fence.Frozen), ("WO4", Fence.Frozen), ("WO2", Fence.Firm)], found.Select(one => (one.Number, one.Zone)));
    }

    [Fact]
    public void Violations_WhatWasDoneOrOnlyReported_IsNone()
    {
        var done = Line(1, 6) with { FinishedOn = Given.Jan(5), Good = 10 };
        Assert.Empty(Compare([done, Line(2, 7)], [Line(2, 7) with { Good = 4, StartedOn = Given.Jan(6), Sequence = 3, Start = Given.Jan(6) }]));
    }

    [Fact]
    public void Violations_AddedAndGone_AreFound() =>
        Assert.Equal(["WO1", "WO2"], Compare([Line(1, 6)], [Line(2, 7)]).Select(one => one.Number).Order());

    [Fact]
    public void Violations_JustWhatWasApproved_IsNone_AndAnythingElseIs()
    {
        ScheduleLine[] before = [Line(1, 13), Line(2, 8)];
        var request = Approved(new("WO1", "BIKE", Given.Jan(8), 10, null), new("WO2", "BIKE", Given.Jan(9), 10, null, Until: Given.Jan(9)));
        Assert.Empty(Compare(before, [Line(1, 8), Line(2, 9)], request));
        Assert.Empty(Compare(before, [Line(1, 8), Line(2, 8)], request));
        Assert.Equal("WO1", Assert.Single(Compare(before, [Line(1, 7), Line(2, 9)], request)).Number);
        Assert.Equal("WO2", Assert.Single(Compare(before, [Line(1, 8), Line(2, 12)], request)).Number);
        Assert.Equal("WO1", Assert.Single(Compare(before, [Line(1, 8, 12), Line(2, 8)], request)).Number);
    }

    [Fact]
    public void Violations_ARequestThatDoesNotHold_AllowsNothing()
    {
        var waiting = Drafted();
        waiting.Check(Impact(Fence.Frozen) with { Expected = [new("WO1", "BIKE", Given.Jan(8), 10, null)] }, Now);
        waiting.Send(Sam, Why, [], false, Now);
        Assert.Single(Compare([Line(1, 13)], [Line(1, 8)], waiting));
    }

    /// <summary>It explains itself while its answer is waited for: neither before it is sent, nor once it is not accepted.</summary>
    [Fact]
    public void Violations_AnEmergencyThatWaits_AllowsWhatItSays()
    {
        var told = ChangeRequest.Draft(new(new ChangeId(Guid.NewGuid()), new PlantId("sample"), new ChangeWhat(ChangeKind.Move, ChangeSubject.ScheduleLine, "WO1") { To = Given.Jan(8) }, Sam, HappenedAt: Now), 8, Now);
        told.Check(Impact(Fence.Frozen) with { Expected = [new("WO1", "BIKE", Given.Jan(8), 10, null)] }, Now);
        Assert.Single(Compare([Line(1, 13)], [Line(1, 8)], told));
        told.Send(Sam, Why, [], false, Now);
        Assert.Empty(Compare([Line(1, 13)], [Line(1, 8)], told));
        Assert.Single(Compare([Line(1, 13)], [Line(1, 7)], told));
        told.Reject(Miguel, Manager, "it could have waited", told.Version, Now);
        Assert.Single(Compare([Line(1, 13)], [Line(1, 8)], told));
    }

    [Fact]
    public void Violations_AnApprovedAddition_AllowsOneLineAndNoMore()
    {
        var request = Approved(new ExpectedLine("new BIKE", "BIKE", Given.Jan(8), 10, null, IsNew: true));
        Assert.Empty(Compare([], [Line(7, 8)], request));
        Assert.Single(Compare([], [Line(7, 8), Line(8, 8)], request));
    }

    [Fact]
    public void HasArrived_OnlyWhenAllOfItIsThere()
    {
        var request = Approved(new("WO1", "BIKE", Given.Jan(8), 10, null), new("WO2", "BIKE", Given.Jan(9), 10, null, Until: Given.Jan(9)));
        var before = Named([Line(1, 13), Line(2, 8)]);
        Assert.False(PlanComparison.HasArrived(request, Named([Line(1, 13), Line(2, 9)]), before));
        Assert.True(PlanComparison.HasArrived(request, Named([Line(1, 8), Line(2, 8)]), before));

        static Dictionary<string, ScheduleLine> Named(ScheduleLine[] lines) => lines.ToDictionary(line => line.Number);
    }

    /// <summary>Eight weeks of a real factory with 200 changes by chance: half approved before, a quarter filed afterwards, a quarter silent.</summary>
    [Fact]
    public void Violations_EightWeeksOfARealFactory_AllSilentChangesAndNoOther()
    {
        var chance = new Random(8);
        int silent = 0, hits = 0, wrong = 0, made = 0;
        for (var week = new PlantWeek(new DateOnly(2013, 11, 4)); week.Start < new DateOnly(2013, 12, 30); week = week.Next)
        {
            var before = AdventureWorks.Shown(week.Start).Where(line => line.Due >= week.Start && line.Due <= week.Start.AddDays(20)).DistinctBy(line => line.Number).ToList();
            var open = before.Where(line => line.IsOpen && FenceRules.Of(line.Due, week, Calendar) != Fence.Flexible).OrderBy(_ => chance.Next()).Take(25).ToList();
            var after = before.ToDictionary(line => line.Number);
            var effective = new List<ChangeRequest>();
            var unsaid = new HashSet<string>();
            for (var at = 0; at < open.Count; at++, made++)
            {
                var line = open[at];
                var changed = (at % 3) switch { 0 => line with { Due = line.Due.AddDays(1 + chance.Next(3)) }, 1 => line with { Planned = line.Planned + 1 + chance.Next(20) }, _ => (ScheduleLine?)null };
                if (changed is null) after.Remove(line.Number); else after[line.Number] = changed;
                if (chance.Next(4) is var kind && kind == 3)
                {
                    unsaid.Add(line.Number);
                    continue;
                }
                effective.Add(kind == 2 ? FiledAfterwards(week, line, changed) : Approved(new ExpectedLine(line.Number, line.Item, changed?.Due, changed?.Planned ?? 0, line.WorkCentre)));
            }
            var found = PlanComparison.Violations(before, [.. after.Values], effective, week, Calendar).Select(one => one.Number).ToHashSet();
            silent += unsaid.Count;
            hits += found.Count(unsaid.Contains);
            wrong += found.Count(number => !unsaid.Contains(number));
        }
        Console.WriteLine($"{made} changes, {silent} silent: precision {(hits + wrong == 0 ? 0 : (double)hits / (hits + wrong)):0.00}, recall {(double)hits / silent:0.00}");
        Assert.Equal((200, 0), (made, wrong));
        Assert.True(silent > 30);
        Assert.Equal(silent, hits);
    }

    private static ChangeRequest FiledAfterwards(PlantWeek week, ScheduleLine before, ScheduleLine? after)
    {
        var violation = PlanViolation.Of(Guid.NewGuid(), new("sample"), week, new Difference(Fence.Frozen, before, after), new(new("sample"), 3, Now, Now, "files", "somebody", new Dictionary<string, int>()));
        var request = ChangeRequest.Draft(new(new(Guid.NewGuid()), new("sample"), violation.What, Petra, HappenedAt: violation.FoundAt), 9, Now);
        request.Check(violation.Impact, Now);
        request.Send(Petra, Why, [], false, Now);
        request.Approve(Miguel, Manager, null, request.Version, Now);
        return request;
    }
}
