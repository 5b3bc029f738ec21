using SoeBot.TestKit;
using Xunit;

namespace SoeBot.BrowserTests.Cards;

public sealed class CardPictureTests
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [Theory]
    [InlineData(CardPicture.Desktop, "Light"), InlineData(CardPicture.Phone, "Light")]
    [InlineData(CardPicture.Desktop, "Dark"), InlineData(CardPicture.Phone, "Dark")]
    public async Task The_card_with_every_element_fits_and_pleases_the_renderer(int width, string theme)
    {
        var json = await File.ReadAllTextAsync(
            Repository.PathOf("tests", "SoeBot.UnitTests", "Teams", "Cards", "Approved", "everything.json"), TestContext.Current.CancellationToken);

        var picture = await CardPicture.RenderAsync(json, width, Enum.Parse<CardTheme>(theme), "everything");

        Assert.Empty(picture.Findings);
        Assert.Equal(PngSignature, (await File.ReadAllBytesAsync(picture.Path, TestContext.Current.CancellationToken))[..4]);
    }

    [Fact]
    public async Task What_does_not_fit_and_what_nobody_can_draw_is_found()
    {
        const string card = """
            {"type":"AdaptiveCard","version":"1.5","body":[
              {"type":"ColumnSet","columns":[{"type":"Column","width":"250px"},{"type":"Column","width":"120px","items":[{"type":"TextBlock","text":"outside"}]}]},
              {"type":"Badge","text":"Late"}]}
            """;

        var picture = await CardPicture.RenderAsync(card, CardPicture.Phone);

        Assert.Equal(["Unknown element type \"Badge\". Fallback will be used if present.", "Does not fit: outside"], picture.Findings);
    }
}
