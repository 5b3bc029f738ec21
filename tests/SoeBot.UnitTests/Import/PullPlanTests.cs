using System.Net;
using System.Net.Http.Headers;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Connectors.Http;
using SoeBot.Domain.Reminders;
using SoeBot.Extensions;
using SoeBot.Import;
using SoeBot.Import.Pull;
using SoeBot.Occurrences;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Occurrences;
using SoeBot.Store.Plants;
using SoeBot.UnitTests.Connectors.Corpus;
using SoeBot.UnitTests.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Import;

/// <summary>A plan fetched at its times of the day: once, only when it is new, and a failure said once.</summary>
public sealed class PullPlanTests
{
    private const string Address = "https://erp.example/exports/plan.zip";
    private static readonly byte[] Good = Broken.Zip(("items.csv", Broken.Bytes(GivenFiles.Items)), ("purchases.csv", Broken.Bytes(GivenFiles.Purchases)));

    [Fact]
    public async Task It_is_due_at_its_times_and_becomes_the_plan()
    {
        await using var test = await PullAsync(("Pull:Times:1", "12:00"));
        var source = new Source { Answer = _ => File(Good) };
        var kind = Kind(test, source);

        var due = await kind.Derive!(test.Plant, ImportUnderTest.Start, ImportUnderTest.Start.AddDays(1), TestContext.Current.CancellationToken);
        Assert.Equal(["2026-08-26 05:30", "2026-08-26 12:00", "2026-08-27 05:30", "2026-08-27 12:00"], due.Select(one => one.Key));
        Assert.Equal(new DateTimeOffset(2026, 8, 26, 3, 30, 0, TimeSpan.Zero), due[0].DueAt);

        await WorkAsync(test, kind);

        Assert.Equal((1, "fetched"), ((await test.CurrentAsync())!.Number, (await test.CurrentAsync())!.By));
        Assert.Equal("Bearer the secret", source.Requests.Single().Headers.GetValues("Authorization").Single());
    }

    [Fact]
    public async Task What_did_not_change_is_not_fetched_again()
    {
        await using var test = await PullAsync();
        var source = new Source { Answer = request => request.Headers.IfNoneMatch.Count > 0 ? new(HttpStatusCode.NotModified) : File(Good, tag: "\"one\"") };
        var kind = Kind(test, source);
        await WorkAsync(test, kind);

        await WorkAsync(test, kind);

        Assert.Equal(1, (await test.CurrentAsync())!.Number);
        Assert.Equal("\"one\"", source.Requests[1].Headers.IfNoneMatch.Single().Tag);
    }

    [Fact]
    public async Task What_was_refused_is_fetched_again_and_said_once()
    {
        await using var test = await PullAsync();
        await test.LeadAsync("lena");
        var source = new Source { Answer = _ => File(Broken.Bytes("hello"), tag: "\"one\"") };
        var kind = Kind(test, source);

        await WorkAsync(test, kind);
        await WorkAsync(test, kind);

        Assert.Empty(source.Requests[1].Headers.IfNoneMatch);
        Assert.StartsWith("The plan for Pump works was not taken (fetched: plan.zip).\nplan.zip: is no zip, or it is broken.", Assert.Single(await test.SaidAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_tried_again_and_said_once_until_it_works()
    {
        await using var test = await PullAsync();
        await test.LeadAsync("lena");
        var source = new Source { Answer = _ => new(HttpStatusCode.BadGateway) };
        var kind = Kind(test, source);

        for (var tries = 1; tries <= 8; tries++)
        {
            await Assert.ThrowsAsync<IOException>(() => WorkAsync(test, kind));
            Assert.Equal(tries < 3 ? 0 : 1, (await test.SaidAsync()).Count);
        }
        Assert.StartsWith("The plan of Pump works could not be fetched: erp.example answers with 502.\nThe plan in use stays.", (await test.SaidAsync())[0], StringComparison.Ordinal);

        source.Answer = _ => File(Good);
        await WorkAsync(test, kind);
        source.Answer = _ => new(HttpStatusCode.Unauthorized);
        await WorkAsync(test, kind, "2026-08-27 05:30");
        await WorkAsync(test, kind, "2026-08-28 05:30");
        Assert.Equal(2, (await test.SaidAsync()).Count);
        Assert.Contains("does not accept the secret (401).", (await test.SaidAsync())[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/plan.zip", "sends on to elsewhere.example, where I do not follow. Set the address it means.", 1)]
    [InlineData("http://erp.example/plan.zip", "sends on to erp.example, where I do not follow. Set the address it means.", 1)]
    [InlineData("https://erp.example/plan.zip", "sends on and on.", 6)]
    public async Task The_secret_goes_to_no_other_host(string location, string words, int requests)
    {
        var source = new Source { Answer = _ => new(HttpStatusCode.Found) { Headers = { Location = new Uri(location) } } };
        var got = await FetchAsync(source);

        Assert.Equal((FetchOutcome.Refused, words), (got.Outcome, got.Problem));
        Assert.Equal(requests, source.Requests.Count);
        Assert.All(source.Requests, request => Assert.Equal("erp.example", request.RequestUri!.Host));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task Too_much_is_not_taken_whether_it_is_announced_or_not(bool announced)
    {
        var source = new Source { Answer = _ => File(new byte[3_000_000], announced: announced) };
        Assert.Equal((FetchOutcome.Refused, "gives more than 2 MB."), (await FetchAsync(source)) is var got ? (got.Outcome, got.Problem) : default);
    }

    [Fact]
    public async Task A_table_is_called_by_the_setting_the_answer_or_the_address()
    {
        var source = new Source { Answer = _ => new(HttpStatusCode.OK) { Content = new ByteArrayContent([1]) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv"), ContentDisposition = new("attachment") { FileName = "\"../items.csv\"" } } } } };

        Assert.Equal("items.csv", (await FetchAsync(source, "https://erp.example/run")).Name);
        Assert.Equal("orders.csv", (await FetchAsync(source, "https://erp.example/run", "orders.csv")).Name);
        source.Answer = _ => new(HttpStatusCode.OK) { Content = new StringContent("<html>", new MediaTypeHeaderValue("text/html")) };
        Assert.Equal("gives neither a zip nor a workbook nor a named .csv file.", (await FetchAsync(source, "https://erp.example/run")).Problem);
    }

    private static Task<ImportUnderTest> PullAsync(params (string, string)[] settings) =>
        ImportUnderTest.StartAsync([("Pull:Url", Address), ("Pull:Secret", "Bearer the secret"), ("Pull:Times:0", "05:30"), .. settings]);

    private static OccurrenceKind Kind(ImportUnderTest test, Source source)
    {
        var registry = new SliceRegistry(new CardSources(), new CommandList(), new PressList(), new OccurrenceKinds(), new ExtensionList(), new HintList());
        new PullPlan(new PlanFetch(new HttpClient(source), test.Time), test.Get<ImportPlan>(), test.Get<ImportRules>(), test.Get<ImportNews>(), test.Get<PlantStore>()).Register(registry);
        return registry.Occurrences.All[PullPlan.Kind];
    }

    /// <summary>As the occurrence job does it: the effect is written with the mark.</summary>
    private static async Task WorkAsync(ImportUnderTest test, OccurrenceKind kind, string key = "2026-08-26 05:30")
    {
        var occurrence = new Occurrence(ImportUnderTest.PlantId, PullPlan.Kind, key, ImportUnderTest.Start);
        var store = test.Get<OccurrenceStore>();
        await store.DeriveAsync(ImportUnderTest.PlantId, [PullPlan.Kind], [occurrence], ImportUnderTest.Start, TestContext.Current.CancellationToken);
        var effect = await kind.Work(occurrence, test.Plant, ImportUnderTest.Start, TestContext.Current.CancellationToken) ?? Effect.None;
        await store.SettleAsync(occurrence, OccurrenceState.Done, null, ImportUnderTest.Start, effect, TestContext.Current.CancellationToken);
    }

    private static Task<Fetched> FetchAsync(Source source, string url = Address, string? name = null) =>
        new PlanFetch(new HttpClient(source), TimeProvider.System).ReadAsync(
            new FetchRequest(new Uri(url), 2_000_000, TimeSpan.FromSeconds(30)) { Name = name, Secret = new("X-Key", "secret") },
            async (_, body, _, ct) =>
            {
                using var copy = new MemoryStream();
                await body.CopyToAsync(copy, ct);
                return copy.Length <= 2_000_000;
            }, TestContext.Current.CancellationToken);

    private static HttpResponseMessage File(byte[] content, string? tag = null, bool announced = true)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new MemoryStream(content)) };
        if (tag is not null) response.Headers.ETag = new EntityTagHeaderValue(tag);
        if (!announced) response.Content.Headers.ContentLength = null;
        return response;
    }

    private sealed class Source : HttpMessageHandler
    {
        public required Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; }
        public List<HttpRequestMessage> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            return Task.FromResult(Answer(request));
        }
    }
}
