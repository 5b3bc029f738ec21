using System.Globalization;
using System.Text.RegularExpressions;

namespace SoeBot.Demo;

/// <summary>What happens in the week, from Monday's look-ahead to the commitments with which the next meeting opens.</summary>
internal sealed partial class DemoWeek(DemoStage stage)
{
    private static readonly DemoPerson[] Owners = [Cast.Ravi, Cast.Petra, Cast.Clara];

    /// <returns>"1 kept, 1 missed, 1 re-negotiated".</returns>
    public async Task<string> RunAsync(CancellationToken ct)
    {
        await ArriveAsync(ct);
        await MondayAsync(ct);
        var order = await TuesdayAsync(ct);
        await WednesdayAsync(order, ct);
        await ChaseAsync(ct);
        return await NextMeetingAsync(ct);
    }

    private async Task ArriveAsync(CancellationToken ct)
    {
        stage.Story.Chapter($"{stage.Monday.ToString("dddd d MMMM", CultureInfo.InvariantCulture)}, 06:00");
        await stage.TypesAsync(Cast.Miguel, Cast.Miguel.Chat, "help", ct);
        await stage.ComesAsync(Cast.Miguel.Chat, "every role", ct);
        await stage.SettleAsync(ct);
        foreach (var (who, role) in ((DemoPerson, string)[])[(Cast.Miguel, "plant manager"), (Cast.Lea, "lead"), (Cast.Petra, "planning"), (Cast.Ravi, "procurement"), (Cast.Clara, "customer service"), (Cast.Omar, "sales")])
        {
            await stage.TypesAsync(who, who.Chat, $"I am {role}", ct);
            await stage.ComesAsync(who.Chat, $"{who.Name}, you are", ct);
        }
        await stage.InstallAsync(Cast.Lea, Cast.Channel, ct);
        await stage.ComesAsync(Cast.Channel, "SoeBot is here", ct);
        await stage.InstallAsync(Cast.Lea, Cast.Meeting, ct);
        await stage.ComesAsync(Cast.Meeting, "SoeBot is here", ct);
    }

    private async Task MondayAsync(CancellationToken ct)
    {
        await stage.ClockAsync(0, 6, 30, ct);
        await stage.ComesAsync(Cast.Channel, "two weeks ahead", ct);
        var topTen = await stage.ComesAsync(Cast.Channel, "top ten -", ct);
        var page = await stage.ComesAsync(Cast.Miguel.Chat, "exceptions of 24 h", ct);
        await stage.PressesAsync(Cast.Miguel, page, "Seen", ct);
        await stage.SettleAsync(ct);
        var first = OrderNumber().Match(topTen.Text).Value;
        await stage.TypesAsync(Cast.Omar, Cast.Channel, $"I take {first}", ct);
        await stage.ComesAsync(Cast.Channel, "Omar, your answer", ct);
        await stage.ClockAsync(0, 8, 0, ct);
        await stage.ComesAsync(Cast.Omar.Chat, first, ct);
    }

    private async Task<string> TuesdayAsync(CancellationToken ct)
    {
        await stage.ClockAsync(1, 10, 0, ct);
        var (owner, digest) = await stage.ComesToOneAsync(Owners, "for your word", ct);
        var order = OrderNumber().Match(digest.Text).Value;
        await stage.TypesAsync(owner, owner.Chat, $"{order} red castings not before Friday", ct);
        await stage.PressesAsync(owner, await stage.ComesAsync(owner.Chat, "castings not before", ct), "Yes", ct);
        await stage.ClockAsync(1, 15, 0, ct);
        return order;
    }

    private async Task WednesdayAsync(string order, CancellationToken ct)
    {
        await stage.ClockAsync(2, 9, 0, ct);
        await stage.ClockAsync(2, 13, 10, ct);
        await stage.ComesAsync(Cast.Channel, "Shall I start the meeting?", ct);
        await stage.TypesAsync(Cast.Lea, Cast.Meeting, "start", ct);
        foreach (var step in Enumerable.Range(1, 3))
        {
            var agenda = await stage.ComesAsync(Cast.Meeting, $"Step {step} of 9", ct);
            await stage.SettleAsync(ct);
            await stage.PressesAsync(Cast.Lea, agenda, "Next", ct);
        }
        await stage.ComesAsync(Cast.Meeting, "Step 4 of 9", ct);
        await stage.SettleAsync(ct);
        await DecideAsync($"decide: Ravi gets a second quote for the castings by Friday {order}", "Get a second quote", "Gets a second quote", ct);
        await DecideAsync("decide: Petra moves line 2 to two shifts until Fri", "Move line 2", "Moves line 2", ct);
        await DecideAsync("decide: Clara tells the customer the new date by Fri", "Tell the customer", "Tells the customer", ct);
        await stage.TypesAsync(Cast.Lea, Cast.Meeting, "park: new press for line 2", ct);
        await stage.ComesAsync(Cast.Meeting, "Parked for S&OP", ct);
        await stage.TypesAsync(Cast.Lea, Cast.Meeting, "close", ct);
        await stage.ComesAsync(Cast.Channel, "Minutes: 3 decisions, 3 owners, 3 dates", ct);
        foreach (var owner in Owners) await stage.ComesAsync(owner.Chat, "Yours from today's meeting", ct);
        await stage.SettleAsync(ct);
        foreach (var owner in Owners) await stage.PressesAsync(owner, await stage.ComesAsync(owner.Chat, "Yours from today's meeting", ct), "Take it", ct);
    }

    private async Task DecideAsync(string line, string asked, string written, CancellationToken ct)
    {
        await stage.TypesAsync(Cast.Lea, Cast.Meeting, line, ct);
        var form = await stage.ComesFormAsync(Cast.Meeting, "Record", [asked, written], ct);
        await stage.PressesAsync(Cast.Lea, form, "Record", ct);
        await stage.SettleAsync(ct);
    }

    /// <summary>One is kept, one gets a new date with a reason, one is forgotten.</summary>
    private async Task ChaseAsync(CancellationToken ct)
    {
        await stage.ClockAsync(3, 8, 0, ct);
        foreach (var owner in Owners) await stage.ComesAsync(owner.Chat, "Due tomorrow", ct);
        await stage.TypesAsync(Cast.Ravi, Cast.Ravi.Chat, "done D-1 quote is in", ct);
        await stage.ComesAsync(Cast.Ravi.Chat, "quote is in", ct);
        await stage.SettleAsync(ct);
        await stage.PressesAsync(Cast.Clara, await stage.ComesAsync(Cast.Clara.Chat, "Due tomorrow", ct), "New date", ct);
        var form = await stage.ComesAsync(Cast.Clara.Chat, "which new date", ct);
        var later = stage.Monday.AddDays(11).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await stage.PressesAsync(Cast.Clara, form, "Save", ct, ("in_due", later), ("in_why", "the customer is away"));
        await stage.SettleAsync(ct);
        await stage.ClockAsync(4, 8, 0, ct);
        await stage.ComesAsync(Cast.Petra.Chat, "Due today", ct);
        await stage.ClockAsync(7, 8, 0, ct);
        await stage.ComesAsync(Cast.Petra.Chat, "Overdue: D-2", ct);
        await stage.ClockAsync(8, 8, 0, ct);
        await stage.ComesAsync(Cast.Lea.Chat, "D-2", ct);
    }

    private async Task<string> NextMeetingAsync(CancellationToken ct)
    {
        await stage.ClockAsync(9, 13, 0, ct);
        await stage.TypesAsync(Cast.Lea, Cast.Meeting, "start", ct);
        var commitments = await stage.ComesAsync(Cast.Meeting, "Last commitments: 1 kept", ct);
        await stage.SettleAsync(ct);
        return commitments.Title["Last commitments: ".Length..];
    }

    [GeneratedRegex(@"\bSO[\w-]*\d\b")]
    private static partial Regex OrderNumber();
}
