using System.Text.Json.Nodes;
using SoeBot.Teams.Cards;
using SoeBot.UnitTests.Teams;
using Xunit;

namespace SoeBot.UnitTests.Slices;

public sealed class CardsTests
{
    public static TheoryData<string> Names => [.. AllCards.ByName.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Draw_EachState_IsTheApprovedText(string name) => Approved.Text($"{name}.txt", CardPlainText.Render(AllCards.ByName[name]));

    [Theory, MemberData(nameof(Names))]
    public void Draw_EachState_HasNothingThatClientsDrawBadly(string name) => Assert.Empty(CardLinter.Check(AllCards.ByName[name]));

    /// <summary>Several plants may share a team, so each card says whose it is.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Draw_EachState_NamesThePlant(string name) => Assert.Contains("Sample plant", CardPlainText.Render(AllCards.ByName[name]).Split("\ndata ")[0]);

    /// <summary>Who may press is checked by the server; what a press is about must come with it.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Draw_EachState_EveryButtonCarriesPlantRecordAndVersion(string name)
    {
        foreach (var action in Executes(CardJson.Write(AllCards.ByName[name])))
        {
            Assert.Equal("sample", (string?)action["data"]?["p"]);
            Assert.NotNull(action["data"]?["r"]);
            Assert.NotNull(action["data"]?["v"]);
        }
    }

    /// <summary>Money and penalties stand in personal views and signed-in pages only.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Draw_EachState_ShowsNoMoney(string name)
    {
        var text = CardJson.WriteText(AllCards.ByName[name]);
        Assert.DoesNotContain("9,999", text);
        Assert.DoesNotContain("12,345", text);
        Assert.DoesNotContain("enalt", text);
    }

    /// <summary>For looking at: tests/cards/render.sh makes pictures of what this writes.</summary>
    [Fact]
    public void Write_WhenAFolderIsNamed_PutsEveryCardThere()
    {
        if (Environment.GetEnvironmentVariable("SOEBOT_CARDS_TO") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        foreach (var (name, card) in AllCards.ByName) File.WriteAllText(Path.Combine(folder, name + ".json"), CardJson.WriteText(card, indented: true));
    }

    private static IEnumerable<JsonObject> Executes(JsonNode? node) => node switch
    {
        JsonObject some when (string?)some["type"] == "Action.Execute" => [some],
        JsonObject some => some.SelectMany(property => Executes(property.Value)),
        JsonArray some => some.SelectMany(Executes),
        _ => [],
    };
}
