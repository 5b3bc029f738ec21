using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Exceptions;

/// <summary>Reports day after day: Monday is 5 January 2026.</summary>
public sealed class ReportDaysTests
{
    private sealed record Report(DateOnly Day, IReadOnlyList<PlanException> Found, IReadOnlyList<ExceptionChain> Resting, IReadOnlyList<ProcessProblem> Problems, IReadOnlyList<ExceptionWeek> Weeks);

    /// <summary>One report per entry: the day of January, and whether the casting was late on it.</summary>
    private static List<Report> Reports(params (int Day, bool Late)[] days)
    {
        var reports = new List<Report>();
        foreach (var (day, late) in days)
        {
            var before = reports.LastOrDefault();
            var input = new ExceptionInput
            {
                Plan = new PlanSnapshot { Purchases = [Buy("P1", "casting", 10, late ? 1 : 90)] }, Calendar = Calendar, Today = Jan(day),
                Previous = before?.Found ?? [], PreviousDay = before?.Day, Resting = before?.Resting ?? [],
            };
            var found = ExceptionRules.Compute(input);
            reports.Add(new(Jan(day), found, Recurrence.Resting(found, input),
                ProcessProblemRules.Continue(before?.Problems ?? [], found, Jan(day), Calendar.IsWorkingDay(Jan(day)), reports.Count + 1),
                ExceptionWeekRules.Continue(before?.Weeks ?? [], found, Jan(day), Calendar)));
        }
        return reports;
    }

    private static IEnumerable<int> Days(IEnumerable<Report> reports) => reports.Select(report => report.Found.SingleOrDefault()?.ReportDays ?? -1);

    [Fact]
    public void Compute_ReportsOnTheWeekend_NeitherMakeNorBreakTheChain()
    {
        Assert.Equal([1, 2, 2, 2, 3], Days(Reports((8, true), (9, true), (10, true), (11, true), (12, true)))); // Thu Fri Sat Sun Mon
        Assert.Equal([1, 2, -1, 3], Days(Reports((8, true), (9, true), (10, false), (12, true)))); // Saturday's report does not show it
        Assert.Equal([0, 0, 1, 2], Days(Reports((10, true), (11, true), (12, true), (13, true)))); // first seen on a Saturday
    }

    [Fact]
    public void Compute_TwoImportsOfADay_TheLastOneDecidesForTheDay()
    {
        Assert.Equal([1, 2, 2, 3], Days(Reports((5, true), (6, true), (6, true), (7, true))));
        Assert.Equal([1, 2, -1, 2, 3], Days(Reports((5, true), (6, true), (6, false), (6, true), (7, true)))); // gone for an hour
        Assert.Equal([1, 2, -1, 1], Days(Reports((5, true), (6, true), (6, false), (7, true)))); // gone in the evening
    }

    [Fact]
    public void Compute_AHolidayBetween_DoesNotBreakTheChain()
    {
        var calendar = Calendar with { Holidays = new HashSet<DateOnly> { Jan(6) } };
        var plan = new PlanSnapshot { Purchases = [Buy("P1", "casting", 10, 1)] };
        var monday = ExceptionRules.Compute(new ExceptionInput { Plan = plan, Calendar = calendar, Today = Jan(5) });

        Assert.Equal(2, ExceptionRules.Compute(new ExceptionInput { Plan = plan, Calendar = calendar, Today = Jan(7), Previous = monday, PreviousDay = Jan(5) }).Single().ReportDays);
    }

    [Fact]
    public void Continue_ThirdDay_OpensOneProcessProblemAndNoneOnTheFourth()
    {
        var reports = Reports((5, true), (6, true), (7, true), (8, true));

        Assert.Equal([0, 0, 1, 1], reports.Select(report => report.Problems.Count));
        Assert.All(reports.Skip(2), report => Assert.Equal(("X-1", Jan(7), 3), (report.Problems[0].Name, report.Problems[0].OpenedOn, report.Problems[0].OpenedIn)));
    }

    [Fact]
    public void Continue_FiveCleanReportDays_CloseItAndOneDayBackBeginsAnew()
    {
        // Late Mon to Wed, clean Thu, Fri, Mon, Tue; the weekend's report cleans nothing; Wed is the fifth clean day.
        var reports = Reports((5, true), (6, true), (7, true), (8, false), (9, false), (10, false), (12, false), (13, false), (14, false));
        Assert.Equal([0, 1, 2, 2, 3, 4, 5], reports.Skip(2).Select(report => report.Problems[0].CleanDays));
        Assert.Equal(Jan(14), reports[^1].Problems[0].ClosedOn);

        var back = Reports((5, true), (6, true), (7, true), (8, false), (9, false), (12, true), (13, false));
        Assert.Equal([0, 1], back.Skip(5).Select(report => report.Problems[0].CleanDays));
    }

    [Fact]
    public void Continue_TheSameAgainAfterItClosed_IsANewProblemWithTheNextNumber()
    {
        var reports = Reports((5, true), (6, true), (7, true), (8, false), (9, false), (12, false), (13, false), (14, false), (15, true), (16, true), (19, true));

        Assert.Equal([("X-2", (DateOnly?)null), ("X-1", Jan(14))], reports[^1].Problems.Select(problem => (problem.Name, problem.ClosedOn)));
    }

    [Fact]
    public void Weeks_AnExceptionCountsOnceAWeekAndItsDaysAddUp()
    {
        var weeks = Reports((5, true), (6, true), (6, true), (7, false), (12, true), (13, false))[^1].Weeks;

        Assert.Equal([(1, 0), (1, 0)], weeks.Select(week => (week.ByCategory[ExceptionCategory.LateSupply], week.OpenAtEnd)));
        var cause = Assert.Single(ExceptionWeekRules.Pareto(weeks));
        Assert.Equal(("Foundry / casting", 3, Jan(12)), (cause.Object, cause.Days, cause.LastDay));
    }

    [Fact]
    public void Compute_AnotherImportOfTheDay_KeepsWhatCustomersChangedBeforeIt()
    {
        var (before, after) = (Order("SO1", "pump", 40, 9), Order("SO1", "pump", 60, 9));
        ExceptionInput Input(OrderLine then, OrderLine now) => new() { Plan = new PlanSnapshot { Orders = [now] }, Calendar = Calendar, Today = Jan(7), OrderChanges = PlanDifference.OfOrders([then], [now]) };
        var morning = ExceptionRules.Compute(Input(before, after));

        Assert.Equal("quantity raised", Assert.Single(ExceptionRules.Compute(Input(after, after) with { Previous = morning, PreviousDay = Jan(7) })).Cause);
        Assert.Empty(ExceptionRules.Compute(Input(after, after) with { Previous = morning, PreviousDay = Jan(6) }));
    }

    [Theory]
    [InlineData("drive-fault", "drive fault")]
    [InlineData("DRIVE_FAULT", "drive fault")]
    [InlineData("driveFault", "drive fault")]
    [InlineData("motor", "motor")]
    [InlineData("E-4711", "E-4711")]
    [InlineData("Motor burnt out", "Motor burnt out")]
    [InlineData("QC", "QC")]
    public void Readable_CodesBecomeWords(string code, string words) => Assert.Equal(words, CauseWords.Readable(code));

    [Fact]
    public void Compute_AnEventWithACode_IsSaidInWordsAndKeepsTheCode()
    {
        var found = ExceptionRules.Compute(new ExceptionInput
        {
            Calendar = Calendar, Today = Jan(7),
            Plan = new PlanSnapshot { Events = [new() { Number = "E1", Kind = ShopEventKind.Downtime, Object = "A", Cause = "drive-fault", Day = Jan(6), Planned = 15, Actual = 6, Unit = "h", EndedOn = Jan(6) }, new() { Number = "E2", Kind = ShopEventKind.Overtime, Object = "A", Cause = "weekend", Day = Jan(6), Cost = 300 }] },
        }).Single();

        Assert.Equal(("A down, drive fault: 6 of 15 h since Tue 6 Jan", "drive-fault", -9m), (found.Words, found.Cause, found.Difference));
    }
}
