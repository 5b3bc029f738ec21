using System.Text.Json;
using System.Text.Json.Nodes;

namespace SoeBot.JourneyTests.Fuzzing;

/// <summary>
/// Data of approval cards as somebody alters it who presses by hand: another request's id, another version, another verb, another person
/// in the data, wrong types, missing, huge. The same number gives the same press.
/// </summary>
/// <param name="verbs">Of the presses that decide.</param>
/// <param name="requests">Number and version of each request there is.</param>
/// <param name="people">Ids that somebody might put there: those who may decide.</param>
internal sealed class AlteredPresses(IReadOnlyList<string> verbs, IReadOnlyList<(int Number, int Version)> requests, IReadOnlyList<string> people)
{
    private static readonly string[] Persons = ["by", "By", "person", "from", "aadObjectId", "userId", "in_owner", "decidedBy", "onBehalfOf"];

    /// <summary>By somebody who may decide nothing: whatever is altered, as good as they can.</summary>
    public (string Verb, JsonNode? Data) OfStranger(Random random)
    {
        var (number, version) = requests[random.Next(requests.Count)];
        var data = Card(number, version);
        for (var change = random.Next(1, 4); change > 0; change--)
            switch (random.Next(7))
            {
                case 0: data["r"] = requests[random.Next(requests.Count)].Number; break;
                case 1: data["v"] = version + random.Next(-3, 4); break;
                case 2: data[Persons[random.Next(Persons.Length)]] = people[random.Next(people.Count)]; break;
                case 3: (data["standing"], data["role"], data["isManager"], data["MayApproveOwn"]) = (new JsonObject { ["IsManager"] = true }, "PlantManager", true, true); break;
                case 4: data.Remove(random.Next(2) == 0 ? "r" : "v"); break;
                case 5: data[Field(random)] = Odd(random); break;
                default: data["p"] = random.Next(2) == 0 ? "elsewhere" : Odd(random); break;
            }
        return (verbs[random.Next(verbs.Count)], random.Next(40) == 0 ? Odd(random) : data);
    }

    /// <summary>By somebody who may decide, with data that names no request or no state that they were shown.</summary>
    public (string Verb, JsonNode? Data) OfDecider(Random random)
    {
        var (number, version) = requests[random.Next(requests.Count)];
        var data = Card(number, version);
        if (random.Next(2) == 0) data["r"] = random.Next(4) == 0 ? null : OddNumber(random, taken: one => requests.Any(request => request.Number == one));
        else if (random.Next(4) == 0) data.Remove("v");
        else data["v"] = OddNumber(random, taken: one => one == version);
        return (random.Next(3) switch { 0 => "change.reject", 1 => "change.approve-if", _ => "change.approve" }, data);
    }

    private static JsonObject Card(int number, int version) => new()
    {
        ["p"] = "works", ["r"] = number, ["v"] = version, ["in_why"] = "x", ["in_condition"] = "x", ["in_question"] = "x", ["in_answer"] = "x", ["in_reason"] = "LineStop", ["in_text"] = "x",
    };

    private static string Field(Random random) => ((string[])["p", "r", "v", "in_why", "in_condition", "in_line", "in_reason"])[random.Next(7)];

    private static JsonNode? OddNumber(Random random, Func<int, bool> taken)
    {
        while (true)
        {
            var odd = random.Next(3) == 0 ? JsonValue.Create(random.Next(-5, 100_000)) : Odd(random);
            if (!(odd is JsonValue value && int.TryParse(value.ToString().Trim(), out var number) && taken(number))) return odd;
        }
    }

    /// <summary>One of the hostile values that is JSON as it stands; huge ones among them.</summary>
    private static JsonNode? Odd(Random random)
    {
        while (true)
            try
            {
                var odd = JsonNode.Parse(Hostile.Value(random), documentOptions: new() { MaxDepth = 60 });
                _ = odd?.ToJsonString();
                return odd;
            }
            catch (Exception unsound) when (unsound is JsonException or InvalidOperationException or ArgumentException)
            {
                // Half a letter or too deep: the barrage of bytes has those.
            }
    }
}
