using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Domain.People;
using SoeBot.Presses;
using SoeBot.Sheet;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;
using SoeBot.UnitTests.Slices;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Sheet;

/// <summary>The lead gives the sheet a link, somebody prints it, a new link ends the old one, and it is revoked.</summary>
public sealed class SheetPagesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newest_link_shows_the_page_until_it_is_revoked()
    {
        await using var test = await SheetUnderTest.NewAsync();
        await test.SayAsync();
        var first = await LinkAsync(test);
        var (status, headers, page) = await GetAsync(test, first);
        Assert.Equal((200, await test.PageAsync()), (status, page));
        Assert.Contains("default-src 'none'", headers["Content-Security-Policy"].ToString(), StringComparison.Ordinal);
        Assert.Equal("no-store", headers.CacheControl);

        var second = await LinkAsync(test);
        Assert.Equal(404, (await GetAsync(test, first)).Status);
        Assert.Equal(200, (await GetAsync(test, second)).Status);

        Assert.Equal("The link of the meeting sheet stopped working.", (await PressAsync(test, SlicesUnderTest.Lea, SheetVerbs.Revoke)).Message);
        Assert.Equal("The meeting sheet has no link that works.", (await PressAsync(test, SlicesUnderTest.Lea, SheetVerbs.Revoke)).Message);
        var gone = await GetAsync(test, second);
        Assert.Equal((404, (await GetAsync(test, "no-such-link")).Body), (gone.Status, gone.Body));
        Assert.Equal([SheetVerbs.Revoke, SheetVerbs.Link, SheetVerbs.Link], (await test.Slices.Store.Audit.ListAsync(SlicesUnderTest.Plant, 0, 5, Stop)).Select(line => line.What));
    }

    [Fact]
    public async Task Whoever_leads_nothing_makes_and_ends_no_link_and_the_answer_is_kept_nowhere()
    {
        await using var test = await SheetUnderTest.NewAsync();
        var link = await LinkAsync(test);
        Assert.Equal("Only Lea Brandt can give the meeting sheet a public link.", (await PressAsync(test, SlicesUnderTest.Omar, SheetVerbs.Link)).Message);
        Assert.Equal("Only Lea Brandt can give the meeting sheet a public link.", (await PressAsync(test, SlicesUnderTest.Omar, SheetVerbs.Revoke)).Message);
        Assert.Equal(200, (await GetAsync(test, link)).Status);
        Assert.True(test.Registry.Presses.OnlyReads(SheetVerbs.Link));
        Assert.DoesNotContain(link, await test.Slices.Store.Plants.GetNoteAsync(SlicesUnderTest.Plant, SheetLinks.Note, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_of_one_plant_opens_no_other()
    {
        await using var test = await SheetUnderTest.NewAsync();
        Assert.Equal(404, (await GetAsync(test, await LinkAsync(test), "south")).Status);
    }

    private static async Task<string> LinkAsync(SheetUnderTest test)
    {
        var card = (await PressAsync(test, SlicesUnderTest.Lea, SheetVerbs.Link)).Card!;
        var url = Assert.IsType<OpenUrlAction>(card.Actions[0]).Url;
        Assert.StartsWith("https://soebot.example.com/meeting-sheet/sample/", url.AbsoluteUri, StringComparison.Ordinal);
        return url.Segments[^1];
    }

    private static Task<PressAnswer> PressAsync(SheetUnderTest test, PersonKey by, string verb) => test.Registry.Presses.All[verb](
        new Press
        {
            Plant = SlicesUnderTest.Plant, By = by, ByName = by.ObjectId, Tenant = Given.Tenant, Conversation = "19:channel",
            Input = CardInput.Parse("""{"p":"sample"}"""), ActivityId = Guid.NewGuid().ToString("N"), Now = SheetUnderTest.Now,
        }, Stop);

    private static async Task<(int Status, IHeaderDictionary Headers, string Body)> GetAsync(SheetUnderTest test, string link, string plant = "sample")
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        http.Response.Body = new MemoryStream();
        await (await test.Pages.PageAsync(plant, link, http)).ExecuteAsync(http);
        http.Response.Body.Position = 0;
        return (http.Response.StatusCode, http.Response.Headers, await new StreamReader(http.Response.Body).ReadToEndAsync(Stop));
    }
}
