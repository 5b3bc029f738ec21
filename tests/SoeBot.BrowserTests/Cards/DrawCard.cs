using System.Globalization;

namespace SoeBot.BrowserTests.Cards;

/// <summary>The command behind tests/cards/render.sh.</summary>
internal static class DrawCard
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var card, var path, .. var options] || !options.All(o => o is "dark" || IsWidth(o)))
        {
            Console.Error.WriteLine("card <card.json> <picture.png> [width] [dark]");
            return 2;
        }
        var width = options.Where(IsWidth).Select(o => int.Parse(o, CultureInfo.InvariantCulture)).FirstOrDefault(CardPicture.Desktop);
        var theme = options.Contains("dark") ? CardTheme.Dark : CardTheme.Light;
        var picture = await CardPicture.RenderToAsync(Path.GetFullPath(path), await File.ReadAllTextAsync(card), width, theme);
        foreach (var finding in picture.Findings)
        {
            Console.WriteLine(finding);
        }
        Console.WriteLine(picture.Path);
        return 0;
    }

    private static bool IsWidth(string option) => int.TryParse(option, out var width) && width is >= 100 and <= 2000;
}
