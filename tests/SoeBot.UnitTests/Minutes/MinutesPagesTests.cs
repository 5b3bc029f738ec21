using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Commands;
using SoeBot.Cards;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Extensions;
using SoeBot.Minutes;
using SoeBot.Occurrences;
using SoeBot.Pages;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;
using SoeBot.UnitTests.Slices;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Minutes;

/// <summary>The lead gives the minutes a link, the wall prints them, and the link is revoked.</summary>
public sealed class MinutesPagesTests
{
    private static readonly DateTimeOffset Now = new(2014, 1, 8, 12, 0, 0, TimeSpan.Zero);
    private static readonly PersonKey Lea = PersonKey.Of(Given.Tenant, "lea");
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_shows_the_page_without_customers_and_money_until_it_is_revoked()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        var (presses, pages) = Slice(store);
        var meeting = await HeldAsync(store);

        var card = (await PressAsync(presses, Lea, MinutesVerbs.Link, meeting)).Card!;
        var link = Assert.IsType<OpenUrlAction>(card.Actions[0]).Url;
        Assert.Equal("soebot.example.com", link.Host);
        var token = link.AbsolutePath.Split('/')[^1];

        var (status, headers, page) = await GetAsync(http => pages.PageAsync(token, http));
        Assert.Equal(200, status);
        Assert.Contains("Second quote, (customer) pays (amount)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bike World", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", headers["Content-Security-Policy"].ToString(), StringComparison.Ordinal);
        Assert.Equal("no-store", headers.CacheControl);
        Assert.Contains("(customer)", (await GetAsync(http => pages.MarkdownAsync(token, http))).Body, StringComparison.Ordinal);

        Assert.Equal("The link of these minutes stopped working.", (await PressAsync(presses, Lea, MinutesVerbs.Revoke, meeting)).Message);
        var gone = await GetAsync(http => pages.PageAsync(token, http));
        Assert.Equal((404, await BodyAsync(pages, "no-such-link")), (gone.Status, gone.Body));
        Assert.Equal(404, (await GetAsync(http => pages.MarkdownAsync(token, http))).Status);
        Assert.Equal([MinutesVerbs.Revoke, MinutesVerbs.Link], (await store.Audit.ListAsync(SlicesUnderTest.Plant, 0, 5, Stop)).Select(line => line.What));
    }

    [Fact]
    public async Task Only_the_chair_and_the_lead_make_links_and_the_answer_is_kept_nowhere()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        var (presses, _) = Slice(store);
        var meeting = await HeldAsync(store);
        await store.People.GrantAsync(SlicesUnderTest.Plant, SlicesUnderTest.Omar, Role.Procurement, Effect.None, Stop);

        Assert.StartsWith("Only the chair of the meeting or", (await PressAsync(presses, SlicesUnderTest.Omar, MinutesVerbs.Link, meeting)).Message!, StringComparison.Ordinal);
        Assert.Equal(0, await store.Minutes.LinksAsync(meeting, Stop));
        Assert.True(presses.OnlyReads(MinutesVerbs.Link));
    }

    private static (PressList Presses, MinutesPages Pages) Slice(StoreUnderTest store)
    {
        var plants = new PlantProfiles(Options.Create(new PlantsOptions()));
        var rights = new Rights(store.People, store.Absences);
        var cards = new MinutesCards(store.Minutes, store.People, plants, new PlantClock(new FakeTimeProvider(Now)));
        var links = new MinutesLinks(store.Minutes, rights, new PersonFinder(store.People, store.Conversations, null!, Options.Create(new BotOptions { AppId = "a bot" })),
            new PageAddress(Options.Create(new PagesOptions { Address = "https://soebot.example.com/" })), plants);
        var registry = new SliceRegistry(new CardSources(), new CommandList(), new PressList(), new OccurrenceKinds(), new ExtensionList(), new HintList());
        new MinutesSlice(store.Minutes, cards, links, rights, plants).Register(registry);
        return (registry.Presses, new MinutesPages(store.Minutes, cards, store.Plans, plants));
    }

    private static async Task<MeetingId> HeldAsync(StoreUnderTest store)
    {
        var version = await store.Plans.PublishAsync(SlicesUnderTest.Plant, GivenSlicePlan.Snapshot(), new PlanOrigin(Now, "erp.zip", "Lea", null), Now, Effect.None, Stop);
        var meeting = Meeting.Start(new MeetingId(Guid.CreateVersion7()), SlicesUnderTest.Plant, new DateOnly(2014, 1, 8), "weekly", Lea, "19:week", version.Number, Now);
        await store.Meetings.StartAsync(meeting, Effect.None, Stop);
        await store.Decisions.RecordAsync(Given.Decision() with { Plant = SlicesUnderTest.Plant, Meeting = meeting.Id, Text = "Second quote, Bike World pays 900 EUR" }, Now, _ => Effect.None, Stop);
        await store.Meetings.ChangeAsync(meeting.Id, m => (m.Close(0, Lea, Now.AddHours(1)), Effect.None), Stop);
        return meeting.Id;
    }

    private static Task<PressAnswer> PressAsync(PressList presses, PersonKey by, string verb, MeetingId meeting) => presses.All[verb](
        new Press
        {
            Plant = SlicesUnderTest.Plant, By = by, ByName = by.ObjectId, Tenant = Given.Tenant, Conversation = "19:channel",
            Input = CardInput.Parse($$"""{"p":"sample","r":"{{meeting}}","v":1}"""), ActivityId = Guid.NewGuid().ToString("N"), Now = Now,
        }, Stop);

    private static async Task<string> BodyAsync(MinutesPages pages, string link) => (await GetAsync(http => pages.PageAsync(link, http))).Body;

    private static async Task<(int Status, IHeaderDictionary Headers, string Body)> GetAsync(Func<HttpContext, Task<IResult>> get)
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        http.Response.Body = new MemoryStream();
        await (await get(http)).ExecuteAsync(http);
        http.Response.Body.Position = 0;
        return (http.Response.StatusCode, http.Response.Headers, await new StreamReader(http.Response.Body).ReadToEndAsync(Stop));
    }
}
