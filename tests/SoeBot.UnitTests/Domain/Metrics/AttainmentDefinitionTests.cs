using CsCheck;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Metrics;

public sealed class AttainmentDefinitionTests
{
    private static readonly PlantWeek Week = new(Jan(5));

    private static WeekNumbers Compute(ScheduleLine[] baseline, ScheduleLine[] current, AttainmentDefinition definition = AttainmentDefinition.Capped) =>
        WeekNumberRules.Compute(new WeekNumbersInput { Week = Week, BaselineVersion = 3, Baseline = baseline, Current = current, Definition = definition });

    private static decimal Pieces(WeekNumbers numbers, AttainmentDefinition definition) => numbers.ByDefinition[definition].Numerator;

    // Plan of the week: 100 pumps due Tuesday, 50 pumps due Friday, 50 valves due Wednesday = 200 pieces.
    // Made: pumps 130 on Tuesday's order (30 too many), 0 on Friday's; valves 40, finished a day late; 25 seals nobody planned.
    // Capped  100 + 0 + 40                        = 140 of 200 = 70 %
    // Volume  130 + 40 + 25                       = 195 of 200 = 97.5 %
    // On time 100 (Tuesday's order) + 0 + 0 (late) = 100 of 200 = 50 %
    // Mix     pumps min(130, 150) + valves min(40, 50) = 170 of 200 = 85 %
    [Fact]
    public void Compute_OneWeek_GivesEachDefinitionItsOwnNumber()
    {
        ScheduleLine tuesday = Make("1", "pump", 100, 5, 6), friday = Make("2", "pump", 50, 5, 9), valves = Make("3", "valve", 50, 5, 7);

        var numbers = Compute([tuesday, friday, valves],
        [
            tuesday with { Good = 130, FinishedOn = Jan(6) }, friday, valves with { Good = 40, FinishedOn = Jan(8) },
            Make("4", "seal", 25, 5, 7) with { Good = 25, FinishedOn = Jan(7) },
        ]);

        Assert.Equal((140m, 195m, 100m, 170m), (
            Pieces(numbers, AttainmentDefinition.Capped), Pieces(numbers, AttainmentDefinition.Volume), Pieces(numbers, AttainmentDefinition.OnTime), Pieces(numbers, AttainmentDefinition.Mix)));
        Assert.All(numbers.ByDefinition.Values, measure => Assert.Equal(200, measure.Denominator));
        Assert.Equal((0.7m, 195m), (numbers.Attainment.Share, numbers.Made));
    }

    [Fact]
    public void Compute_ByAnotherDefinition_NamesItInItsWords()
    {
        var line = Make("1", "pump", 10, 5, 6);

        var numbers = Compute([line], [line with { Good = 14, FinishedOn = Jan(6) }], AttainmentDefinition.Volume);

        Assert.Equal(1.4m, numbers.Attainment.Share);
        Assert.StartsWith("by volume", numbers.Attainment.Definition);
        Assert.Equal(1m, numbers.By(AttainmentDefinition.Capped).Attainment.Share);
    }

    // Frozen with 60 of 100 made, finished in the week with 100: 40 were made in the week, and the line is complete.
    [Fact]
    public void Compute_LineUnderWayWhenFrozen_VolumeCountsWhatTheWeekAdded()
    {
        var frozen = Make("1", "pump", 100, 1, 6) with { Good = 60 };

        var numbers = Compute([frozen], [frozen with { Good = 100, FinishedOn = Jan(6) }]);

        Assert.Equal((100m, 40m), (Pieces(numbers, AttainmentDefinition.Capped), Pieces(numbers, AttainmentDefinition.Volume)));
    }

    [Fact]
    public void Compute_RealFactory_TheMedianWeeksOfTheDefinitionsAreThoseOfTheDataSet()
    {
        var all = AdventureWorks.Schedule(new DateOnly(2014, 6, 1)).ToArray();
        var weeks = all.Select(line => Given.Calendar.WeekOf(line.Due)).Distinct().ToList();

        var numbers = weeks.ConvertAll(week => WeekNumberRules.Compute(new WeekNumbersInput
        {
            Week = week, Baseline = [.. all.Where(line => week.Days.Contains(line.Due)).Select(line => line with { Good = 0, FinishedOn = null })],
            Current = [.. all.Where(line => line.FinishedOn <= week.End)],
        }));

        // Of the README: 89.1 ours, 85.6 on time, 94.3 mix. It says 96.8 by volume; whatever was made in a week of whatever was due in it is 97.3.
        Assert.Equal([89.1m, 97.3m, 85.6m, 94.3m], Enum.GetValues<AttainmentDefinition>().Select(definition =>
            Math.Round(Median(numbers.Select(week => week.ByDefinition[definition].Share!.Value)) * 100, 1)));
    }

    [Fact]
    public void Compute_AnyWeek_MixAndOnTimeLieBetweenNoneAndAll() => Gen.Select(WeekNumberRulesTests.Lines, WeekNumberRulesTests.Lines).Sample((baseline, current) =>
    {
        var numbers = Compute(baseline, current);
        Assert.InRange(numbers.ByDefinition[AttainmentDefinition.Mix].Share ?? 0, 0, 1);
        Assert.InRange(numbers.ByDefinition[AttainmentDefinition.OnTime].Share ?? 0, 0, numbers.ByDefinition[AttainmentDefinition.Capped].Share ?? 0);
    });

    private static decimal Median(IEnumerable<decimal> values) => values.Order().ToArray() is var sorted && sorted.Length % 2 == 1
        ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
}
