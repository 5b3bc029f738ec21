using System.Text.Json.Nodes;
using SoeBot.Domain.People;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>One card in the meeting's chat: its owner, the chair and everybody else see what is theirs to do, and looking at it changes nothing.</summary>
public sealed class When_everybody_looks_at_one_decision
{
    private const string Verb = "decision.fresh";

    [Fact]
    public async Task Each_sees_their_own_buttons_and_nothing_is_written_by_looking()
    {
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, new(2026, 11, 25, 13, 0, 0));
        var lea = await bot.PersonAsync("Lea", Role.Lead);
        var ravi = await bot.PersonAsync("Ravi", Role.Procurement);
        var petra = await bot.PersonAsync("Petra", Role.Planning);
        var meeting = bot.Teams.Meeting("Weekly execution", lea, ravi, petra);
        await bot.Teams.Client.PostMessageAsync(lea, meeting, "start");
        await bot.WaitAsync(meeting, "Step 1");
        await bot.Teams.Client.PostMessageAsync(petra, meeting, "decide: Ravi gets a second quote for the castings by Friday");
        var form = await bot.WaitAsync(meeting, "Record this decision?");
        Assert.Null(form.Card!["refresh"]);
        await bot.Teams.Client.PressButtonAsync(petra, form, "Record");
        var card = await bot.WaitAsync(meeting, "D-1 recorded");

        // Who has no fresh view, an older client too, can still answer.
        Assert.Equal(["Take it", "Not me", "Other date"], card.Buttons);
        Assert.Equal([ravi.Mri, petra.Mri, lea.Mri], card.Card!["refresh"]!["userIds"]!.AsArray().Select(id => (string)id!));

        // What is due at that hour happens before.
        await bot.MoveToAsync(new(2026, 11, 25, 13, 5, 0));
        var before = await StateAsync(bot);
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(["Take it", "Not me", "Other date", "Escalate"], (await bot.Teams.Client.RefreshAsync(ravi, card)).Buttons);
            Assert.Equal(["Escalate", "Correct", "Drop"], (await bot.Teams.Client.RefreshAsync(lea, card)).Buttons);
            Assert.Empty((await bot.Teams.Client.RefreshAsync(petra, card)).Buttons);
        }
        Assert.NotNull(card.CardFor(ravi)!["refresh"]);
        foreach (var person in (FakePerson[])[bot.Teams.Person("Stranger"), Guest(bot)])
            Assert.Contains("not to be found", await FreshAsync(bot, person, meeting, "works", 1), StringComparison.Ordinal);
        foreach (var (plant, number) in ((string, JsonNode)[])[("works", 99), ("elsewhere", 1), ("works", "x"), ("", 1)])
            Assert.Contains("not to be found", await FreshAsync(bot, ravi, meeting, plant, number), StringComparison.Ordinal);
        await bot.SettleAsync();
        Assert.Equal(before, await StateAsync(bot));

        // The view is used, and an old one shows today's state.
        var old = card.CardFor(lea)!["refresh"]!["action"]!.DeepClone();
        await bot.Teams.Client.RefreshAsync(ravi, card);
        Assert.Equal(["Done", "Not me", "Other date", "Escalate"], (await bot.Teams.Client.PressButtonAsync(ravi, card, "Take it")).Buttons);
        await bot.WaitAsync(meeting, "D-1: Ravi does it");
        var fresh = await bot.Teams.Client.InvokeAsync(lea, meeting, "adaptiveCard/action", new JsonObject { ["action"] = old, ["trigger"] = "automatic" });
        Assert.Contains("Ravi does it", fresh.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chair_corrects_while_the_meeting_lasts_and_drops_with_a_reason()
    {
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, new(2026, 11, 25, 13, 0, 0));
        var lea = await bot.PersonAsync("Lea", Role.Lead);
        var ravi = await bot.PersonAsync("Ravi", Role.Procurement);
        var meeting = bot.Teams.Meeting("Weekly execution", lea, ravi);
        await bot.Teams.Client.PostMessageAsync(lea, meeting, "start");
        await bot.WaitAsync(meeting, "Step 1");
        await bot.Teams.Client.PostMessageAsync(lea, meeting, "decide: Ravi gets a quote by Friday");
        await bot.Teams.Client.PressButtonAsync(lea, await bot.WaitAsync(meeting, "Record this decision?"), "Record");
        var card = await bot.WaitAsync(meeting, "D-1 recorded");

        // A button that is not shown is no protection.
        var forged = await bot.Teams.Client.InvokeAsync(ravi, meeting, "adaptiveCard/action", Press("decision.drop", new() { ["in_why"] = "too much work" }));
        Assert.Contains("Only the chair of the meeting or Lea", forged.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Only the chair", (await bot.Teams.Client.InvokeAsync(ravi, meeting, "adaptiveCard/action", Press("decision.correct-form", []))).Body!.ToJsonString(), StringComparison.Ordinal);

        await bot.Teams.Client.RefreshAsync(lea, card);
        await bot.Teams.Client.PressButtonAsync(lea, card, "Correct");
        await bot.Teams.Client.PressButtonAsync(lea, await bot.WaitAsync(meeting, "D-1: what was decided?"), "Save", new { in_text = "Get two quotes" });
        Assert.Contains("it read: Get a quote", (await bot.WaitAsync(meeting, "Get two quotes")).PlainText, StringComparison.Ordinal);

        await bot.Teams.Client.PostMessageAsync(lea, meeting, "close");
        await bot.WaitAsync(meeting, "Minutes: 1 decision");
        Assert.Equal(["Escalate", "Drop"], (await bot.Teams.Client.RefreshAsync(lea, card)).Buttons);
        Assert.Contains("is over, so its words stand", (await bot.Teams.Client.InvokeAsync(lea, meeting, "adaptiveCard/action", Press("decision.correct", new() { ["in_text"] = "Get three" }))).Body!.ToJsonString(), StringComparison.Ordinal);

        await bot.Teams.Client.PressButtonAsync(lea, card, "Drop");
        await bot.Teams.Client.PressButtonAsync(lea, await bot.WaitAsync(meeting, "why is it dropped?"), "Drop it", new { in_why = "customer cancelled" });
        var dropped = await bot.WaitAsync(meeting, "D-1 was dropped");
        Assert.Contains("customer cancelled", dropped.PlainText, StringComparison.Ordinal);
        Assert.Null(dropped.Card!["refresh"]);
    }

    private static FakePerson Guest(BotUnderTest bot)
    {
        var guest = bot.Teams.Person("Guest");
        guest.IsAnonymous = true;
        return guest;
    }

    private static JsonObject Press(string verb, JsonObject inputs)
    {
        (inputs["p"], inputs["r"]) = ("works", 1);
        return new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = inputs }, ["trigger"] = "manual" };
    }

    private static async Task<string> FreshAsync(BotUnderTest bot, FakePerson who, FakeConversation where, string plant, JsonNode number)
    {
        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = Verb, ["data"] = new JsonObject { ["p"] = plant, ["r"] = number.DeepClone() } };
        return (await bot.Teams.Client.InvokeAsync(who, where, "adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = "automatic" })).Body!.ToJsonString();
    }

    /// <summary>All rows of all tables but those that the clock moves, and all that was asked of Teams.</summary>
    private static async Task<string> StateAsync(BotUnderTest bot)
    {
        var state = new List<string> { $"requests {bot.Teams.Requests.Count}" };
        foreach (var table in await bot.Rows.TextAsync("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN ('occurrences', 'outbox_leases', 'derive_marks') ORDER BY name"))
        {
            var columns = await bot.Rows.TextAsync($"SELECT group_concat('coalesce(\"' || name || '\", '''')', ' || ''|'' || ') FROM pragma_table_info('{table}')");
            state.AddRange((await bot.Rows.TextAsync($"SELECT {columns[0]} FROM {table}")).Select(row => $"{table}: {row}").Order(StringComparer.Ordinal));
        }
        return string.Join('\n', state);
    }
}
