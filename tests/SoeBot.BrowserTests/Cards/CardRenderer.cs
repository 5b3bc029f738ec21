using SoeBot.TestKit;

namespace SoeBot.BrowserTests.Cards;

/// <summary>The page in tests/cards that draws a card, with its npm packages fetched once.</summary>
internal static class CardRenderer
{
    private static readonly string Folder = Repository.PathOf("tests", "cards");
    private static readonly Lazy<Task> Fetched = new(FetchAsync);

    public static async Task<string> PageAsync()
    {
        try
        {
            await Fetched.Value;
        }
        catch (InvalidOperationException error)
        {
            Needs.Missing($"The card renderer cannot be fetched (npm ci in tests/cards): {error.Message.Split('\n')[0]}.");
        }
        return new Uri(Path.Combine(Folder, "card.html")).AbsoluteUri;
    }

    private static async Task FetchAsync()
    {
        // npm writes this file last, so it stands for a folder that is whole; the lock file may have changed since.
        var whole = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        var wanted = new FileInfo(Path.Combine(Folder, "package-lock.json"));
        if (whole.Exists && whole.LastWriteTimeUtc >= wanted.LastWriteTimeUtc)
        {
            return;
        }
        var npm = Needs.Program("npm") ?? throw new InvalidOperationException("npm is not installed");
        await Shell.RunAsync(npm, ["ci", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=20000"], Folder);
    }
}
