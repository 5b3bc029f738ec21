using SoeBot.JourneyTests.Otherwise;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The rows of the product's table of edge cases that concern changes of the frozen and the firm week.</summary>
public sealed class When_a_change_is_decided_otherwise
{
    [Fact]
    public async Task Two_press_at_once_the_second_sees_the_first_and_can_undo_it()
    {
        await using var plant = await ChangingPlant.OpenAsync();
        var client = plant.Bot.Teams.Client;
        await plant.AskAsync(plant.Sam, $"move {plant.LineDue(11, 26)} to Fri 27 Nov");
        var miguel = await plant.CardOfAsync(plant.People.Miguel, "C-1: Miguel, your decision until");
        var old = ChangingPlant.Keep(miguel, "Approve");
        await client.PressButtonAsync(plant.People.Miguel, miguel, "Leave it to Dana");
        var dana = await plant.CardOfAsync(plant.Dana, "your decision until");
        var late = ChangingPlant.Keep(await plant.CardOfAsync(plant.People.Miguel, "Miguel leaves it to Dana"), "change.reject");

        // An old card in the scroll decides nothing and shows today's.
        Assert.Contains("The card you pressed was older", (await plant.PressKeptAsync(plant.People.Miguel, miguel, old)).PlainText, StringComparison.Ordinal);
        Assert.Equal(["Asked"], await plant.StateAsync());

        var approve = ChangingPlant.Keep(dana, "Approve");
        await plant.PressKeptAsync(plant.Dana, dana, approve);
        var second = await plant.PressKeptAsync(plant.People.Miguel, miguel, late, "no welders");
        Assert.Matches(@"Dana approved this \d+ s before you\. Undo until ", second.PlainText);
        Assert.DoesNotContain("Reject", second.Buttons);

        // The same person on two devices: one event.
        Assert.StartsWith("C-1 approved by Dana", (await plant.PressKeptAsync(plant.Dana, dana, approve)).PlainText, StringComparison.Ordinal);
        await plant.Bot.SettleAsync();
        Assert.Equal((1, 1), (plant.Told(plant.Sam, "C-1 approved by Dana"), plant.Told(plant.People.Petra, "C-1 approved by Dana")));

        // Undo by somebody who is neither the approver nor above.
        var undo = second.Buttons.Single(title => title.StartsWith("Undo", StringComparison.Ordinal));
        Assert.Contains("Only Dana or the plant manager", (await plant.PressKeptAsync(plant.People.Petra, miguel, ChangingPlant.Keep(miguel, undo))).PlainText, StringComparison.Ordinal);
        Assert.Contains("took the decision back", (await client.PressButtonAsync(plant.People.Miguel, miguel, undo)).PlainText, StringComparison.Ordinal);
        await plant.CardOfAsync(plant.Sam, "took the decision back");
        Assert.Equal(["Asked"], await plant.StateAsync());
        await client.PressButtonAsync(plant.People.Miguel, await plant.CardOfAsync(plant.People.Miguel, "your decision until"), "change.approve-if", new { in_condition = "only if the Touring frames stay Friday" });
        await plant.CardOfAsync(plant.Sam, "Only under this condition: only if the Touring frames stay Friday");
        Assert.Equal(["Approved"], await plant.StateAsync());
    }

    [Fact]
    public async Task Somebody_without_the_right_is_told_who_has_it_and_asks_by_one_press()
    {
        await using var plant = await ChangingPlant.OpenAsync();
        await plant.AskAsync(plant.Sam, $"move {plant.LineDue(11, 26)} to Fri 27 Nov");
        var offer = await plant.People.TypeAsync(plant.People.Petra, "approve C-1", "Frozen changes: Miguel or Dana. Ask Miguel?");
        Assert.DoesNotContain("Approve", offer.Buttons);
        await plant.People.PressAsync(plant.People.Petra, offer, "Ask Miguel", "Miguel is asked: C-1 is in their chat");
        var asked = await plant.CardOfAsync(plant.People.Miguel, "Petra asks for a decision");
        Assert.Contains("Approve", asked.Buttons);

        // Somebody of no role learns who decides, and nothing of what it says.
        var stranger = await plant.Bot.PersonAsync("Nora");
        var refused = await plant.People.TypeAsync(stranger, "approve C-1", "Frozen changes: Miguel or Dana");
        Assert.DoesNotContain("WO", refused.PlainText, StringComparison.Ordinal);
        Assert.Equal(["Asked"], await plant.StateAsync());
    }

    [Fact]
    public async Task The_manager_is_silent_until_half_time_then_the_deputy_decides()
    {
        await using var plant = await ChangingPlant.OpenAsync(hour: 6);
        await plant.AskAsync(plant.Sam, $"move {plant.LineDue(11, 26)} to Fri 27 Nov");
        await plant.CardOfAsync(plant.People.Miguel, "C-1: Miguel, your decision until Wed 25 Nov 06:00");
        var refused = await plant.People.TypeAsync(plant.Dana, "reject C-1 no welders", "Miguel decides on C-1 until");
        Assert.Contains("from then on you may too", refused.PlainText, StringComparison.Ordinal);
        await plant.People.MoveToAsync(24, 6, 5);
        var dana = await plant.CardOfAsync(plant.Dana, "Miguel did not answer until Tue 24 Nov 06:0");
        await plant.Bot.Teams.Client.PressButtonAsync(plant.Dana, dana, "change.reject", new { in_why = "no welders" });
        await plant.CardOfAsync(plant.Sam, "C-1 rejected by Dana");
        Assert.Contains("no welders", (await plant.CardOfAsync(plant.People.Petra, "C-1 rejected by Dana")).PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manager_is_away_and_where_nobody_stands_in_it_waits_and_expires()
    {
        await using var plant = await ChangingPlant.OpenAsync(hasDeputy: false);
        var form = await plant.People.TypeAsync(plant.People.Miguel, "away 23-27 Nov", "Save");
        await plant.Bot.Teams.Client.PressButtonAsync(plant.People.Miguel, form, "Save");
        await plant.Bot.WaitAsync(plant.People.Miguel, "is away");
        await plant.AskAsync(plant.Sam, $"move {plant.LineDue(11, 25)} to Thu 26 Nov");
        var waits = await plant.CardOfAsync(plant.Sam, "C-1 waits: nobody is there who can decide it");
        Assert.Contains("Nobody approves by silence", waits.PlainText, StringComparison.Ordinal);
        await plant.People.MoveToAsync(25, 6, 5);
        var ended = await plant.CardOfAsync(plant.Sam, "C-1 expired: nobody decided");
        Assert.Matches(@"Its slot started (Tue 24|Wed 25) Nov 06:00\. The order runs as planned\.", ended.PlainText);
        await plant.CardOfAsync(plant.People.Petra, "C-1 expired: nobody decided");
        await plant.Bot.WaitAsync(plant.People.Channel, "C-1 expired: nobody decided");
        Assert.Equal(["Expired"], await plant.StateAsync());
        Assert.Contains("C-1 expired", (await plant.People.TypeAsync(plant.People.Miguel, "reject C-1 too late", "C-1 expired")).PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_decides_asks_for_themselves_and_the_deputy_decides_or_it_is_withdrawn()
    {
        await using var plant = await ChangingPlant.OpenAsync();
        await plant.AskAsync(plant.People.Miguel, $"move {plant.LineDue(11, 26)} to Fri 27 Nov");
        Assert.Contains("You asked for C-1 yourself. Dana decides.", (await plant.People.TypeAsync(plant.People.Miguel, "approve C-1", "yourself")).PlainText, StringComparison.Ordinal);
        var dana = await plant.CardOfAsync(plant.Dana, "Miguel asked for it, so Dana decides.");
        await plant.Bot.Teams.Client.PressButtonAsync(plant.Dana, dana, "Approve");
        await plant.CardOfAsync(plant.People.Miguel, "C-1 approved by Dana");

        await plant.AskAsync(plant.Sam, $"move {plant.LineDue(11, 26, 1)} to Fri 27 Nov", "C-2");
        await plant.CardOfAsync(plant.People.Miguel, "C-2: Miguel, your decision until");
        await plant.People.TypeAsync(plant.Sam, "withdraw C-2 found another way", "C-2 withdrawn by Sam");
        await plant.CardOfAsync(plant.People.Petra, "C-2 withdrawn by Sam");
        Assert.Equal(["Withdrawn"], await plant.StateAsync("C-2"));
    }

    [Fact]
    public async Task The_firm_week_asks_each_function_and_a_tie_goes_to_the_manager_and_later_weeks_are_written_down()
    {
        await using var plant = await ChangingPlant.OpenAsync();
        var client = plant.Bot.Teams.Client;
        await plant.AskAsync(plant.Sam, $"move {plant.LineDue(12, 2)} to Thu 3 Dec");
        await client.PressButtonAsync(plant.People.Petra, await plant.CardOfAsync(plant.People.Petra, "do you agree?"), "Agree");
        await client.PressButtonAsync(plant.People.Clara, await plant.CardOfAsync(plant.People.Clara, "planning ✓ agrees"), "change.object", new { in_why = "the contract says Wednesday" });
        var tie = await plant.CardOfAsync(plant.People.Miguel, "because the functions do not agree");
        Assert.Contains("Clara objects for customer service: the contract says Wednesday", tie.PlainText, StringComparison.Ordinal);
        Assert.Equal(["Tied"], await plant.StateAsync());
        await client.PressButtonAsync(plant.People.Miguel, tie, "Approve");
        await plant.CardOfAsync(plant.Sam, "C-1 approved by Miguel");

        await plant.People.TypeAsync(plant.Sam, $"move {plant.LineDue(12, 9)} to Thu 10 Dec, customer line stops", "C-2");
        var form = await plant.CardOfAsync(plant.Sam, "C-2 is not sent yet");
        Assert.Contains("needs no approval", form.PlainText, StringComparison.Ordinal);
        await client.PressButtonAsync(plant.Sam, form, "Record it", new { in_reason = "CustomerAsks" });
        await plant.CardOfAsync(plant.Sam, "C-2 recorded: it needs no approval");
        await plant.CardOfAsync(plant.People.Petra, "C-2 recorded");
    }

    [Fact]
    public async Task The_order_ships_or_is_split_meanwhile_and_nothing_is_left_to_decide()
    {
        await using var plant = await ChangingPlant.OpenAsync();
        var (ships, splits) = plant.OrdersToChange();
        await plant.AskAsync(plant.Sam, $"move {ships} to Fri 27 Nov");
        await plant.AskAsync(plant.Sam, $"move {splits} to Fri 27 Nov", "C-2");
        var miguel = await plant.CardOfAsync(plant.People.Miguel, "C-1: Miguel, your decision until");
        var approve = ChangingPlant.Keep(miguel, "Approve");
        await plant.ImportAsync(plan => plan with
        {
            Orders = [.. plan.Orders!.Select(line => line.Order == ships ? line with { ShippedQuantity = line.Quantity } : line.Order == splits ? line with { Cancelled = true } : line),
                plan.Orders!.First(line => line.Order == splits) with { Order = $"{splits}1", SplitFrom = splits }, plan.Orders!.First(line => line.Order == splits) with { Order = $"{splits}2", SplitFrom = splits }],
        });
        await plant.People.MoveToAsync(23, 10);
        Assert.Contains($"{ships} is shipped or cancelled", (await plant.CardOfAsync(plant.Sam, "C-1 is closed: nothing left to change")).PlainText, StringComparison.Ordinal);
        Assert.Contains($"{splits} was split into {splits}1 and {splits}2: ask again for the part you mean", (await plant.CardOfAsync(plant.Sam, "C-2 is closed")).PlainText, StringComparison.Ordinal);
        Assert.Contains("There is nothing left to decide", (await plant.PressKeptAsync(plant.People.Miguel, miguel, approve)).PlainText, StringComparison.Ordinal);
        Assert.Equal((1, 1), (plant.Told(plant.Sam, "C-1 is closed"), plant.Told(plant.People.Petra, "C-1 is closed")));
    }

    [Fact]
    public async Task An_emergency_at_night_is_filed_afterwards_and_counted_apart()
    {
        await using var plant = await ChangingPlant.OpenAsync();
        var line = plant.LineDue(11, 26);
        await plant.ImportAsync(plan => plan with { Schedule = [.. plan.Schedule!.Select(one => one.Number == line ? one with { Due = new(2026, 11, 27) } : one)] });
        await plant.People.MoveToAsync(23, 10);
        var found = await plant.CardOfAsync(plant.People.Petra, "1 change in the schedule without a request");
        Assert.Contains($"{line}", found.PlainText, StringComparison.Ordinal);
        await plant.Bot.Teams.Client.PressButtonAsync(plant.People.Omar, await plant.Bot.WaitAsync(plant.People.Channel, "without a request"), "File afterwards");
        var form = await plant.Bot.WaitAsync(plant.People.Channel, "C-1 is not sent yet");
        await plant.Bot.Teams.Client.PressButtonAsync(plant.People.Omar, form, "change.send", new { in_reason = "Machine", in_text = "robot stood still at night" });
        var miguel = await plant.CardOfAsync(plant.People.Miguel, "C-1 was filed afterwards: Miguel, acceptable? Until Tue 24 Nov");
        Assert.Contains("Not acceptable", miguel.Buttons);
        await plant.Bot.Teams.Client.PressButtonAsync(plant.People.Miguel, miguel, "Accept");
        Assert.Contains("counts apart", (await plant.CardOfAsync(plant.People.Omar, "C-1 accepted afterwards by Miguel")).PlainText, StringComparison.Ordinal);
        Assert.Contains("1 asked, 1 approved, 1 filed afterwards", (await plant.People.TypeAsync(plant.People.Petra, "changes", "No change waits")).PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emergency_that_the_night_shift_tells_at_once_is_explained_when_the_plan_comes()
    {
        await using var plant = await ChangingPlant.OpenAsync();
        var (moved, other) = (plant.LineDue(11, 26), plant.LineDue(11, 26, 1));
        await plant.People.MoveToAsync(24, 2);
        await EmergencyAsync(moved, "C-1");
        await EmergencyAsync(other, "C-2");
        var accept = await plant.CardOfAsync(plant.People.Miguel, "C-1 was filed afterwards: Miguel, acceptable? Until Wed 25 Nov 02:00");
        Assert.Contains("A machine stands still: robot stood still\n", accept.PlainText, StringComparison.Ordinal);

        // Neither was asked for, and neither is a change that nobody told of: what is not answered yet is not named either.
        await plant.ImportAsync(plan => plan with { Schedule = [.. plan.Schedule!.Select(one => one.Number == moved || one.Number == other ? one with { Due = new(2026, 11, 27) } : one)] });
        await plant.People.MoveToAsync(24, 9);
        Assert.Empty(await plant.Bot.Rows.TextAsync("SELECT line FROM violations"));

        await plant.People.PressAsync(plant.People.Miguel, accept, "Accept", "accepted afterwards by Miguel");
        await plant.Bot.Teams.Client.PressButtonAsync(plant.People.Miguel, await plant.CardOfAsync(plant.People.Miguel, "C-2 was filed afterwards"), "change.reject", new { in_why = "the line could have waited" });
        Assert.Contains("It counts as a change without approval.", (await plant.CardOfAsync(plant.People.Omar, "C-2 not accepted by Miguel")).PlainText, StringComparison.Ordinal);
        await plant.People.MoveToAsync(24, 15, 5);
        Assert.Contains(other, (await plant.CardOfAsync(plant.People.Petra, "1 change in the schedule without a request")).PlainText, StringComparison.Ordinal);
        Assert.Equal([other], await plant.Bot.Rows.TextAsync("SELECT line FROM violations"));
        Assert.Contains("2 asked, 1 approved, 2 filed afterwards", (await plant.People.TypeAsync(plant.People.Petra, "changes", "No change waits")).PlainText, StringComparison.Ordinal);

        async Task EmergencyAsync(string line, string name)
        {
            await plant.People.TypeAsync(plant.People.Omar, $"emergency: move {line} to Fri 27 Nov, robot stood still", name);
            // In his words as he typed them.
            await plant.Bot.Teams.Client.PressButtonAsync(plant.People.Omar, await plant.Bot.WaitAsync(plant.People.Omar, $"{name} is not sent yet"), "change.send", new { in_reason = "Machine" });
        }
    }
}
