using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using SoeBot.TestKit.Teams.Wire;

namespace SoeBot.TestKit.Teams;

/// <summary>One line of the result list, and the card that choosing it puts into the message.</summary>
public sealed record FakeResult(string Title, string Text, JsonObject Card)
{
    public string PlainText => CardReading.PlainText(Card);
}

/// <summary>What a searching person sees.</summary>
/// <param name="Message">A sentence in place of results.</param>
public sealed record FakeResults(BotAnswer Answer, string? Message, IReadOnlyList<FakeResult> Results);

/// <summary>What stands on the screen after a dialog was opened or submitted.</summary>
/// <param name="Card">Null: the dialog is over.</param>
/// <param name="Message">Its last line.</param>
public sealed record FakeDialog(BotAnswer Answer, FakePerson Who, FakeConversation Where, string Command, JsonObject? About, string? Title, JsonObject? Card, string? Message)
{
    public string PlainText => Card is null ? Message ?? "" : CardReading.PlainText(Card);

    /// <summary>What stands in a field as the dialog shows it.</summary>
    public string? ValueOf(string input) => (string?)CardReading.Inputs(Card!).First(one => (string?)one["id"] == input)["value"];
}

/// <summary>The app's message extension and the fields that search, as people use them in any chat, also where the bot is not (protocol notes 4.5, 4.6).</summary>
public sealed class FakeExtension
{
    private readonly FakeClient _client;
    private readonly TenantState _state;
    private readonly ConcurrentQueue<JsonObject> _shown = [];

    internal FakeExtension(FakeClient client, TenantState state) => (_client, _state) = (client, state);

    /// <summary>Every card of a result or a dialog, in order.</summary>
    public IReadOnlyCollection<JsonObject> Shown => _shown;

    /// <param name="who">Anybody; what they may see is the bot's to say.</param>
    /// <param name="where">The bot need not be there.</param>
    /// <param name="command">As in the manifest.</param>
    /// <param name="typed">Null: the list was opened only.</param>
    /// <param name="skip">Results seen already.</param>
    /// <param name="count">Results wanted.</param>
    public async Task<FakeResults> SearchAsync(FakePerson who, FakeConversation where, string command, string? typed = null, int skip = 0, int count = 25)
    {
        var parameter = typed is null ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" } : new JsonObject { ["name"] = "q", ["value"] = typed };
        var answer = await _client.InvokeAsync(who, where, "composeExtension/query", new JsonObject
        {
            ["commandId"] = command,
            ["parameters"] = new JsonArray(parameter),
            ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
        });
        Note(ExtensionCheck.Results(answer.Status, answer.Body));
        var body = answer.Body?["composeExtension"];
        List<FakeResult> results = [.. (body?["attachments"] as JsonArray ?? []).Select(one => new FakeResult(
            (string)one!["preview"]!["content"]!["title"]!, (string?)one["preview"]!["content"]!["text"] ?? "", (JsonObject)one["content"]!))];
        results.ForEach(result => _shown.Enqueue(result.Card));
        return new FakeResults(answer, (string?)body?["text"], results);
    }

    /// <summary>Somebody chooses the action in the menu of another person's message.</summary>
    public async Task<FakeDialog> OpenOnMessageAsync(FakePerson who, FakeConversation where, string command, FakePerson author, string html)
    {
        var about = new JsonObject
        {
            ["id"] = _state.NextId(),
            ["replyToId"] = null,
            ["createdDateTime"] = _state.Clock.GetUtcNow().ToString("O"),
            ["deleted"] = false,
            ["importance"] = "normal",
            ["locale"] = "en-us",
            ["linkToMessage"] = "https://teams.microsoft.com/l/message/fake",
            ["from"] = new JsonObject
            {
                ["device"] = null,
                ["user"] = new JsonObject { ["userIdentityType"] = "aadUser", ["id"] = author.AadObjectId, ["displayName"] = author.Name },
                ["application"] = null,
            },
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html },
            ["attachments"] = new JsonArray(),
            ["mentions"] = new JsonArray(),
        };
        return await DialogAsync(who, where, "composeExtension/fetchTask", command, about, null);
    }

    /// <summary>Presses a button of the dialog.</summary>
    /// <param name="dialog">As it stands on the screen.</param>
    /// <param name="button">Its title.</param>
    /// <param name="inputs">What was entered, by input id; the rest keeps the card's values.</param>
    public async Task<FakeDialog> SubmitAsync(FakeDialog dialog, string button, object? inputs = null)
    {
        var card = dialog.Card ?? throw new InvalidOperationException($"The dialog is over: {dialog.Message}");
        var action = CardReading.FindAction(card, button);
        var entered = inputs is null ? [] : JsonSerializer.SerializeToNode(inputs)!.AsObject();
        var sent = CardInputs.Merge(card, action, entered)["data"]?.DeepClone() ?? new JsonObject();
        return await DialogAsync(dialog.Who, dialog.Where, "composeExtension/submitAction", dialog.Command, dialog.About, sent);
    }

    /// <summary>Somebody types into a field whose choices the bot looks up.</summary>
    public async Task<IReadOnlyList<(string Title, string Value)>> TypeAsync(FakePerson who, FakeConversation where, string dataset, string typed)
    {
        var answer = await _client.InvokeAsync(who, where, "application/search", new JsonObject
        {
            ["kind"] = "search",
            ["queryText"] = typed,
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["top"] = 15 },
            ["dataset"] = dataset,
        });
        Note(ExtensionCheck.Choices(answer.Status, answer.Body));
        return [.. (answer.Body?["value"]?["results"] as JsonArray ?? []).Select(one => ((string)one!["title"]!, (string)one["value"]!))];
    }

    private async Task<FakeDialog> DialogAsync(FakePerson who, FakeConversation where, string name, string command, JsonObject? about, JsonNode? sent)
    {
        var value = new JsonObject { ["commandId"] = command, ["commandContext"] = "message", ["messagePayload"] = about?.DeepClone(), ["context"] = new JsonObject { ["theme"] = "default" } };
        if (sent is not null)
        {
            value["data"] = sent;
        }

        var answer = await _client.InvokeAsync(who, where, name, value);
        Note(ExtensionCheck.Dialog(answer.Status, answer.Body));
        var task = answer.Body?["task"];
        var card = (task?["value"] as JsonObject)?["card"]?["content"] as JsonObject;
        if (card is not null)
        {
            _shown.Enqueue(card);
        }

        return new FakeDialog(
            answer, who, where, command, about,
            (string?)(task?["value"] as JsonObject)?["title"],
            card,
            task?["value"] is JsonValue line ? (string?)line : null);
    }

    private void Note(IEnumerable<string> findings)
    {
        var all = findings.ToList();
        _state.Change(state => state.Violations.AddRange(all));
    }
}
