using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SoeBot.JourneyTests.Fuzzing;

/// <summary>Makes of a good activity one that a stranger, another client or a bad line might send: first its meaning, then its bytes.</summary>
internal static class Mutation
{
    private const string RawMark = "@raw";
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(JsonObject seed, IReadOnlyList<string> words, Random random)
    {
        var body = (JsonObject)seed.DeepClone();
        // Otherwise nearly all would be repeats of the seed.
        if (random.Next(10) > 0) body["id"] = random.NextInt64().ToString(CultureInfo.InvariantCulture);
        var raw = new List<string>();
        for (var change = random.Next(0, 4); change > 0; change--) Change(body, words, raw, random);
        var text = new StringBuilder(body.ToJsonString(Relaxed));
        foreach (var (at, value) in raw.Index()) text.Replace($"\"{RawMark}{at}\"", value);
        if (random.Next(20) == 0) Double(text, random);
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return random.Next(6) == 0 ? Break(bytes, random) : bytes;
    }

    private static void Change(JsonObject body, IReadOnlyList<string> words, List<string> raw, Random random)
    {
        var places = Places(body).ToList();
        if (places.Count == 0) return;
        var (parent, key) = places[random.Next(places.Count)];
        switch (random.Next(6))
        {
            case 0:
                Remove(parent, key);
                break;
            case 1:
                Set(parent, key, JsonValue.Create(words[random.Next(words.Count)]));
                break;
            case 2 when parent is JsonObject some && key is string name:
                var moved = some[name]?.DeepClone();
                some.Remove(name);
                some[Renamed(name, random)] = moved;
                break;
            case 3:
                var (other, otherKey) = places[random.Next(places.Count)];
                Set(parent, key, Get(other, otherKey)?.DeepClone());
                break;
            default:
                Set(parent, key, JsonValue.Create($"{RawMark}{raw.Count}"));
                raw.Add(Hostile.Value(random));
                break;
        }
    }

    private static string Renamed(string name, Random random) => random.Next(4) switch
    {
        0 => name.ToUpperInvariant(),
        1 => name + " ",
        2 => char.ToUpperInvariant(name[0]) + name[1..],
        _ => "x" + name,
    };

    /// <summary>A property stands twice, the second with something else in it.</summary>
    private static void Double(StringBuilder text, Random random)
    {
        string[] names = ["type", "id", "name", "value", "serviceUrl", "conversation", "from", "channelData", "channelId"];
        text.Insert(random.Next(2) == 0 ? 1 : text.Length - 1, random.Next(2) == 0 ? "" : " ");
        if (text[0] == '{' && text.Length > 2) text.Insert(1, $"\"{names[random.Next(names.Length)]}\":{Hostile.Value(random)},");
    }

    private static byte[] Break(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        switch (random.Next(7))
        {
            case 0: return bytes[..at];
            case 1: return [.. Encoding.UTF8.Preamble, .. bytes];
            case 2: return Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes));
            case 3: return [.. bytes, .. bytes];
            case 4: return Encoding.UTF8.GetBytes(new string(random.Next(2) == 0 ? '[' : '{', random.Next(1, 100_000)));
            case 5:
                // Half a letter, or a byte that begins none.
                return [.. bytes[..at], (byte)random.Next(128, 256), .. bytes[at..]];
            default:
                for (var change = random.Next(1, 6); change > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
        }
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node) => node switch
    {
        JsonObject some => some.SelectMany(one => Places(one.Value).Prepend((some, one.Key))),
        JsonArray some => some.Index().SelectMany(one => Places(one.Item).Prepend((some, one.Index))),
        _ => [],
    };

    private static JsonNode? Get(JsonNode parent, object key) => parent switch
    {
        JsonObject some => some[(string)key],
        JsonArray list when (int)key < list.Count => list[(int)key],
        _ => null,
    };

    private static void Set(JsonNode parent, object key, JsonNode? value)
    {
        if (parent is JsonObject some) some[(string)key] = value;
        else if (parent is JsonArray list && (int)key < list.Count) list[(int)key] = value;
    }

    private static void Remove(JsonNode parent, object key)
    {
        if (parent is JsonObject some) some.Remove((string)key);
        else if (parent is JsonArray list && (int)key < list.Count) list.RemoveAt((int)key);
    }
}
