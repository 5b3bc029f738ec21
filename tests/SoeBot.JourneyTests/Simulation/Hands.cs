using System.Globalization;
using System.Text.Json.Nodes;
using SoeBot.TestKit.Teams;
using SoeBot.TestKit.Teams.Wire;

namespace SoeBot.JourneyTests.Simulation;

/// <summary>How people write and press: by what stands on the card, and again when nobody answered.</summary>
internal static class Hands
{
    private static readonly string[] Words = ["the supplier answers on Monday only", "quote is in", "line 2 is down", "<b>urgent</b> *now* [x](http://x)", "done by night shift", "Ökostrom & co"];

    public static async Task WriteAsync(this PlantYear year, FakePerson who, FakeConversation where, string text)
    {
        year.Say($"{who} in {where.Name}: {text}");
        var answer = await year.Teams.Client.PostMessageAsync(who, where, text);
        year.Posted.Add(answer);
        Again(year, answer, 0);
    }

    /// <summary>Whether somebody answered in the end is the caller's to look at; the card stays where it is.</summary>
    public static async Task<PressResult?> PressAsync(this PlantYear year, FakePerson who, FakeMessage message, JsonObject action, FakePerson? asSeenBy = null)
    {
        var card = message.CardFor(asSeenBy ?? who)!;
        try
        {
            var filled = Fill(year, card, action);
            year.Say($"{who} presses {action["title"]} ({action["verb"]}) {filled.ToJsonString()} on {message.Summary}");
            var result = await year.Teams.Client.PressActionAsync(who, message, action, filled);
            year.Say($"  {result.Status} {result.Line ?? (string?)result.Card?["body"]?[0]?["text"]}");
            if (result.Status == 0 && year.Happens(0.5)) result = await year.Teams.Client.PressActionAsync(who, message, action, filled);
            if (result.Card is not null) year.Show(who, message);
            if (result.Status == 500 || result.ErrorCode?.StartsWith("Error-", StringComparison.Ordinal) == true) year.Say($"  broken press: {result.PlainText}");
            return result;
        }
        catch (InvalidOperationException missing) when (missing.Message.StartsWith("The client asks for", StringComparison.Ordinal) || missing.Message.StartsWith("The card has no input", StringComparison.Ordinal))
        {
            year.Say($"  {who} gave up: {missing.Message}");
            return null;
        }
    }

    /// <summary>The buttons that this person sees on it, by verb.</summary>
    public static IEnumerable<JsonObject> ButtonsFor(this FakeMessage message, FakePerson who) =>
        message.CardFor(who) is { } card ? CardReading.Actions(card).Where(one => one["verb"] is not null) : [];

    public static string Verb(this JsonObject action) => (string)action["verb"]!;

    private static JsonObject Fill(PlantYear year, JsonObject card, JsonObject action)
    {
        var filled = new JsonObject();
        foreach (var input in CardReading.InputsFor(card, action))
        {
            var id = (string)input["id"]!;
            if (input["value"] is { } value && value.ToString().Length > 0 && year.Happens(0.6)) continue;
            switch ((string?)input["type"])
            {
                case "Input.Date":
                    filled[id] = year.Today.AddDays(year.Happens(0.03) ? -1 : year.Chance.Next(0, 15)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                    break;
                case "Input.Text":
                    filled[id] = $"{year.Pick(Words)} {year.Chance.Next(1000)}";
                    break;
                case "Input.ChoiceSet" when input["choices"] is JsonArray { Count: > 0 } choices:
                    filled[id] = (string)choices[year.Chance.Next(choices.Count)]!["value"]!;
                    break;
                case "Input.Toggle":
                    filled[id] = year.Happens(0.5) ? "true" : "false";
                    break;
            }
        }
        return filled;
    }

    /// <summary>Teams delivers again what nobody answered, and now and then what was answered.</summary>
    private static void Again(PlantYear year, BotAnswer answer, int times)
    {
        var unheard = !answer.IsAccepted;
        if (!unheard && !year.Happens(0.04)) return;
        if (unheard && times > 8) return;
        var wait = TimeSpan.FromSeconds(unheard ? 5 * Math.Pow(3, times) : year.Chance.Next(1, 7200));
        year.Plan(wait, "Teams delivers again", async () =>
        {
            var next = await year.Teams.Client.DeliverAgainAsync(answer);
            if (unheard) year.Posted.Add(next);
            if (unheard) Again(year, next, times + 1);
        });
    }
}
