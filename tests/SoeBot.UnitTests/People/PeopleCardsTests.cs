using System.Text.Json.Nodes;
using SoeBot.Teams.Cards;
using SoeBot.UnitTests.Slices;
using SoeBot.UnitTests.Teams;
using Xunit;

namespace SoeBot.UnitTests.People;

public sealed class PeopleCardsTests
{
    public static TheoryData<string> Names => [.. PeopleCards.ByName.Keys];

    public static TheoryData<string> Hostile => HostileCardsTests.Names;

    [Theory, MemberData(nameof(Names))]
    public void Draw_EachState_IsTheApprovedTextAndSound(string name)
    {
        var card = PeopleCards.ByName[name];
        Assert.Empty(CardLinter.Check(card));
        Assert.Contains("Sample plant", CardPlainText.Render(card));
        foreach (var action in Executes(CardJson.Write(card)))
            Assert.True(action["data"]?["p"] is not null && action["data"]?["r"] is not null && action["data"]?["v"] is not null, $"{action["title"]} carries plant, record and version");
        Approved.Text($"{name}.txt", CardPlainText.Render(card));
    }

    [Theory, MemberData(nameof(Hostile))]
    public void Draw_HostileName_ArrivesAndMeansNothing(string name)
    {
        foreach (var card in PeopleCards.With(name).Values)
        {
            Assert.DoesNotContain(CardLinter.Check(card), finding => !finding.Contains("without a mention", StringComparison.Ordinal) && !(name.Length == 0 && finding.Contains("without a title", StringComparison.Ordinal)));
            foreach (var text in Texts(CardJson.Write(card)["body"]))
                Assert.DoesNotContain((string[])["](https://evil", "<at>", "\u202E", "\n"], bad => text.Contains(bad, StringComparison.Ordinal));
        }
    }

    /// <summary>For looking at: tests/cards/render.sh makes pictures of what this writes.</summary>
    [Fact]
    public void Write_WhenAFolderIsNamed_PutsEveryCardThere()
    {
        if (Environment.GetEnvironmentVariable("SOEBOT_CARDS_TO") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        foreach (var (name, card) in PeopleCards.ByName) File.WriteAllText(Path.Combine(folder, name + ".json"), CardJson.WriteText(card, indented: true));
    }

    private static IEnumerable<JsonObject> Executes(JsonNode? node) => node switch
    {
        JsonObject some when (string?)some["type"] == "Action.Execute" => [some],
        JsonObject some => some.SelectMany(property => Executes(property.Value)),
        JsonArray some => some.SelectMany(Executes),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject some when (string?)some["type"] == "TextBlock" => [(string)some["text"]!],
        JsonObject some => some.SelectMany(property => Texts(property.Value)),
        JsonArray some => some.SelectMany(Texts),
        _ => [],
    };
}
