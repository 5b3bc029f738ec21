using CsCheck;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Metrics;

public sealed class WeekNumberRulesTests
{
    private static readonly PlantWeek Week = new(Jan(5));

    private static WeekNumbers Compute(ScheduleLine[] baseline, ScheduleLine[] current, params string[] approved) =>
        WeekNumberRules.Compute(new WeekNumbersInput
        {
            Week = Week, BaselineVersion = 1, Baseline = baseline, Current = current, ApprovedAdditions = approved.ToHashSet(),
        });

    [Fact]
    public void Compute_RealFactoryWeekOf30December2013_Gives93And61Point8Percent()
    {
        var week = new PlantWeek(new DateOnly(2013, 12, 30));

        var numbers = WeekNumberRules.Compute(new WeekNumbersInput
        {
            Week = week, BaselineVersion = 1,
            Baseline = [.. AdventureWorks.Schedule(week.Start)],
            Current = [.. AdventureWorks.Schedule(week.Next.Start)],
        });

        Assert.Equal((6_793m, 7_304m), (numbers.Attainment.Numerator, numbers.Attainment.Denominator));
        Assert.Equal((386m, 625m), (numbers.Adherence.Numerator, numbers.Adherence.Denominator));
    }

    [Fact]
    public void Compute_EmptyPlan_HasNoShare()
    {
        var numbers = Compute([], [Make("1", "pump", 5, 5, 6) with { Good = 5, FinishedOn = Jan(6) }]);

        Assert.Null(numbers.Attainment.Share);
        Assert.Null(numbers.Adherence.Share);
        Assert.Equal(AttainmentRules.NoPlanWords, numbers.Attainment.Definition);
        Assert.Equal(5, numbers.OffPlan);
    }

    [Fact]
    public void Compute_OverProduction_DoesNotPayForAnotherItem()
    {
        var (pump, valve) = (Make("1", "pump", 10, 5, 6), Make("2", "valve", 10, 5, 6));

        var numbers = Compute([pump, valve], [pump with { Good = 30, FinishedOn = Jan(6) }, valve with { Good = 4 }]);

        Assert.Equal((14m, 20m), (numbers.Attainment.Numerator, numbers.Attainment.Denominator));
        Assert.Equal((1m, 2m), (numbers.Adherence.Numerator, numbers.Adherence.Denominator));
        Assert.Equal(20, numbers.OffPlan);
    }

    [Fact]
    public void Compute_MovedToNextWeekAfterTheFreeze_StaysInTheDenominator()
    {
        var pump = Make("1", "pump", 10, 5, 6);

        var numbers = Compute([pump], [pump with { Due = Jan(13) }]);

        Assert.Equal(0m, numbers.Attainment.Share);
    }

    [Fact]
    public void Compute_FinishedEarlyLateAndAfterTheWeek_CountsByTheDays()
    {
        ScheduleLine early = Make("1", "pump", 10, 1, 8), late = Make("2", "pump", 10, 5, 6), after = Make("3", "pump", 10, 5, 6);

        var numbers = Compute([early, late, after],
        [
            early with { Good = 10, FinishedOn = Jan(3) }, late with { Good = 10, FinishedOn = Jan(9) }, after with { Good = 10, FinishedOn = Jan(12) },
        ]);

        Assert.Equal((20m, 30m), (numbers.Attainment.Numerator, numbers.Attainment.Denominator));
        Assert.Equal((1m, 3m), (numbers.Adherence.Numerator, numbers.Adherence.Denominator));
        Assert.Equal(0, numbers.OffPlan);
    }

    [Fact]
    public void Compute_LineAddedInTheWeek_CountsOnlyWhenApproved()
    {
        ScheduleLine planned = Make("1", "pump", 10, 5, 6), added = Make("2", "valve", 5, 5, 7) with { Good = 5, FinishedOn = Jan(7) };

        Assert.Equal(10, Compute([planned], [planned, added]).Attainment.Denominator);
        Assert.Equal(5, Compute([planned], [planned, added]).OffPlan);
        Assert.Equal(15, Compute([planned], [planned, added], "2").Attainment.Denominator);
        Assert.Equal(0, Compute([planned], [planned, added], "2").OffPlan);
        Assert.Equal(15, Compute([planned], [planned, added, added with { Number = "3" }], "2").Attainment.Denominator);
    }

    [Fact]
    public void Compute_MadeAheadOfItsWeekOrCaughtUp_OnlyTheFormerIsOffPlan()
    {
        ScheduleLine ahead = Make("1", "pump", 10, 12, 13), caughtUp = Make("2", "pump", 10, 1, 2);

        var numbers = Compute([ahead, caughtUp], [ahead with { Good = 10, FinishedOn = Jan(8) }, caughtUp with { Good = 10, FinishedOn = Jan(8) }]);

        Assert.Equal(10, numbers.OffPlan);
    }

    [Fact]
    public void Compute_AnotherItemUnderTheSameNumber_DoesNotHelp()
    {
        var numbers = Compute([Make("1", "pump", 10, 5, 6)], [Make("1", "valve", 10, 5, 6) with { Good = 10, FinishedOn = Jan(6) }]);

        Assert.Equal((0m, 10m), (numbers.Attainment.Share, numbers.OffPlan));
    }

    internal static readonly Gen<ScheduleLine[]> Lines = Gen.Select(Gen.Int[0, 9], Gen.Int[-3, 20], Gen.Int[0, 50], Gen.Int[-10, 80], Gen.Int[-3, 20])
        .Select((number, due, planned, good, done) => Make($"{number}", number % 2 == 0 ? "pump" : "valve", planned, due - 2, due) with
        {
            Good = good, FinishedOn = done < 0 ? null : Jan(done),
        }).Array[0, 12];

    [Fact]
    public void Compute_AnyPlanAndOutcome_LiesBetweenNoneAndAll() =>
        Gen.Select(Lines, Lines).Sample((baseline, current) =>
        {
            var numbers = Compute(baseline, current);
            Assert.InRange(numbers.Attainment.Share ?? 0, 0, 1);
            Assert.InRange(numbers.Adherence.Share ?? 0, 0, 1);
            Assert.True(numbers.OffPlan >= 0);
        });

    [Fact]
    public void Compute_UnplannedPieces_NeverRaiseAttainment() =>
        Gen.Select(Lines, Gen.Int[1, 99]).Sample((lines, pieces) =>
        {
            var outcome = lines.DistinctBy(line => line.Key).ToArray();
            var baseline = outcome.Select(line => line with { Good = 0, FinishedOn = null }).ToArray();
            var unplanned = Make("unplanned", "pump", pieces, 5, 6) with { Good = pieces, FinishedOn = Jan(6) };
            var more = outcome.Select(line => line.Good >= line.Planned ? line with { Good = line.Good + pieces } : line).Append(unplanned);
            Assert.Equal(Compute(baseline, outcome).Attainment, Compute(baseline, [.. more]).Attainment);
        });
}
