using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Sample;
using SoeBot.Domain.Changes;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.TestKit.Teams;
using SoeBot.TestKit.Teams.Wire;
using Xunit;

namespace SoeBot.JourneyTests.Otherwise;

/// <summary>The staffed plant with Sam who sells and Dana who stands in for the plant manager, its week frozen, and lines of its schedule to change.</summary>
internal sealed class ChangingPlant : IAsyncDisposable
{
    private readonly PlanSnapshot _plan = SamplePlant.At(StaffedPlant.Monday);
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("soebot-changed-");
    private int _imports;

    private ChangingPlant(StaffedPlant people) => People = people;

    public StaffedPlant People { get; }
    public BotUnderTest Bot => People.Bot;
    public FakePerson Sam { get; private init; } = null!;
    public FakePerson Dana { get; private init; } = null!;

    /// <param name="hour">On Monday, 23 November 2026, plant time.</param>
    /// <param name="hasDeputy">Dana is the plant manager's deputy.</param>
    /// <param name="configure">The last word on settings.</param>
    public static async Task<ChangingPlant> OpenAsync(int hour = 9, bool hasDeputy = true, Action<WebApplicationBuilder>? configure = null)
    {
        var people = await StaffedPlant.OpenAsync(new(2026, 11, 23, hour, 0, 0), configure);
        var plant = new ChangingPlant(people) { Sam = await people.Bot.PersonAsync("Sam", Role.Sales), Dana = await people.Bot.PersonAsync("Dana") };
        if (hasDeputy) await plant.Bot.Services.GetRequiredService<DeputyStore>().SetAsync(BotUnderTest.PlantId, Role.PlantManager, KeyOf(plant.Dana), Effect.None, TestContext.Current.CancellationToken);
        return plant;
    }

    public static PersonKey KeyOf(FakePerson person) => PersonKey.Of(person.TenantId, person.AadObjectId);

    /// <summary>The number of an open production order of the schedule that is due on the day.</summary>
    /// <param name="month">Of 2026.</param>
    /// <param name="day">Of the month.</param>
    /// <param name="nth">Which of them.</param>
    public string LineDue(int month, int day, int nth = 0) =>
        _plan.Schedule!.Where(line => line.IsOpen && line.Good == 0 && line.Due == new DateOnly(2026, month, day)).OrderBy(line => line.Number, StringComparer.Ordinal).ElementAt(nth).Number;

    /// <summary>Two customer orders with production orders in the frozen week that can be moved to its Friday.</summary>
    public (string First, string Second) OrdersToChange()
    {
        var calendar = Bot.Plant.Calendar;
        var found = _plan.Orders!.Where(line => line.OpenQuantity > 0).Select(line => line.Order).Distinct().Where(order =>
            ChangeCheck.Compute(new ChangeWhat(ChangeKind.Move, ChangeSubject.Order, order) { To = StaffedPlant.Monday.AddDays(4) }, null, _plan, 1, calendar, calendar.At(StaffedPlant.Monday, new(9, 0)))
                is { Problem: null, Zone: Domain.Fences.Fence.Frozen, FirstSlot: not null }).Take(2).ToList();
        return (found[0], found[1]);
    }

    /// <summary>Typed, calculated and sent; comes back with the asker's card.</summary>
    public async Task<FakeMessage> AskAsync(FakePerson who, string line, string name = "C-1")
    {
        await People.TypeAsync(who, line, name);
        var card = await Bot.WaitAsync(who, $"{name} is not sent yet");
        await Bot.Teams.Client.PressButtonAsync(who, card, "change.send", new { in_reason = "LineStop", in_text = "customer line stops" });
        return card;
    }

    /// <summary>What is in the person's own chat about the request now.</summary>
    public Task<FakeMessage> CardOfAsync(FakePerson who, string words) => Bot.WaitAsync(who, words);

    /// <summary>A button as it stands now, to be pressed after the card has changed.</summary>
    public static JsonObject Keep(FakeMessage card, string button) => (JsonObject)CardReading.FindAction(card.Card!, button).DeepClone();

    /// <summary>Presses a kept button of a card that has changed since, as a client does that did not draw it anew.</summary>
    public async Task<PressResult> PressKeptAsync(FakePerson who, FakeMessage card, JsonObject kept, string? words = null)
    {
        var action = (JsonObject)kept.DeepClone();
        var data = (JsonObject)action["data"]!;
        (data["in_why"], data["in_condition"]) = (words, words);
        var answer = await Bot.Teams.Client.InvokeAsync(who, Bot.Teams.Personal(who), "adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = "manual" });
        return new(who, card, answer.Status, answer.Body);
    }

    /// <summary>The sample plan with changes, by way of files; comes back when all of it was compared and said.</summary>
    public async Task ImportAsync(Func<PlanSnapshot, PlanSnapshot> change)
    {
        var folder = _files.CreateSubdirectory($"{++_imports}");
        PlanCsvWriter.Write(change(_plan), name => File.CreateText(Path.Combine(folder.FullName, name)));
        var report = await Bot.ImportAsync(folder.FullName, freeze: false);
        Assert.True(report.Version is not null, string.Join('\n', report.Lines));
    }

    /// <summary>How often the person was told how it ended: cards that came, not edits of one that was there.</summary>
    public int Told(FakePerson who, string words) => Bot.Teams.MessagesTo(who).Count(message =>
        message.Activity["summary"] is { } summary && summary.ToString().StartsWith(words, StringComparison.Ordinal) && message.History.Count == 0);

    public Task<IReadOnlyList<string>> StateAsync(string name = "C-1") => Bot.Rows.TextAsync($"SELECT state FROM changes WHERE number = {name[2..]}");

    public async ValueTask DisposeAsync()
    {
        await People.DisposeAsync();
        _files.Delete(recursive: true);
    }
}
