using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Risk;

/// <summary>How far a plant looks ahead decides what is explained and what is on the at-risk list (R129).</summary>
public sealed class HorizonTests
{
    private static readonly PlanSnapshot Plan = new()
    {
        Orders = [Order("week 1", "pump", 10, 9), Order("week 2", "pump", 10, 16), Order("week 4", "pump", 10, 30)],
        Purchases = [Buy("P1", "pump", 30, 37)],
    };

    [Theory]
    [InlineData(1, "week 1")]
    [InlineData(2, "week 1, week 2")]
    [InlineData(12, "week 1, week 2, week 4")]
    public void Compute_AsManyWeeksAsThePlantLooksAhead_ListsAndExplainsTheirLateOrders(int weeks, string listed)
    {
        var calendar = Calendar with { HorizonWeeks = weeks };
        var book = PeggingRules.Compute(Plan, calendar, Monday);
        var lines = PromiseRules.Compute(book, calendar);
        var ranked = Ranking.Compute(new RankingInput { Book = book, Lines = lines, Calendar = calendar });

        Assert.Equal(listed, string.Join(", ", ranked.Select(order => order.Order).Order(StringComparer.Ordinal)));
        Assert.Equal(listed, string.Join(", ", lines.Where(line => line.Chain.Count > 0).Select(line => line.Line.Order)));
    }
}
