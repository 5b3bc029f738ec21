using SoeBot.Domain.Decisions;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Sop;
using SoeBot.UnitTests.Domain.Health;
using Xunit;

namespace SoeBot.UnitTests.Domain.Sop;

public sealed class MonthRulesTests
{
    private static DateOnly Jan(int day) => new(2026, 1, day);

    [Fact]
    public void Draft_OfAMonth_HasEveryPartInItsOrderAndSaysWhatIsMissing()
    {
        var sections = MonthRules.Draft(new MonthInput { Month = Jan(1), Calendar = Given.Calendar });
        Assert.Equal(Enum.GetValues<SummaryPart>(), sections.Select(section => section.Part));
        Assert.All(sections, section => Assert.Single(section.Lines));
        Assert.Contains("no S&OP plan was signed here, so nothing is outside it", sections.SelectMany(section => section.Lines));
    }

    [Fact]
    public void Draft_FromWhatIsStored_ByAWorkedExample()
    {
        var week = new PlantWeek(Jan(12));
        var input = new MonthInput
        {
            Month = Jan(1), Calendar = Given.Calendar, SignedOn = Jan(5),
            Minutes = [GivenHealth.Met(Jan(14), 3), GivenHealth.Met(Jan(21), 0)],
            Decisions =
            [
                GivenHealth.Decided(Jan(14), Jan(16), text: "Castings go to SO1", kind: DecisionKind.Allocate).Done(Jan(16)),
                GivenHealth.Decided(Jan(14), Jan(16)).Missed(Jan(17)),
            ],
            Findings = new PlanFindings(new SoeBot.Domain.Plan.LookAhead([], 0, null, 0, 0, []), [], [], [Week(week, 80, 100), Week(week.Next, 90, 100), Week(new PlantWeek(new(2025, 12, 1)), 0, 100)])
            {
                ExceptionWeeks = [new ExceptionWeek(week, 4, new Dictionary<ExceptionCategory, int> { [ExceptionCategory.LateSupply] = 3, [ExceptionCategory.Downtime] = 1 }, [])],
                Carried = new CarriedFacts { MonthStocks = [new MonthStock(Jan(1), 900, null), new MonthStock(new(2025, 12, 1), 1000, null)] },
            },
            Outside = [new OutsidePlanLine("SO9", "1", "Pumps", Jan(1), 7, "the plan has no Pumps in January")],
        };

        var lines = MonthRules.Draft(input).ToDictionary(section => section.Part, section => section.Lines);

        Assert.Equal(["Late supply: 3 times in 1 week", "Downtime: 1 time in 1 week", "1 decision was not done by the due date"], lines[SummaryPart.Learnings]);
        Assert.Equal(["Schedule attainment 85.0 %, all weeks of the month together", "On time to the first promise 85.0 %, all orders due in the month", "2 weekly meetings with 3 decisions, 1 of them without any", "1 of 1 decision that ended in the month were kept"], lines[SummaryPart.Metrics]);
        Assert.Equal(["D-41: Castings go to SO1"], lines[SummaryPart.TradeOffs]);
        Assert.Equal(["Stock went down by 100 pieces to 900 since the end of December"], lines[SummaryPart.Inventory]);
        Assert.Equal(["SO9: 7 pieces outside, the plan has no Pumps in January"], lines[SummaryPart.OutsidePlan]);

        static WeekNumbers Week(PlantWeek week, decimal some, decimal all) => new(week, 1, new(some, all, "pieces", "x"), new(some, all, "lines", "x"), new(some, all, "orders", "x"), new(some, all, "orders", "x"), 0);
    }
}
