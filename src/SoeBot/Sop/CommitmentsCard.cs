using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Sop;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Sop;

/// <param name="Customer">As in the plan; null when no customer of that name has an order.</param>
/// <param name="Asked">As typed.</param>
internal sealed record CommitmentsView(string Plant, string PlantName, DateOnly Today, string Asked, string? Customer, IReadOnlyList<string> Others, IReadOnlyList<CustomerCommitment> Commitments, int Skip, DataLine Data);

/// <summary>What was promised to a customer and when (R123): confirmed dates, what they were told, what became of it. For one person of the plant.</summary>
internal static class CommitmentsCard
{
    public const string Source = "commitments-of";
    private const int OnPage = 8;

    public static Card Draw(CommitmentsView view)
    {
        var name = DataLine.Short(view.PlantName, 40);
        if (view.Customer is not { } customer)
        {
            var none = $"{name}: no customer is called {DataLine.Short(view.Asked, 60)}";
            return new Card { Summary = none, Body = [TextBlock.Heading(none), new TextBlock(view.Others.Count == 0 ? "Type the name as it stands in the orders." : $"Did you mean {string.Join(", ", view.Others.Select(other => DataLine.Short(other, 60)))}?"), .. view.Data.Draw()] };
        }
        var skip = Paging.Clamp(view.Skip, OnPage, view.Commitments.Count);
        var late = view.Commitments.Count(one => one.IsBroken);
        var title = $"{name}, promised to {DataLine.Short(customer, 60)}: {PlanWords.Count(view.Commitments.Count, "line", "lines")}{(late > 0 ? $", {late} late" : "")}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        body.AddRange(view.Commitments.Skip(skip).Take(OnPage).Select(one => Row(view, one)));
        if (view.Commitments.Count == 0) body.Add(new TextBlock("Nothing is open, and nothing was shipped of late."));
        body.AddRange(view.Data.Draw());
        var actions = new List<CardAction>();
        if (skip > 0) actions.Add(Page(view, "Previous", customer, skip - OnPage));
        if (skip + OnPage < view.Commitments.Count) actions.Add(Page(view, "Next", customer, skip + OnPage));
        return new Card { Summary = title, Body = body, Actions = actions };
    }

    private static Container Row(CommitmentsView view, CustomerCommitment one) => new(
    [
        new TextBlock(CardText.Of($"**{DataLine.Short(one.Order, 30)}** line {DataLine.Short(one.Line, 12)}, {PlanWords.Quantity(one.Quantity)} {DataLine.Short(one.Item, 60)}")) { Color = one.IsBroken ? TextColor.Attention : TextColor.Default },
        TextBlock.Subtle(string.Join("; ", Words(view, one))),
    ]) { Separator = true };

    private static IEnumerable<string> Words(CommitmentsView view, CustomerCommitment one)
    {
        yield return $"asked for {DayWords.Of(one.Requested, view.Today)}";
        if (one.First is { } first) yield return $"first promise {DayWords.Of(first, view.Today)}";
        if (one.Last is { } last && last != one.First) yield return $"now {DayWords.Of(last, view.Today)}";
        foreach (var told in one.Told.TakeLast(2)) yield return $"told {DayWords.Of(told.On, view.Today)}: {DayWords.Of(told.Promised, view.Today)}{(told.TooLate ? ", too late" : "")}";
        yield return one.ShippedOn is { } shipped ? $"shipped {DayWords.Of(shipped, view.Today)}" : one.IsBroken ? "not shipped, the promise is past" : "open";
    }

    private static ExecuteAction Page(CommitmentsView view, string title, string customer, int skip) =>
        new(title, SopVerbs.Page, new { p = view.Plant, r = $"commitments:{DataLine.Short(customer, 100)}:{skip}", v = view.Data.Version }) { AssociatedInputs = AssociatedInputs.None };
}
