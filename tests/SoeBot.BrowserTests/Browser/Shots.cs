using SoeBot.TestKit;

namespace SoeBot.BrowserTests.Browser;

/// <summary>Where the pictures go that a person looks at. The folder is not committed.</summary>
internal static class Shots
{
    public static string PathOf(string name)
    {
        var folder = Repository.PathOf("tests", "SoeBot.BrowserTests", "shots");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, name + ".png");
    }
}
