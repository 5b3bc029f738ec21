using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Reminders;
using SoeBot.Domain.Risk;
using SoeBot.Extensions;
using SoeBot.Occurrences;
using SoeBot.Pages;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Sheet;
using SoeBot.Store.Effects;
using SoeBot.Teams.Auth;
using SoeBot.UnitTests.Slices;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Sheet;

/// <summary>The slice of the meeting sheet beside the ones that write what stands on it: the week of 6 January 2014, meeting on Wednesday 8th at 13:00.</summary>
internal sealed class SheetUnderTest : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2014, 1, 7, 9, 5, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);

    private SheetUnderTest(SlicesUnderTest slices, string? folder, bool customers, ILogger<SheetOccurrences> log)
    {
        Slices = slices;
        var store = slices.Store;
        Plants = new PlantProfiles(Options.Create(new PlantsOptions { ["sample"] = new() { Name = "Plant <North>", TimeZone = "Europe/Berlin", Sheet = new() { Folder = folder, Customers = customers } } }));
        var clock = new PlantClock(_time);
        var dates = new MeetingDates(store.MeetingDates);
        var rights = new Rights(store.People, store.Absences);
        Reading = new ReadSheet(store.Plans, store.AtRisk, store.Decisions, store.Changes, store.People, new Guests(store.People, store.Plants, _time), dates);
        var links = new SheetLinks(store.Plants, rights, new PersonFinder(store.People, store.Conversations, null!, Options.Create(new BotOptions { AppId = "a bot" })),
            new PageAddress(Options.Create(new PagesOptions { Address = "https://soebot.example.com/" })), Plants);
        Registry = new SliceRegistry(new CardSources(), new CommandList(), new PressList(), new OccurrenceKinds(), new ExtensionList(), new HintList());
        new SheetSlice(links, new SheetOccurrences(Reading, dates, log), dates, rights, Plants, clock).Register(Registry);
        Pages = new SheetPages(store.Plants, Reading, Plants, clock);
    }

    public SlicesUnderTest Slices { get; }
    public PlantProfiles Plants { get; }
    public PlantProfile Plant => Plants.Default;
    public ReadSheet Reading { get; }
    public SliceRegistry Registry { get; }
    public SheetPages Pages { get; }
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<SheetUnderTest> NewAsync(string? folder = null, bool customers = false, ILogger<SheetOccurrences>? log = null, bool withPlan = true) =>
        new(await SlicesUnderTest.NewAsync(withPlan), folder, customers, log ?? NullLogger<SheetOccurrences>.Instance);

    /// <summary>A red order, a decision that is overdue, one that is not, and a change that waits; all say what may not be read by everybody.</summary>
    public async Task SayAsync()
    {
        var store = Slices.Store;
        await store.AtRisk.ChangeAsync(SlicesUnderTest.Plant, "SO63216", order =>
        {
            order.Answer(new RiskAnswer(RiskStatus.Red, "Casting <b>late</b> for Bike World", "Second supplier for 900 EUR", null, new(2014, 1, 10)), new(2014, 1, 14), SlicesUnderTest.Omar, Now);
            return (AtRiskOutcome.Changed, Effect.None);
        }, Stop);
        await DecideAsync("Get a second quote, Bike World pays 900 EUR", new(2014, 1, 6));
        await DecideAsync("<script>alert(1)</script>", new(2014, 1, 10));
        var id = new ChangeId(Guid.NewGuid());
        await store.Changes.DraftAsync(new NewChange(id, SlicesUnderTest.Plant, new ChangeWhat(ChangeKind.Move, ChangeSubject.Order, "SO64216") { To = new(2014, 1, 10) }, SlicesUnderTest.Petra), Now, _ => Effect.None, Stop);
        await store.Changes.ChangeAsync(id, change => (change.Check(new ChangeImpact { PlanVersion = 1, Zone = Fence.Frozen, FirstSlot = Now.AddDays(2) }, Now), Effect.None), Stop);
        await store.Changes.ChangeAsync(id, change => (change.Send(SlicesUnderTest.Petra, new global::SoeBot.Domain.Changes.Asked(ChangeReason.LineStop, "The line stands", false, null), [], isManager: false, Now), Effect.None), Stop);
    }

    public void Wait(TimeSpan time) => _time.Advance(time);

    public async Task<string> PageAsync() => SheetHtml.Write(await Reading.OfAsync(Plant, Now, Stop));

    public Task<Effect?> WriteAsync(DateTimeOffset? at = null)
    {
        var kind = Registry.Occurrences.All[SheetOccurrences.Kind];
        return kind.Work(new Occurrence(Plant.Id, kind.Id, "2014-01-07", Now), Plant, at ?? Now, Stop);
    }

    public ValueTask DisposeAsync() => Slices.DisposeAsync();

    private async Task DecideAsync(string text, DateOnly due) => await Slices.Store.Decisions.RecordAsync(
        Given.Decision() with { Plant = SlicesUnderTest.Plant, Text = text, Owner = SlicesUnderTest.Omar, Due = due }, Now.AddDays(-5), _ => Effect.None, Stop);
}
