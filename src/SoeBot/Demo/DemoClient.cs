using System.Globalization;
using System.Text.Json.Nodes;

namespace SoeBot.Demo;

/// <summary>What people do, posted to the bot as Teams posts it.</summary>
internal sealed class DemoClient(Uri bot, string serviceUrl) : IDisposable
{
    private const string Bot = "28:soebot", BotName = "SoeBot";
    private readonly HttpClient _http = new();
    private int _last;

    public Task InstallAsync(DemoPerson by, DemoPlace where, CancellationToken ct)
    {
        var activity = Envelope("conversationUpdate", by, where, where.Id);
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Bot });
        return PostAsync(activity, ct);
    }

    public Task TypeAsync(DemoPerson who, DemoPlace where, string line, CancellationToken ct)
    {
        // A line at the top of a channel opens a thread; outside a person's own chat the bot hears only what mentions it.
        var activity = Envelope("message", who, where, where.Id);
        activity["text"] = where.Kind == DemoPlaceKind.Personal ? line : $"<at>{BotName}</at> {line}";
        if (where.Kind != DemoPlaceKind.Personal)
            activity["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention", ["text"] = $"<at>{BotName}</at>", ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = BotName },
            });
        return PostAsync(activity, ct);
    }

    /// <returns>The answer's type and value.</returns>
    public async Task<JsonObject> PressAsync(DemoPerson who, DemoPost post, string title, IReadOnlyDictionary<string, string> entered, CancellationToken ct)
    {
        var action = WireCards.Buttons(post.Card).FirstOrDefault(one => (string?)one["title"] == title)
            ?? throw new TimeoutException($"The card \"{post.Title}\" has no button [{title}].");
        var content = action["data"]?.DeepClone() as JsonObject ?? [];
        if ((string?)action["associatedInputs"] != "none")
            foreach (var input in WireCards.Inputs(post.Card))
                if ((string)input["id"]! is var id && (entered.GetValueOrDefault(id) ?? input["value"]?.ToString()) is { Length: > 0 } value) content[id] = value;
        var activity = Envelope("invoke", who, post.Place, post.Conversation);
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = post.Id;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = action["verb"]?.DeepClone(), ["data"] = content }, ["trigger"] = "manual",
        };
        using var answer = await PostAsync(activity, ct);
        return await answer.Content.ReadFromJsonAsync<JsonObject>(ct) ?? [];
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(JsonObject activity, CancellationToken ct)
    {
        var answer = await _http.PostAsJsonAsync(bot, activity, ct);
        return answer.IsSuccessStatusCode ? answer : throw new TimeoutException($"The bot refused: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}");
    }

    private JsonObject Envelope(string type, DemoPerson who, DemoPlace where, string conversation)
    {
        var channel = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TeamsStandIn.Tenant } };
        if (where.Kind == DemoPlaceKind.Channel)
        {
            channel["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2" };
            channel["channel"] = new JsonObject { ["id"] = where.Id, ["name"] = "S&OE" };
        }
        if (where.Kind == DemoPlaceKind.Meeting) channel["meeting"] = new JsonObject { ["id"] = "MCMx" };
        return new JsonObject
        {
            ["type"] = type, ["id"] = string.Create(CultureInfo.InvariantCulture, $"f:{++_last}"), ["channelId"] = "msteams", ["serviceUrl"] = serviceUrl, ["locale"] = "en-GB",
            ["localTimezone"] = "Europe/Berlin",
            ["from"] = new JsonObject { ["id"] = who.Mri, ["name"] = who.Name, ["aadObjectId"] = who.ObjectId },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = BotName },
            ["conversation"] = new JsonObject
            {
                ["id"] = conversation, ["tenantId"] = TeamsStandIn.Tenant, ["isGroup"] = where.Kind != DemoPlaceKind.Personal,
                ["conversationType"] = where.Kind switch { DemoPlaceKind.Personal => "personal", DemoPlaceKind.Channel => "channel", DemoPlaceKind.Meeting => "groupChat" },
            },
            ["channelData"] = channel,
        };
    }
}
