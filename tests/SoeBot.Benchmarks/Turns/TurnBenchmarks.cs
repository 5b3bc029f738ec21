using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SoeBot.Benchmarks.Loading;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.TestKit.Teams;

namespace SoeBot.Benchmarks.Turns;

/// <summary>Whole turns over HTTP on the loopback address: token, activity, store, card, bytes.</summary>
internal static class TurnBenchmarks
{
    public const string Decision = "Get a second quote for the castings";

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<TurnBenchmark> All { get; } =
    [
        new("turn.read", "a press that shows the look-ahead of the sample plant, on SQLite", warmUp => ReadAsync(StoreProvider.Sqlite, warmUp)),
        new("turn.read.postgres", "the same on PostgreSQL", warmUp => ReadAsync(StoreProvider.PostgreSql, warmUp)),
        new("turn.record", "a press that records a decision with its audit line, messages and reminders, on SQLite", warmUp => RecordAsync(StoreProvider.Sqlite, warmUp)),
        new("turn.record.postgres", "the same on PostgreSQL", warmUp => RecordAsync(StoreProvider.PostgreSql, warmUp)),
        new("turn.message", "a message into the inbox, on SQLite", warmUp => MessageAsync(StoreProvider.Sqlite, warmUp)),
        new("turn.message.postgres", "the same on PostgreSQL", warmUp => MessageAsync(StoreProvider.PostgreSql, warmUp)),
    ];

    private static async Task<bool> ReadAsync(StoreProvider store, TimeSpan warmUp)
    {
        await using var bot = await BotUnderLoad.StartAsync(store);
        var press = await bot.PressAsync("look-ahead.show", new JsonObject { ["p"] = PlantProfiles.SampleId.Value });
        await using var bare = await BareEndpoint.StartAsync(bot.Teams, Bytes(press));
        return await TurnReport.RunAsync([bot.Again("bot", press), bare.Bare(bot, press), bare.AtOnce(bot, press)], new Bar(1.0, 2.0), warmUp);
    }

    private static async Task<bool> RecordAsync(StoreProvider store, TimeSpan warmUp)
    {
        await using var bot = await BotUnderLoad.StartAsync(store);
        var due = TimeProvider.System.GetUtcNow().AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var press = await bot.PressAsync("decision.record", new JsonObject
        {
            ["p"] = PlantProfiles.SampleId.Value, ["r"] = HttpCaller.Number, ["in_text"] = Decision, ["in_owner"] = bot.Ravi.AadObjectId, ["in_due"] = due, ["k"] = due,
        });
        await using var bare = await BareEndpoint.StartAsync(bot.Teams, Bytes(press));
        return await TurnReport.RunAsync([bot.Again("bot", press), new RecordAlone(bot).Target, bare.Bare(bot, press), bare.AtOnce(bot, press)], new Bar(0.6, null), warmUp);
    }

    private static async Task<bool> MessageAsync(StoreProvider store, TimeSpan warmUp)
    {
        await using var bot = await BotUnderLoad.StartAsync(store);
        var message = await bot.Teams.Client.PostMessageAsync(bot.Lea, "look ahead");
        await using var bare = await BareEndpoint.StartAsync(bot.Teams, []);
        return await TurnReport.RunAsync([bot.Again("bot", message), bare.Bare(bot, message), bare.AtOnce(bot, message)], null, warmUp);
    }

    private static byte[] Bytes(BotAnswer answer) => JsonSerializer.SerializeToUtf8Bytes(answer.Body, AsWritten);
}
