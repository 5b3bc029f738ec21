using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using SoeBot.JourneyTests.Fuzzing;
using SoeBot.JourneyTests.Otherwise;
using SoeBot.TestKit.Teams;
using SoeBot.TestKit.Teams.Wire;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>
/// Presses with altered data, over HTTP: refused in words, audited, and the store as it was, row by row. SOEBOT_PRESSES says how many,
/// SOEBOT_SEED which.
/// </summary>
public sealed class When_card_data_is_altered
{
    private static readonly string[] Deciding =
    [
        "change.approve", "change.approve-if", "change.reject", "change.give", "change.take-back", "change.agree", "change.object", "change.not-concerned", "change.ask",
        "change.answer", "change.send", "change.withdraw", "violation.mistake",
    ];

    /// <summary>What every press leaves behind, refused or not: that it came, what it was answered, and that its sender was seen.</summary>
    private static readonly string[] LeftOut = ["audit", "invoke_answers", "posted_cards", "inbox", "people", "conversations", "plant_conversations", "outbox_leases", "derive_marks"];

    [Fact]
    public async Task Every_altered_press_is_refused_audited_and_changes_nothing()
    {
        var count = Sizes.Of("SOEBOT_PRESSES", 300);
        var seed = Sizes.Of("SOEBOT_SEED", Random.Shared.Next());
        await using var plant = await ChangingPlant.OpenAsync();
        var bot = plant.Bot;
        await plant.AskAsync(plant.Sam, $"move {plant.LineDue(11, 26)} to Fri 27 Nov");
        await plant.AskAsync(plant.Sam, $"move {plant.LineDue(12, 2)} to Thu 3 Dec", "C-2");
        await plant.People.TypeAsync(plant.Sam, $"move {plant.LineDue(11, 26, 1)} to Fri 27 Nov", "C-3");
        await bot.WaitAsync(plant.Sam, "C-3 is not sent yet");
        // Omar has a role and decides nothing; Nora has none.
        var nora = await bot.PersonAsync("Nora");
        // What is due that morning happens before, and nothing more does for hours.
        await plant.People.MoveToAsync(23, 9, 5);
        await bot.Rows.UntilQuietAsync();
        var requests = (await bot.Rows.ReadAsync("SELECT number, version FROM changes ORDER BY number", row => (row.GetInt32(0), row.GetInt32(1)))).ToList();
        var altered = new AlteredPresses(Deciding, requests, [plant.People.Miguel.AadObjectId, plant.Dana.Mri, ChangingPlant.KeyOf(plant.People.Petra).ToString(), "*"]);
        var (before, audited) = (await DumpAsync(bot), await AuditedAsync(bot));
        bot.Teams.AllowsViolations = true;
        var faults = new ConcurrentQueue<string>();
        var pressed = new ConcurrentDictionary<string, ConcurrentQueue<string>>();

        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, async (number, stop) =>
        {
            var random = new Random(unchecked((seed * 1_000_003) + number));
            var by = (number % 4) switch { 0 => plant.People.Miguel, 1 => nora, _ => plant.People.Omar };
            var (verb, data) = by == plant.People.Miguel ? altered.OfDecider(random) : altered.OfStranger(random);
            var answer = await bot.Teams.Client.InvokeAsync(by, bot.Teams.Personal(by), "adaptiveCard/action", new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data?.DeepClone() }, ["trigger"] = "manual",
            }, stop);
            // Too large for any card: it was not even read.
            if (answer.Status == 413) return;
            pressed.GetOrAdd($"{ChangingPlant.KeyOf(by)} {verb}", _ => []).Enqueue($"{Short(data?.ToJsonString() ?? "null")} -> {Short(answer.Body?.ToJsonString() ?? "")}");
            if (Fault(answer) is { } fault) faults.Enqueue($"No. {number} by {by.Name}, {verb} {Short(data?.ToJsonString() ?? "null")}: {fault} -> {answer.Status} {Short(answer.Body?.ToJsonString() ?? "")}");
        });
        await bot.SettleAsync();

        Assert.True(faults.IsEmpty, $"Seed {seed}:\n{string.Join("\n", faults.Take(20))}");
        var after = await DumpAsync(bot);
        foreach (var (table, rows) in before) Assert.True(rows == after[table], $"Seed {seed}: {table} was\n{Short(rows)}\nand is\n{Short(after[table])}");
        var tried = await AuditedAsync(bot);
        foreach (var (what, presses) in pressed)
            Assert.True(tried.GetValueOrDefault(what) - audited.GetValueOrDefault(what) == presses.Count,
                $"Seed {seed}: {tried.GetValueOrDefault(what) - audited.GetValueOrDefault(what)} of {presses.Count} refusals of {what} were audited:\n{string.Join("\n", presses)}");
        Assert.True(pressed.Values.Sum(one => one.Count) > count * 9 / 10, "Most were stopped at the door: the test proves little.");

        // The right press on the right card still decides.
        await bot.Teams.Client.PressButtonAsync(plant.People.Miguel, await plant.CardOfAsync(plant.People.Miguel, "C-1: Miguel, your decision until"), "Approve");
        Assert.Equal(["Approved"], await plant.StateAsync());
    }

    /// <summary>Words that a person can read, and nothing of what is inside.</summary>
    private static string? Fault(BotAnswer answer)
    {
        if (answer.Status != 200 || answer.Body is not { } body) return "no answer";
        if (WireCheck.PressAnswer(200, body).ToList() is { Count: > 0 } wrong) return string.Join(' ', wrong);
        var words = (string?)body["type"] == "application/vnd.microsoft.card.adaptive" ? CardReading.PlainText((JsonObject)body["value"]!) : body["value"] is JsonValue line ? line.ToString() : (string?)body["value"]?["message"] ?? "";
        if (words.Length < 10) return "hardly a word";
        return words.Contains("Exception", StringComparison.Ordinal) || words.Contains("   at ", StringComparison.Ordinal) || words.Contains("change.", StringComparison.Ordinal) ? "words of the inside" : null;
    }

    private static async Task<Dictionary<string, string>> DumpAsync(BotUnderTest bot)
    {
        var dump = new Dictionary<string, string>();
        foreach (var table in await bot.Rows.TextAsync("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'plan_%' AND name NOT LIKE 'hangfire%' ORDER BY name"))
            if (!LeftOut.Contains(table))
                dump[table] = string.Join('\n', await bot.Rows.ReadAsync($"SELECT * FROM \"{table}\"{(table == "occurrences" ? " WHERE kind LIKE 'change-%'" : "")}", row =>
                {
                    var text = new StringBuilder();
                    for (var at = 0; at < row.FieldCount; at++) text.Append(row.GetValue(at)).Append('|');
                    return text.ToString();
                }));
        Assert.True(dump.ContainsKey("changes") && dump.ContainsKey("outbox") && dump.ContainsKey("roles") && dump.ContainsKey("occurrences"), string.Join(", ", dump.Keys));
        return dump;
    }

    /// <summary>Refusals by person and verb.</summary>
    private static async Task<Dictionary<string, int>> AuditedAsync(BotUnderTest bot) =>
        (await bot.Rows.ReadAsync("SELECT \"by\" || ' ' || what, count(*) FROM audit WHERE detail LIKE 'refused: %' GROUP BY 1", row => (row.GetString(0), row.GetInt32(1)))).ToDictionary();

    private static string Short(string text) => text.Length > 400 ? text[..400] : text;
}
