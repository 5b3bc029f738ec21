using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Connectors.Csv;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Occurrences;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests.Otherwise;

/// <summary>The sample plant with everybody in their place, so that a story begins where it goes otherwise than planned.</summary>
internal sealed class StaffedPlant : IAsyncDisposable
{
    /// <summary>The Monday whose plan is imported. The meeting is on Wednesday, 25 November at 13:00.</summary>
    public static readonly DateOnly Monday = new(2026, 11, 23);

    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("soebot-staffed-");
    private int _imports;

    private StaffedPlant(BotUnderTest bot) => Bot = bot;

    public BotUnderTest Bot { get; }
    public FakePerson Lea { get; private init; } = null!;
    public FakePerson Miguel { get; private init; } = null!;
    public FakePerson Petra { get; private init; } = null!;
    public FakePerson Ravi { get; private init; } = null!;
    public FakePerson Clara { get; private init; } = null!;
    public FakePerson Omar { get; private init; } = null!;
    public FakeConversation Channel { get; private init; } = null!;
    public FakeConversation Meeting { get; private init; } = null!;

    /// <param name="start">Where the plant's clock stands, plant time (Europe/Berlin).</param>
    /// <param name="configure">The last word on settings.</param>
    /// <param name="plan">In place of the sample's.</param>
    public static async Task<StaffedPlant> OpenAsync(DateTime start, Action<WebApplicationBuilder>? configure = null, PlanSnapshot? plan = null)
    {
        var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, start, configure);
        var lea = await bot.PersonAsync("Lea", Role.Lead, Role.Administrator);
        var miguel = await bot.PersonAsync("Miguel", Role.PlantManager);
        var petra = await bot.PersonAsync("Petra", Role.Planning);
        var ravi = await bot.PersonAsync("Ravi", Role.Procurement);
        var clara = await bot.PersonAsync("Clara", Role.CustomerService);
        var omar = await bot.PersonAsync("Omar", Role.Logistics);
        var plant = new StaffedPlant(bot)
        {
            Lea = lea, Miguel = miguel, Petra = petra, Ravi = ravi, Clara = clara, Omar = omar,
            Channel = bot.Teams.Channel("S&OE"), Meeting = bot.Teams.Meeting("Weekly execution", lea, miguel, petra, ravi, clara, omar),
        };
        if (plan is null) await bot.ImportSampleAsync(Monday);
        else await plant.ImportAsync(plan);
        await bot.Teams.Client.InstallAsync(lea, plant.Channel);
        await bot.WaitAsync(plant.Channel, "SoeBot is here");
        return plant;
    }

    /// <summary>In the person's own chat; comes back with the answer.</summary>
    public Task<FakeMessage> TypeAsync(FakePerson who, string line, string answer) => TypeAsync(who, Bot.Teams.Personal(who), line, answer);

    /// <param name="answer">Words of the card that has to come after the line, or be changed by it.</param>
    public async Task<FakeMessage> TypeAsync(FakePerson who, FakeConversation where, string line, string answer)
    {
        var before = Bot.Teams.MessagesIn(where).Select(message => (message.Id, message.History.Count)).ToHashSet();
        await Bot.Teams.Client.PostMessageAsync(who, where, line);
        return await Bot.Teams.WaitForAsync(
            teams => teams.MessagesIn(where).LastOrDefault(message => !before.Contains((message.Id, message.History.Count)) && Has(message, answer)), $"\"{answer}\" to \"{line}\"");
    }

    /// <summary>Words that have to stand on the card or note that the press is answered with.</summary>
    public async Task<PressResult> PressAsync(FakePerson who, FakeMessage card, string button, string answer, object? inputs = null)
    {
        var result = await Bot.Teams.Client.PressButtonAsync(who, card, button, inputs);
        Assert.Contains(answer, result.PlainText, StringComparison.OrdinalIgnoreCase);
        return result;
    }

    /// <summary>Recorded by the lead, or by whoever is named, in this place.</summary>
    public async Task<FakeMessage> DecideAsync(FakeConversation where, string line, string name, FakePerson? by = null)
    {
        var form = await TypeAsync(by ?? Lea, where, $"decide: {line}", "Record this decision?");
        await Bot.Teams.Client.PressButtonAsync(by ?? Lea, form, "Record");
        return await Bot.WaitAsync(where, name);
    }

    public Task MoveToAsync(int day, int hour, int minute = 0) => Bot.MoveToAsync(new DateTime(2026, 11, 1, hour, minute, 0).AddDays(day - 1));

    /// <summary>The clock alone: nothing that falls due on the way happens, for stories of many days in which nobody looks at it.</summary>
    public Task PlaceAsync(int day, int hour, int minute = 0) =>
        Bot.Services.GetRequiredService<ClockMover>().PlaceAsync(Bot.Plant, Bot.At(new DateTime(2026, 11, 1, hour, minute, 0).AddDays(day - 1)), TestContext.Current.CancellationToken);

    /// <summary>By way of files.</summary>
    public async Task ImportAsync(PlanSnapshot plan)
    {
        var report = await Bot.ImportAsync(Write(plan).FullName, freeze: false);
        Assert.True(report.IsNew, string.Join('\n', report.Lines));
    }

    /// <summary>The files of a plan in a folder of their own.</summary>
    public DirectoryInfo Write(PlanSnapshot plan)
    {
        var folder = _files.CreateSubdirectory($"{++_imports}");
        PlanCsvWriter.Write(plan, name => File.CreateText(Path.Combine(folder.FullName, name)));
        return folder;
    }

    /// <summary>How many cards to this person have these words now or had them once.</summary>
    public int Count(FakePerson who, string words) => Bot.Teams.MessagesTo(who).Count(message => Has(message, words) || message.History.Any(old => old.ToJsonString().Contains(words, StringComparison.OrdinalIgnoreCase)));

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        _files.Delete(recursive: true);
    }

    private static bool Has(FakeMessage message, string words) => message.PlainText.Contains(words, StringComparison.OrdinalIgnoreCase);
}
