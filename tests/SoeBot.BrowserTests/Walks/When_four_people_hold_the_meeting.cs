using SoeBot.BrowserTests.Playgrounds;
using Xunit;

namespace SoeBot.BrowserTests.Walks;

/// <summary>
/// The whole weekly meeting in Microsoft's client: the lead chairs it at the screen, the plant manager, the planner and the buyer press
/// their own buttons on the same cards. Each step leaves a picture to look at.
/// </summary>
public sealed class When_four_people_hold_the_meeting
{
    private static readonly Person[] Others = [Plant.Manager, Plant.Planner, Plant.Buyer];

    private Playground client = null!;
    private int step;

    [Fact]
    public async Task It_decides_and_each_owner_takes_their_own()
    {
        await using var bot = await TrialBot.StartAsync();
        await using var playground = client = await Playground.StartAsync(bot.Endpoint, Plant.Lead);
        await client.OpenAsync();
        await client.SeeAsync("I ask you about your orders and decisions here");
        await SayAsync("I am lead", "S&OE lead");
        await client.GoToAsync(Plant.Meeting);
        await client.SeeAsync("I run the weekly meeting here");
        foreach (var (who, role) in Others.Zip(["plant manager", "planning", "procurement"]))
        {
            await client.SayAsAsync(who, Plant.Meeting, $"I am {role}");
            await client.SeeAsync($"{who.Name}, you are {role}");
        }

        await OpenAsync();
        await ReviewOrdersAsync();
        await GoToTheEndAsync();

        Assert.DoesNotContain("fail:", bot.Printed, StringComparison.Ordinal);
    }

    private async Task OpenAsync()
    {
        await SayAsync("start", "Step 1 of 9: Last commitments");
        foreach (var who in Others) await PressAsAsync(who, "I am here", who.Name);
        await client.CardScreenshotAsync("meeting-opened", "Step 1 of 9");
        await PressAsAsync(Plant.Buyer, "Next", "can move the agenda");
        foreach (var title in (string[])["Three numbers", "Look-ahead"]) await PressAsAsync(Plant.Lead, "Next", $": {title}");
    }

    /// <summary>One order is decided on, the next is watched with a reason, the third goes up, and the rest are skipped with a reason.</summary>
    private async Task ReviewOrdersAsync()
    {
        await PressAsAsync(Plant.Lead, "Next", ": Top ten at risk");
        await client.SeeAsync("Order 1 of 10");
        await client.CardScreenshotAsync("meeting-order", "Order 1 of 10");
        await PressAsAsync(Plant.Lead, "Decide", "What was decided?");
        await RecordAsync("Get a second quote for the castings", Plant.Buyer, "D-1");
        await ShowAsync(Plant.Buyer, "D-1");
        await PressAsAsync(Plant.Planner, "Take it", "Bea Buyer");
        await PressAsAsync(Plant.Buyer, "Take it", "D-1: Bea Buyer does it");
        await PressAsAsync(Plant.Lead, "Next order", "Order 2 of 10");
        await PressAsAsync(Plant.Lead, "Keep watching", "is red and has no decision. Why not?");
        await client.FillAsync("No decision, because", "The castings are on the truck");
        await PressAsAsync(Plant.Lead, "Save", "Order 3 of 10");
        // The decision above has a button of this name too.
        await client.PressOnAsync("Order 3 of 10", "Escalate");
        await client.SeeAsync("what must the next level decide?");
        await client.FillAsync("What is asked, with options and what you recommend", "Overtime on Saturday or a later date: overtime");
        await PressAsAsync(Plant.Lead, "Send up", "Order 4 of 10");
        await PressAsAsync(Plant.Lead, "Next", "red orders have no decision");
        await client.SayAsync("decide");
        await client.SeeAsync("What was decided?");
        await RecordAsync("Move line 2 to two shifts", Plant.Planner, "D-2");
        await ShowAsync(Plant.Planner, "D-2");
        await PressAsAsync(Plant.Planner, "Take it", "D-2: Petra Planner does it");
        await client.CardScreenshotAsync("meeting-decision", "D-2: Petra Planner does it");
    }

    private async Task GoToTheEndAsync()
    {
        await client.SayAsync("skip: their owners answer in the chat");
        foreach (var title in (string[])["Changes asked", "Scenarios", "Repeats and flags", "Upwards", "Read-back"])
        {
            await client.SeeAsync($": {title}");
            await ShotAsync(title.Replace(' ', '-'));
            if (title != "Read-back") await client.SayAsync("next");
        }
        await client.CardScreenshotAsync("meeting-read-back", "Step 9 of 9");
        await SayAsync("close", "Minutes: 2 decisions, 2 owners, 2 dates");
        await client.CardScreenshotAsync("meeting-minutes", "Minutes: 2 decisions");
    }

    /// <summary>Due when the form proposes: before the next meeting.</summary>
    private async Task RecordAsync(string text, Person owner, string name)
    {
        await client.FillAsync("Decision", text);
        await client.FillAsync("Owner: one person", owner.Name);
        await PressAsAsync(Plant.Lead, "Record", $"{name} recorded");
    }

    /// <summary>The screen is one for all and shows the last presser's view, here the chair's: the owner asks for the card, as somebody who comes late does.</summary>
    private async Task ShowAsync(Person owner, string name)
    {
        await client.SayAsAsync(owner, Plant.Meeting, name);
        await client.SeeButtonAsync("Take it");
    }

    private async Task SayAsync(string line, string answer)
    {
        await client.SayAsync(line);
        await client.SeeAsync(answer);
        await ShotAsync(line.Replace(' ', '-'));
    }

    private async Task PressAsAsync(Person who, string button, string answer)
    {
        await client.PressAsAsync(who);
        await client.PressAsync(button);
        // The local client draws an edited card anew and loses a press that meets it; people press again.
        if (!await client.SeesAsync(answer)) await client.PressAsync(button);
        await client.SeeAsync(answer);
        await ShotAsync($"{who.Key}-{button.Replace(' ', '-')}");
    }

    private Task<string> ShotAsync(string name) => client.ScreenshotAsync($"meeting-{++step:00}-{name}");
}
