using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;

namespace SoeBot.Domain.Meetings;

/// <summary>Why sales is asked to come: a decision about a customer is on the agenda (R5).</summary>
/// <param name="Because">One line, to be said with the invitation.</param>
public sealed record SalesReason(string Order, string Because)
{
    /// <param name="orders">As listed, the most at risk first, each with what people said of it.</param>
    /// <param name="until">The customer is to be told by then, or it waits for the next meeting.</param>
    public static SalesReason? Of(IEnumerable<(RankedOrder Order, AtRiskOrder? Said)> orders, DateOnly until)
    {
        foreach (var (order, said) in orders)
        {
            if (said?.ToldOn is null && said?.TellBy is { } tellBy && tellBy <= until && order.IsLate)
                return new(order.Order, $"the customer of {order.Order} has to be told of a new date by {Plan.PlanWords.Day(tellBy)}");
            if (order.Cause == LateCause.CustomerChange)
                return new(order.Order, $"{order.Order} is late because the customer changed it");
            if (said is { Status: RiskStatus.Red, NewDate: { } promised } && promised > order.Commitment && said.ToldOn is null)
                return new(order.Order, $"{order.Order} is red and a later date, {Plan.PlanWords.Day(promised)}, has to be agreed with its customer");
        }
        return null;
    }
}
