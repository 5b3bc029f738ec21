using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Publishing;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Publishing;

/// <summary>Monday 5 January 2026: week 1 until the 11th, week 2 until the 18th, week 3 until the 25th.</summary>
public sealed class WeekDraftRulesTests
{
    private static readonly WorkCentre Weld = new() { Number = "FW", Name = "Frame welding", HoursPerDay = 8 };

    [Fact]
    public void Week_3_names_what_is_over_capacity_late_and_unconfirmed_before_it_becomes_firm()
    {
        var plan = new PlanSnapshot
        {
            WorkCentres = [Weld],
            Schedule = [Make("W1", "frame", 10, 19, 20) with { WorkCentre = "FW", Hours = 60 }, Make("W2", "frame", 1, 12, 13) with { WorkCentre = "FW", Hours = 4 }],
            Purchases = [Buy("P1", "tube", 5, 21), Buy("P2", "tube", 5, 22) with { Confirmed = Jan(22) }],
        };
        var late = new ProjectedLine(Order("SO1", "bike", 4, 21), Jan(23), 0, LateCause.Capacity, []);
        var onTime = new ProjectedLine(Order("SO2", "bike", 4, 21), Jan(20), 1, LateCause.None, []);

        var week3 = WeekDraftRules.Compute(plan, [late, onTime], Calendar, Monday).Of(new PlantWeek(Jan(19)))!;

        Assert.Equal(["Frame welding: 60 h of 40 h, 20 h too much", "SO1 due Wed 21 Jan: complete Fri 23 Jan", "1 purchase line without a confirmed date"], week3.Worst.Select(one => one.Words));
        Assert.Equal(0, WeekDraftRules.Compute(plan, [late, onTime], Calendar, Monday).Of(new PlantWeek(Jan(12)))!.Count);
    }

    [Fact]
    public void Rows_that_cannot_be_kept_are_named_with_why()
    {
        var plan = new PlanSnapshot { Schedule = [Make("W1", "frame", 10, 1, 2), Make("W2", "frame", 10, 5, 10), Make("W3", "frame", 0, 5, 6), Make("W4", "frame", 10, 5, 6), Make("W5", "frame", 10, 1, 2) with { FinishedOn = Jan(2) }] };

        var draft = WeekDraftRules.Compute(plan, [], Calendar, Monday);

        Assert.Equal(["W1: due Fri 2 Jan and still open", "W3: no pieces planned", "W2: due Sat 10 Jan, a free day"], draft.Unfit.Select(row => $"{row.Line}: {row.Why}"));
        Assert.Equal(3, draft.UnfitCount);
    }

    [Fact]
    public void What_changed_since_the_last_baseline_leaves_out_what_was_made()
    {
        ScheduleLine[] before = [Make("W1", "frame", 10, 5, 6), Make("W2", "frame", 10, 5, 7), Make("W3", "frame", 10, 5, 8), Make("W4", "frame", 10, 5, 8)];
        ScheduleLine[] after = [before[0] with { Good = 10, FinishedOn = Jan(6) }, before[1] with { Due = Jan(9) }, before[2] with { Planned = 12 }, Make("W9", "frame", 3, 5, 6)];

        var since = WeekDraftRules.Since(new PlantWeek(Jan(5)), 7, PlanDifference.OfSchedule(before, after))!;

        Assert.Equal((1, 1, 1, 1), (since.Added, since.Gone, since.Moved, since.Otherwise));
        Assert.Equal(["W9 added for Tue 6 Jan", "W3 planned quantity from 10 to 12", "W4 of Thu 8 Jan gone", "W2 from Wed 7 Jan to Fri 9 Jan"], since.Words);
    }

    [Theory, InlineData(0.799, true), InlineData(0.80, false)]
    public void A_rebuild_is_demanded_under_the_line_and_not_on_it(double share, bool demanded)
    {
        var measured = new WeekNumbers(new PlantWeek(Jan(5).AddDays(-7)), 3, new Measure((decimal)share, 1, "pieces", ""), Nothing, Nothing, Nothing, 0);
        Assert.Equal(demanded, RebuildDemand.Of(new PlantWeek(Monday), [measured], 0.8m) is not null);
        Assert.Null(RebuildDemand.Of(new PlantWeek(Monday), [measured with { Attainment = Nothing }], 0.8m));
    }

    private static Measure Nothing => new(0, 0, "pieces", "");
}
