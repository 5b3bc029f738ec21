using System.Text.Json;
using System.Text.Json.Nodes;
using SoeBot.Presses;
using SoeBot.TestKit;
using SoeBot.TestKit.Teams;
using SoeBot.TestKit.Teams.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace SoeBot.JourneyTests.Fuzzing;

/// <summary>
/// Good activities to mutate: Microsoft's samples made out to this bot, a line for each thing that can be typed, every button of every
/// card that came of it, and each documented invoke. All but the samples were posted once as they are.
/// </summary>
internal sealed class Seeds
{
    private static readonly string[] Lines =
    [
        "help", "look ahead", "at risk", "exceptions", "repeats", "numbers", "my", "roles", "@Fay is procurement", "decide: Fay gets a second quote for the castings by Friday",
        "D-1", "D-1 to Mon, supplier slow", "done D-1 quote is in", "not mine D-1", "I take 63216", "63216 red castings not before Friday", "63216 owner @Fay",
        "told customer 63216 new date 14 Jan", "why 63216", "63216", "start", "agenda", "park: new press for line 2", "next", "back", "close", "what is the weather",
    ];

    private static readonly (string Name, string Value)[] Invokes =
    [
        ("application/search", """{"queryText":"63","queryOptions":{"skip":0,"top":15},"dataset":"orders"}"""),
        ("task/fetch", """{"data":{"msteams":{"type":"task/fetch"},"dialog":"decision.new","r":"1"},"context":{"theme":"default"}}"""),
        ("task/submit", """{"data":{"in_text":"a","in_due":"2026-12-01","in_owner":"x"},"context":{"theme":"dark"}}"""),
        ("composeExtension/query", """{"commandId":"findOrder","parameters":[{"name":"q","value":"63"}],"queryOptions":{"skip":0,"count":25}}"""),
        ("composeExtension/query", """{"commandId":"findDecision","parameters":[{"name":"initialRun","value":"true"}],"queryOptions":{"skip":0,"count":25}}"""),
        ("composeExtension/selectItem", """{"r":"63216"}"""),
        ("composeExtension/fetchTask", """{"commandId":"recordDecision","commandContext":"message","messagePayload":{"id":"1","from":{"user":{"id":"x","displayName":"Eva"}},"body":{"contentType":"html","content":"<p>We move it</p>"},"createdDateTime":"2026-11-22T08:26:40Z","linkToMessage":"https://teams.microsoft.com/l/message/1"}}"""),
        ("composeExtension/submitAction", """{"commandId":"recordDecision","commandContext":"message","data":{"in_text":"a","in_due":"2026-12-01","in_owner":"x"},"messagePayload":{"id":"1","body":{"contentType":"text","content":"We move it"}},"botMessagePreviewAction":"send"}"""),
        ("fileConsent/invoke", """{"type":"fileUpload","action":"accept","context":{},"uploadInfo":{"uploadUrl":"https://x.sharepoint.com/u","contentUrl":"https://x.sharepoint.com/c","name":"plan.xlsx","uniqueId":"1","fileType":"xlsx"}}"""),
        ("signin/verifyState", """{"state":"123456"}"""),
        ("signin/tokenExchange", """{"id":"1","connectionName":"c","token":"t"}"""),
        ("message/submitAction", """{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{}"}}"""),
        ("config/fetch", "{}"),
    ];

    private readonly List<JsonObject> _all = [];

    public IReadOnlyList<JsonObject> All => _all;

    /// <summary>Words that mean something somewhere: verbs, names, ids. A mutation puts them where they do not belong.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    public static async Task<Seeds> CollectAsync(BotUnderTest bot, FakePerson person)
    {
        var seeds = new Seeds();
        foreach (var file in Directory.GetFiles(SharedFolder.PathOf("samples", "playground", "activities"), "*.json").Order(StringComparer.Ordinal))
            seeds._all.Add(MadeOut(JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject(), bot.Teams));
        var meeting = bot.Teams.Meeting("Weekly execution", person);
        var places = (FakeConversation[])[bot.Teams.Personal(person), meeting, bot.Teams.Channel("S&OE")];
        foreach (var (at, line) in Lines.Index()) seeds._all.Add((await bot.Teams.Client.PostMessageAsync(person, places[at % 3], line)).Posted);
        foreach (var (name, value) in Invokes) seeds._all.Add((await bot.Teams.Client.InvokeAsync(person, meeting, name, JsonNode.Parse(value)!)).Posted);
        seeds._all.Add((await bot.Teams.Client.MeetingStartAsync(person, meeting)).Posted);
        seeds._all.Add((await bot.Teams.Client.MeetingEndAsync(person, meeting)).Posted);
        await bot.Rows.UntilQuietAsync();
        await seeds.PressEverythingAsync(bot, person, meeting);
        seeds.Words = seeds._all.SelectMany(Strings).Concat(bot.Services.GetRequiredService<PressList>().All.Keys).Concat(Invokes.Select(one => one.Name))
            .Where(word => word.Length is > 0 and < 200).Distinct(StringComparer.Ordinal).ToList();
        return seeds;
    }

    private async Task PressEverythingAsync(BotUnderTest bot, FakePerson person, FakeConversation where)
    {
        var cards = new Queue<JsonObject>(bot.Teams.Messages.Select(message => message.Card).OfType<JsonObject>());
        var pressed = new HashSet<string>(StringComparer.Ordinal);
        while (cards.TryDequeue(out var card))
            foreach (var action in CardReading.Actions(card).Where(one => (string?)one["type"] == "Action.Execute" && pressed.Add((string)one["verb"]!)))
            {
                var sent = (JsonObject)action.DeepClone();
                var content = sent["data"] as JsonObject ?? [];
                foreach (var input in CardReading.Inputs(card)) content[(string)input["id"]!] = (string?)input["value"] ?? Entered(input);
                if (content.Parent is null) sent["data"] = content;
                var answer = await bot.Teams.Client.InvokeAsync(person, where, "adaptiveCard/action", new JsonObject { ["action"] = sent, ["trigger"] = "manual" });
                _all.Add(answer.Posted);
                if (answer.Body?["value"] is JsonObject shown) cards.Enqueue(shown);
            }
    }

    private static string Entered(JsonObject input) => (string?)input["type"] switch
    {
        "Input.Date" => "2026-12-01",
        "Input.Time" => "13:00",
        "Input.Number" => "7",
        "Input.Toggle" => "true",
        "Input.ChoiceSet" => (string?)(input["choices"] as JsonArray)?.FirstOrDefault()?["value"] ?? "",
        _ => "a word",
    };

    /// <summary>As recorded, but for this bot, this tenant and this service: as it stands it would be refused at the door.</summary>
    private static JsonObject MadeOut(JsonObject sample, FakeTeams teams)
    {
        sample["serviceUrl"] = teams.ServiceUrl.AbsoluteUri;
        if (sample["conversation"] is JsonObject conversation) conversation["tenantId"] = teams.TenantId;
        if (sample["channelData"] is JsonObject data) data["tenant"] = new JsonObject { ["id"] = teams.TenantId };
        return sample;
    }

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject some => some.SelectMany(one => Strings(one.Value)),
        JsonArray some => some.SelectMany(Strings),
        JsonValue some when some.GetValueKind() == JsonValueKind.String => [some.GetValue<string>()],
        _ => [],
    };
}
