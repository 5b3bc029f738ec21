using SoeBot.BrowserTests.Playgrounds;
using Xunit;

namespace SoeBot.BrowserTests.Walks;

/// <summary>A red order at the width of a phone: two taps and one sentence, from the card that asks to the receipt.</summary>
public sealed class When_an_owner_answers_on_a_phone
{
    private const int Width = 390, Height = 844;

    [Fact]
    public async Task Two_taps_and_one_sentence_are_enough()
    {
        await using var bot = await TrialBot.StartAsync();
        await using var client = await Playground.StartAsync(bot.Endpoint);
        await client.OpenAsync();
        await client.SeeAsync("I ask you about your orders and decisions here");
        await client.SayAsync("at risk");
        await client.SeeAsync("top ten -");
        var order = (await client.Card.GetByText("1. SO").First.InnerTextAsync()).Split(',')[0].Split(' ')[1];
        await client.SayAsync($"I take {order}");
        await client.SeeAsync("your answer");

        await client.ResizeAsync(Width, Height);
        await client.PressAsync("Update");
        await client.SeeAsync("stand?");
        await client.FillAsync("Risk (needed for amber and red)", "Castings are not here before Friday");
        await client.ScreenshotAsync("phone-form");
        await client.PressAsync("Save");
        await client.SeeAsync("Saved");
        await client.ScreenshotAsync("phone-receipt");
        await client.CardScreenshotAsync("phone-receipt", "Saved");
    }
}
