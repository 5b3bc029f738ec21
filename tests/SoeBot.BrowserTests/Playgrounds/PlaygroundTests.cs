using Xunit;

namespace SoeBot.BrowserTests.Playgrounds;

/// <summary>The harness itself, tried on the least of bots.</summary>
public sealed class PlaygroundTests
{
    [Fact]
    public async Task A_person_talks_fills_a_form_and_sees_the_receipt()
    {
        await using var bot = await EchoBot.StartAsync();
        await using var playground = await Playground.StartAsync(bot.Endpoint);
        await playground.OpenAsync();

        await playground.SayAsync("top ten");
        await playground.SeeAsync("You said: top ten");
        await playground.FillAsync("What", "Expedite the bearings");
        await playground.FillAsync("Due", "2026-11-25");
        await playground.FillAsync("Owner", "Two");
        await playground.FillAsync("I am sure", "true");
        await playground.ScreenshotAsync("form");
        await playground.PressAsync("Save");

        await playground.SeeAsync("Petra Planner: Expedite the bearings, 2026-11-25, 2, true");
        await playground.ScreenshotAsync("receipt");
    }

    [Fact]
    public async Task Meeting_chat_and_channel_hear_the_bots_name_and_others_can_press()
    {
        await using var bot = await EchoBot.StartAsync();
        await using var playground = await Playground.StartAsync(bot.Endpoint, Plant.Lead);
        await playground.OpenAsync();

        await playground.GoToAsync(Plant.Meeting);
        await playground.SayAsync("decide");
        await playground.FillAsync("What", "Nothing");
        await playground.PressAsAsync(Plant.Manager);
        await playground.PressAsync("Save");
        await playground.SeeAsync("Max Manager: Nothing");

        await playground.GoToAsync(Plant.Channel);
        await playground.SayAsync("look ahead");
        // The echo can be there before the Playground has drawn the post that it belongs under, and is lost then: a person asks again.
        if (!await playground.SeesAsync("You said: SoeBot look ahead")) await playground.SayAsync("look ahead");
        await playground.SeeAsync("You said: SoeBot look ahead");
        await playground.ScreenshotAsync("channel");

        await bot.HearsAsync(a => (string?)a["type"] == "message" && ((string)a["conversation"]!["id"]!).StartsWith(Plant.Channel.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Any_activity_can_be_sent_and_a_person_can_speak_without_the_screen()
    {
        await using var bot = await EchoBot.StartAsync();
        await using var playground = await Playground.StartAsync(bot.Endpoint);

        await playground.SendCustomAsync($$$"""{"type":"event","name":"application/vnd.microsoft.meetingStart","conversation":{"id":"{{{Plant.Meeting.Id}}}"},"value":{"Title":"S&OE weekly"}}""");
        await playground.SayUnseenAsync(Plant.Meeting, "hello");

        await bot.HearsAsync(a => (string?)a["name"] == "application/vnd.microsoft.meetingStart");
        await bot.HearsAsync(a => (string?)a["text"] == "<at>SoeBot</at> hello");
    }
}
