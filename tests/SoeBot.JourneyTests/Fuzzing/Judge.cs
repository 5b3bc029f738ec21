using System.Text.Json;
using System.Text.Json.Nodes;
using SoeBot.TestKit.Teams.Wire;

namespace SoeBot.JourneyTests.Fuzzing;

/// <summary>What the documented wire allows as an answer to any post at all (protocol notes 1.3 and 4).</summary>
internal static class Judge
{
    private static readonly int[] Fine = [200, 202, 400, 401, 403, 405, 413, 415, 431, 501];

    /// <summary>What is wrong; null when nothing is.</summary>
    public static string? Find(byte[] posted, int status, string? contentType, string answer)
    {
        if (!Fine.Contains(status)) return $"status {status}";
        var (type, name) = Read(posted);
        if (status == 501) return type is null or "invoke" && !IsPress(name) && answer.Length == 0 ? null : "501 for what is no unknown invoke";
        if (status != 200) return status is 202 && type == "invoke" ? "an invoke was put aside" : answer.Length == 0 ? null : $"a refusal with words: {answer}";
        if (answer.Length == 0) return type == "invoke" && IsPress(name) ? "a press without an answer" : null;
        if (contentType != "application/json; charset=utf-8") return $"content type {contentType}";
        return Parse(answer) is { } body ? FindIn(body, type == "invoke" ? name : null) : "an answer that is no JSON object";
    }

    private static string? FindIn(JsonObject body, string? name)
    {
        var findings = (body.Select(one => one.Key).ToList(), name) switch
        {
            (["task"], not "adaptiveCard/action") => Task(body["task"]),
            (["composeExtension"], not "adaptiveCard/action") => Extension(body["composeExtension"]),
            (_, "application/search" or null) when (string?)body["type"] == "application/vnd.microsoft.search.searchResponse" => body["value"]?["results"] is JsonArray ? [] : ["no results"],
            _ => WireCheck.PressAnswer(200, body).ToList(),
        };
        return findings.Count == 0 ? null : string.Join(' ', findings);
    }

    private static List<string> Task(JsonNode? task) => ((string?)task?["type"], task?["value"]) switch
    {
        ("message", JsonValue words) when words.ToString().Length > 0 => [],
        ("continue", JsonObject dialog) when dialog["card"]?["content"] is JsonObject card && dialog["title"] is not null => [.. WireCheck.Card(card)],
        _ => [$"a task of another form: {task?.ToJsonString()}"],
    };

    private static List<string> Extension(JsonNode? extension) => (string?)extension?["type"] switch
    {
        "result" when extension["attachments"] is JsonArray cards => [.. cards.SelectMany(one => one?["content"] is JsonObject card ? WireCheck.Card(card) : ["a result without a card"])],
        "message" when (string?)extension["text"] is { Length: > 0 } => [],
        _ => [$"a message extension's answer of another form: {extension?.ToJsonString()}"],
    };

    private static bool IsPress(string? name) => name == "adaptiveCard/action";

    /// <summary>Type and name as a strict reader sees them; both null where a name stands twice or cannot be read, about which nothing is claimed.</summary>
    private static (string? Type, string? Name) Read(byte[] posted)
    {
        try
        {
            using var document = JsonDocument.Parse(posted);
            var root = document.RootElement;
            var names = root.EnumerateObject().Select(one => one.Name).ToList();
            if (names.Distinct().Count() < names.Count) return (null, null);
            return (root.GetProperty("type").GetString(), root.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return (null, null);
        }
    }

    private static JsonObject? Parse(string answer)
    {
        try { return JsonNode.Parse(answer) as JsonObject; }
        catch (JsonException) { return null; }
    }
}
