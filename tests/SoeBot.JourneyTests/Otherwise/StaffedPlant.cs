using Microsoft.AspNetCore.Builder;
using SoeBot.Domain.People;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests.Otherwise;

/// <summary>The sample plant with everybody in their place, so that a story begins where it goes otherwise than planned.</summary>
internal sealed class StaffedPlant : IAsyncDisposable
{
    /// <summary>The Monday whose plan is imported. The meeting is on Wednesday, 25 November at 13:00.</summary>
    public static readonly DateOnly Monday = new(2026, 11, 23);

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
    public static async Task<StaffedPlant> OpenAsync(DateTime start, Action<WebApplicationBuilder>? configure = null)
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
        await bot.ImportSampleAsync(Monday);
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

    /// <summary>How many cards to this person have these words now or had them once.</summary>
    public int Count(FakePerson who, string words) => Bot.Teams.MessagesTo(who).Count(message => Has(message, words) || message.History.Any(old => old.ToJsonString().Contains(words, StringComparison.OrdinalIgnoreCase)));

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    private static bool Has(FakeMessage message, string words) => message.PlainText.Contains(words, StringComparison.OrdinalIgnoreCase);
}
