using Microsoft.Playwright;
using SoeBot.TestKit;

namespace SoeBot.BrowserTests.Browser;

/// <summary>The system's Chromium, one per test process, driven by Playwright, which downloads nothing.</summary>
internal static class Chromium
{
    // No sandbox: build machines run as root. The rest keeps it from calling home, which a closed network answers late or never.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--font-render-hinting=none",
    ];

    private static readonly Lazy<Task<IBrowser>> Once = new(LaunchAsync);

    private static string? Executable =>
        Environment.GetEnvironmentVariable("SOEBOT_CHROMIUM") ?? Needs.Program("chromium", "chromium-browser", "google-chrome");

    /// <summary>Where there is none, the test that asks is skipped with the reason, or fails on a build machine.</summary>
    public static Task<IBrowser> SharedAsync()
    {
        if (Executable is null)
        {
            Needs.Missing("Chromium is not installed (Debian: apt-get install chromium; or name the program in SOEBOT_CHROMIUM).");
        }
        return Once.Value;
    }

    /// <summary>A window that knows nothing of the others.</summary>
    public static async Task<IPage> OpenAsync(int width, int height, bool dark = false)
    {
        var browser = await SharedAsync();
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        return await context.NewPageAsync();
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }
}
