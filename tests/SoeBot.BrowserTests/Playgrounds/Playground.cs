using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SoeBot.BrowserTests.Browser;

namespace SoeBot.BrowserTests.Playgrounds;

/// <summary>
/// A person at the Playground's screen, and the routes behind it for what a screen is not needed for. One per test:
/// a person sits at it (<see cref="Plant.Planner"/> unless said) and the bot is installed where they go.
/// </summary>
internal sealed partial class Playground : IAsyncDisposable
{
    private readonly PlaygroundServer server;
    private readonly Person seat;
    private IPage? page;
    private Place place = Plant.Personal;

    private Playground(PlaygroundServer server, Person seat)
    {
        this.server = server;
        this.seat = seat;
    }

    /// <summary>The newest card in view.</summary>
    public ILocator Card => Page.Locator(".ac-adaptiveCard").Last;

    private IPage Page => page ?? throw new InvalidOperationException("OpenAsync first.");

    /// <param name="botUrl">The bot's messages endpoint; the bot must be up.</param>
    /// <param name="seat">Who sits at the screen.</param>
    public static async Task<Playground> StartAsync(Uri botUrl, Person? seat = null) =>
        new(await PlaygroundServer.StartAsync(botUrl, seat ?? Plant.Planner), seat ?? Plant.Planner);

    /// <summary>Opens the screen, or opens it anew, at which the Playground sends the installation events again.</summary>
    public async Task OpenAsync(int width = 1280, int height = 1000)
    {
        if (page is not null)
        {
            await page.Context.CloseAsync();
        }
        page = await Chromium.OpenAsync(width, height);
        page.SetDefaultTimeout(60_000);
        // Fonts from the network would keep a closed machine waiting.
        await page.RouteAsync(url => !url.StartsWith(server.Address.AbsoluteUri, StringComparison.Ordinal), route => route.AbortAsync());
        await page.GotoAsync(server.Address.AbsoluteUri);
        await page.GetByText("Connected.", new() { Exact = false }).First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide log panel" }).ClickAsync();
        await GoToAsync(Plant.Personal);
    }

    /// <summary>The same screen at another size, as a phone's.</summary>
    public Task ResizeAsync(int width, int height) => Page.SetViewportSizeAsync(width, height);

    /// <summary>How many buttons of this title the newest card with these words has.</summary>
    public Task<int> ButtonsAsync(string words, string title) =>
        Page.Locator(".ac-adaptiveCard").Filter(new() { HasText = words }).Last.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).CountAsync();

    public async Task GoToAsync(Place where)
    {
        await Page.GetByRole(AriaRole.Treeitem, new() { Name = where.Title, Exact = true }).ClickAsync();
        place = where;
        await Page.GetByText(place == Plant.Channel ? "Start a new post" : "Type a message").First.WaitForAsync();
    }

    /// <summary>Says it to the bot: with a mention where there are others, as a new post in the channel.</summary>
    public async Task SayAsync(string text)
    {
        var boxes = Page.Locator("[role=textbox][contenteditable=true]");
        var box = place == Plant.Channel ? boxes.First : boxes.Last;
        await box.ClickAsync();
        if (place != Plant.Personal)
        {
            await MentionAsync(box);
            text = " " + text;
        }
        await Page.Keyboard.TypeAsync(text);
        await Page.GetByRole(AriaRole.Button, new() { Name = place == Plant.Channel ? "Post" : "Send Message", Exact = true }).First.ClickAsync();
    }

    /// <summary>What arrives in the chat takes the list of names away under the hand, as from anybody; then it is asked for again.</summary>
    private async Task MentionAsync(ILocator box)
    {
        const int soon = 10_000;
        for (var left = 3; ; left--)
        {
            try
            {
                await Page.Keyboard.TypeAsync("@" + Plant.BotName[..2], new() { Delay = 30 });
                await Page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = Plant.BotName }).ClickAsync(new() { Timeout = soon });
                await box.Filter(new() { HasText = Plant.BotName }).WaitForAsync(new() { Timeout = soon });
                return;
            }
            catch (TimeoutException) when (left > 1)
            {
                await box.ClickAsync();
                await Page.Keyboard.PressAsync("Control+A");
                await Page.Keyboard.PressAsync("Delete");
            }
        }
    }

    /// <summary>Presses the button of this title on the newest card that has one.</summary>
    public Task PressAsync(string title) =>
        Page.Locator(".ac-adaptiveCard").GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last.ClickAsync();

    /// <summary>Presses a button of the newest card with these words.</summary>
    public Task PressOnAsync(string words, string title) =>
        Page.Locator(".ac-adaptiveCard").Filter(new() { HasText = words }).Last.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last.ClickAsync();

    /// <summary>Fills an input of the newest card: a text, a number, a date as 2026-11-25, a choice by its title, "true" or "false".</summary>
    public async Task FillAsync(string label, string value)
    {
        var opener = Card.GetByRole(AriaRole.Button, new() { Name = "Open " + label, Exact = true });
        var box = Card.GetByLabel(label).First;
        if (await opener.CountAsync() > 0)
        {
            await opener.ClickAsync();
            await Page.GetByRole(AriaRole.Option, new() { Name = value, Exact = true }).ClickAsync();
        }
        else if (await box.GetAttributeAsync("type") == "checkbox")
        {
            await box.SetCheckedAsync(value == "true");
        }
        else
        {
            await box.FillAsync(value);
        }
    }

    /// <summary>Whether this text comes to stand on the screen within ten seconds.</summary>
    public async Task<bool> SeesAsync(string text)
    {
        try
        {
            await Page.GetByText(text).Last.WaitForAsync(new() { Timeout = 10_000 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Waits until this text stands on the screen; leaves a picture of what stands there instead.</summary>
    public async Task SeeAsync(string text)
    {
        try
        {
            await Page.GetByText(text).Last.WaitForAsync();
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"\"{text}\" does not come. What came instead: {await ScreenshotAsync("not-seen")}");
        }
    }

    /// <summary>Waits until a card has this button.</summary>
    public Task SeeButtonAsync(string title) =>
        Page.Locator(".ac-adaptiveCard").GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last.WaitForAsync();

    /// <summary>From now on, buttons are pressed by another member of the place (not in the personal chat, which has one member).</summary>
    public Task PressAsAsync(Person person) => Page.RouteAsync(PressRoute(), async route =>
    {
        var sent = route.Request.PostData?.Replace($"\"from\":{{\"id\":\"{seat.Id}\"", $"\"from\":{{\"id\":\"{person.Id}\"", StringComparison.Ordinal);
        await route.ContinueAsync(sent is null ? null : new() { PostData = System.Text.Encoding.UTF8.GetBytes(sent) });
    });

    /// <summary>The newest card with these words, alone.</summary>
    public async Task<string> CardScreenshotAsync(string name, string words)
    {
        var path = Shots.PathOf("card-" + name);
        var size = Page.ViewportSize!;
        // A card that is longer than the screen would be pictured with what lies over it.
        await Page.SetViewportSizeAsync(size.Width, 2400);
        await Page.Locator(".ac-adaptiveCard").Filter(new() { HasText = words }).Last.ScreenshotAsync(new() { Path = path });
        await Page.SetViewportSizeAsync(size.Width, size.Height);
        return path;
    }

    /// <summary>A picture of the whole screen in the folder of shots; its path.</summary>
    public async Task<string> ScreenshotAsync(string name)
    {
        var path = Shots.PathOf("playground-" + name);
        await Page.ScreenshotAsync(new() { Path = path });
        return path;
    }

    /// <summary>Sends any activity to the bot, as it is: meeting start and end, what a test wants to repeat.</summary>
    public Task SendCustomAsync(string json) => server.PostAsync("_internal/v1/customActivities", json);

    /// <summary>Says it to the bot without opening the screen. The one who sits there says it: this route asks nobody else.</summary>
    public Task SayUnseenAsync(Place where, string text)
    {
        const string mention = $"<at>{Plant.BotName}</at>";
        object[] mentions = where == Plant.Personal ? [] : [new { mentioned = new { id = Plant.BotId, name = Plant.BotName }, text = mention }];
        var said = where == Plant.Personal ? text : $"{mention} {text}";
        return server.PostAsync(
            $"_conversation/v1/conversations/{where.Id}/messages", new { type = "text", text = said, textFormat = "plain", from = new { id = seat.Id }, mentions });
    }

    /// <summary>Another member of the place says it: the screen types for its own seat alone, so the activity is written here as the Playground writes it.</summary>
    public Task SayAsAsync(Person person, Place where, string text) => server.PostAsync("_internal/v1/customActivities", new
    {
        type = "message",
        text = $"<at>{Plant.BotName}</at> {text}",
        id = Guid.NewGuid().ToString(),
        timestamp = TimeProvider.System.GetUtcNow(),
        from = new { id = person.Id, name = person.Name, aadObjectId = person.ObjectId },
        serviceUrl = new Uri(server.Address, "_connector").AbsoluteUri,
        conversation = new { isGroup = true, conversationType = "groupChat", tenantId = Plant.Tenant, id = where.Id },
        recipient = new { id = Plant.BotId, name = Plant.BotName },
        textFormat = "plain",
        locale = "en-US",
        entities = new[] { new { type = "mention", mentioned = new { id = Plant.BotId, name = Plant.BotName }, text = $"<at>{Plant.BotName}</at>" } },
        channelData = new { tenant = new { id = Plant.Tenant } },
        channelId = "msteams",
    });

    public async ValueTask DisposeAsync()
    {
        if (page is not null)
        {
            await page.Context.CloseAsync();
        }
        await server.DisposeAsync();
    }

    [GeneratedRegex("/_conversation/v1/(invoke|submit)")]
    private static partial Regex PressRoute();
}
