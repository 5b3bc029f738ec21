using System.Security.Cryptography;
using System.Text;
using SoeBot.BrowserTests.Browser;

namespace SoeBot.BrowserTests.Cards;

internal enum CardTheme
{
    Light,
    Dark,
}

/// <summary>
/// A card as Teams would about draw it: Microsoft's renderer with a host configuration of ours. Badges, progress
/// bars and charts, which that renderer does not know, are drawn by their fallback.
/// </summary>
/// <param name="Path">The PNG file.</param>
/// <param name="Findings">What the renderer finds wrong, and texts that do not fit the width.</param>
internal sealed record CardPicture(string Path, IReadOnlyList<string> Findings)
{
    /// <summary>About the width of a card in the desktop client.</summary>
    public const int Desktop = 600;

    /// <summary>A small phone.</summary>
    public const int Phone = 320;

    /// <summary>Into the folder of shots, under this name (made from the card's content if there is none), the width and the theme.</summary>
    public static Task<CardPicture> RenderAsync(string json, int width = Desktop, CardTheme theme = CardTheme.Light, string? name = null)
    {
        name ??= "card-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..8];
        return RenderToAsync(Shots.PathOf($"{name}-{width}-{theme.ToString().ToLowerInvariant()}"), json, width, theme);
    }

    public static async Task<CardPicture> RenderToAsync(string path, string json, int width, CardTheme theme)
    {
        var address = await CardRenderer.PageAsync();
        var page = await Chromium.OpenAsync(width + 64, 800, theme == CardTheme.Dark);
        try
        {
            await page.GotoAsync(address);
            var findings = await page.EvaluateAsync<string[]>(
                "([card, theme, width]) => drawCard(card, theme, width)", new object[] { json, theme.ToString().ToLowerInvariant(), width });
            await page.Locator("#stage").ScreenshotAsync(new() { Path = path });
            return new(path, findings);
        }
        finally
        {
            await page.Context.CloseAsync();
        }
    }
}
