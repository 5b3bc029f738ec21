using SoeBot.Domain.Plan;
using SoeBot.JourneyTests.Otherwise;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The rows of the product's table of edge cases in which an owner answers for too much, and in which an order is over or in parts before its decision is done.</summary>
public sealed class When_an_owner_has_too_much
{
    [Fact]
    public async Task The_lead_hears_of_it_once_and_what_was_shipped_is_offered_for_closing()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 23, 9, 0, 0), plan: SmallPlan.Short(6));
        // Four red orders are one too many.
        foreach (var number in Enumerable.Range(5001, 4)) await TakeRedAsync(plant, $"SO{number}");
        var here = plant.Bot.Teams.Personal(plant.Lea);
        await plant.DecideAsync(here, "Omar books a truck for SO5001 by 4 Dec", "D-1");
        await plant.DecideAsync(here, "Omar asks the customer of SO5002 by 4 Dec", "D-2");
        await plant.MoveToAsync(24, 8, 1);
        await plant.Bot.WaitAsync(plant.Lea, "Omar answers for too much: 4 red orders, 2 open decisions");

        // One order is shipped and one cancelled: their decisions stay open until somebody says so.
        var plan = SmallPlan.Short(6);
        await plant.ImportAsync(plan with
        {
            Orders = [.. plan.Orders!.Select(line => line.Order switch { "SO5001" => line with { ShippedQuantity = line.Quantity, ShippedOn = new(2026, 11, 24) }, "SO5002" => line with { Cancelled = true }, _ => line })],
        });
        await plant.MoveToAsync(24, 9);
        var shipped = await plant.Bot.WaitAsync(plant.Omar, "SO5001 was shipped. Close D-1?");
        Assert.Equal(["Close", "Still needed"], shipped.Buttons);
        Assert.Contains("Book a truck\n", shipped.PlainText, StringComparison.Ordinal);
        var cancelled = await plant.Bot.WaitAsync(plant.Omar, "SO5002 was cancelled. Close D-2?");
        Assert.Equal(["Proposed", "Proposed"], await StatesAsync(plant));
        await plant.PressAsync(plant.Omar, shipped, "Close", "Omar: SO5001 was shipped");
        await plant.PressAsync(plant.Omar, cancelled, "Still needed", "Omar: still needed, although SO5002 was cancelled");
        Assert.Equal(["Dropped", "Proposed"], await StatesAsync(plant));

        // Neither is said again the next morning: two red orders are no longer too much, and he has answered.
        await plant.MoveToAsync(25, 8, 30);
        Assert.Equal((1, 1), (plant.Count(plant.Lea, "answers for too much"), plant.Count(plant.Omar, "Close D-2?")));
    }

    [Fact]
    public async Task An_order_is_split_and_its_parts_keep_owner_and_answer()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 23, 9, 0, 0), plan: SmallPlan.Short(2));
        await TakeRedAsync(plant, "SO5001");
        await plant.DecideAsync(plant.Bot.Teams.Personal(plant.Lea), "Omar books a truck for SO5001 by 4 Dec", "D-1");
        var plan = SmallPlan.Short(2);
        var whole = plan.Orders![0];
        await plant.ImportAsync(plan with
        {
            Orders = [.. plan.Orders.Skip(1), whole with { Cancelled = true }, whole with { Order = "SO50011", Quantity = 2, SplitFrom = "SO5001" }, whole with { Order = "SO50012", Quantity = 4, SplitFrom = "SO5001" }],
        });
        await plant.MoveToAsync(23, 9, 30);
        var part = await plant.TypeAsync(plant.Omar, "SO50011", "red, Omar answers for it");
        foreach (var words in (string[])["castings not before Friday", "It was split from SO5001."]) Assert.Contains(words, part.PlainText, StringComparison.Ordinal);
        await plant.TypeAsync(plant.Omar, "SO5001", "Split into SO50011, SO50012: 6 together, 6 of them open.");
        // It goes on in its parts, so nobody is asked to close what was decided about it, before they are done.
        await plant.Bot.SettleAsync();
        Assert.Equal(0, plant.Count(plant.Omar, "Close D-1?"));
        await plant.ImportAsync(plan with
        {
            Orders = [.. plan.Orders.Skip(1), whole with { Cancelled = true }, Part("SO50011", 2), Part("SO50012", 4)],
        });
        await plant.MoveToAsync(23, 10);
        await plant.Bot.WaitAsync(plant.Omar, "SO5001 was split and no part of it is open. Close D-1?");

        OrderLine Part(string order, decimal pieces) => whole with { Order = order, Quantity = pieces, ShippedQuantity = pieces, ShippedOn = StaffedPlant.Monday, SplitFrom = "SO5001" };
    }

    private static async Task TakeRedAsync(StaffedPlant plant, string order)
    {
        await plant.TypeAsync(plant.Omar, $"I take {order}", "Omar, your answer");
        var read = await plant.TypeAsync(plant.Omar, $"{order} red castings not before Friday", "is this right?");
        await plant.PressAsync(plant.Omar, read, "Yes", "red, Omar answers for it");
    }

    private static Task<IReadOnlyList<string>> StatesAsync(StaffedPlant plant) => plant.Bot.Rows.TextAsync("SELECT status FROM decisions ORDER BY number");
}
