using SoeBot.Domain.Health;
using Xunit;

namespace SoeBot.UnitTests.Domain.Health;

public sealed class MaturityRulesTests
{
    private static readonly MaturityFacts Best = new()
    {
        Planned = 4, Held = 4, Decisions = 20, Complete = 20, Frozen = 4, WorkingDays = 20, AutomaticDays = 20, SeenDays = 15, Problems = 2, OwnedProblems = 2,
        TopTen = 10, Answered = 9, AgainstSigned = 4, Attainment = 0.93m, Slow = 0, Unapproved = 0, HasPointOfSale = true,
    };

    [Fact]
    public void Of_NothingSeen_IsReactiveAndSaysWhatTheNextLevelLacks()
    {
        var maturity = MaturityRules.Of(new MaturityFacts());
        Assert.Equal(MaturityLevel.Reactive, maturity.Level);
        Assert.Equal(["0 of 0 planned dates", "0 of 0 decisions", "0 of 4 weeks"], maturity.Missing.Select(one => one.Seen));
    }

    [Fact]
    public void Of_EachEvidenceTakenAway_FallsToTheLevelBelowIt()
    {
        Assert.Equal(MaturityLevel.ControlTower, MaturityRules.Of(Best).Level);
        Assert.Empty(MaturityRules.Of(Best).Missing);
        foreach (var worse in (MaturityFacts[])[Best with { Held = 2 }, Best with { Complete = 19 }, Best with { Frozen = 3 }]) Assert.Equal(MaturityLevel.Reactive, MaturityRules.Of(worse).Level);
        foreach (var worse in (MaturityFacts[])[Best with { AutomaticDays = 15 }, Best with { SeenDays = 9 }, Best with { OwnedProblems = 1 }, Best with { Answered = 7 }]) Assert.Equal(MaturityLevel.StructuredWeekly, MaturityRules.Of(worse).Level);
        foreach (var worse in (MaturityFacts[])[Best with { AgainstSigned = 3 }, Best with { Attainment = 0.89m }, Best with { Attainment = null }, Best with { Slow = 1 }, Best with { Unapproved = 1 }, Best with { HasPointOfSale = false }])
            Assert.Equal(MaturityLevel.TechnologyEnabled, MaturityRules.Of(worse).Level);
    }
}
