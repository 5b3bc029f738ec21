using System.Text.Json.Nodes;
using SoeBot.TestKit.Teams.Wire;

namespace SoeBot.TestKit.Teams;

/// <summary>What the bot answered to a post; status 0 when nobody answered.</summary>
public sealed record BotAnswer(int Status, JsonObject? Body, JsonObject Posted)
{
    public bool IsAccepted => Status is 200 or 202;
}

/// <summary>What a person sees after pressing a button.</summary>
public sealed record PressResult(FakePerson Person, FakeMessage Message, int Status, JsonObject? Body)
{
    /// <summary>The card that now stands in the message for this person; null if the answer was none.</summary>
    public JsonObject? Card => (string?)Body?["type"] == "application/vnd.microsoft.card.adaptive" ? Body["value"] as JsonObject : null;

    /// <summary>The short line under the card, of a message or an error.</summary>
    public string? Line => (string?)Body?["type"] switch
    {
        "application/vnd.microsoft.activity.message" => (string?)Body["value"],
        "application/vnd.microsoft.error" => (string?)Body["value"]?["message"],
        _ => null,
    };

    public string? ErrorCode => (string?)Body?["type"] == "application/vnd.microsoft.error" ? (string?)Body["value"]?["code"] : null;

    public string PlainText => Card is { } card ? CardReading.PlainText(card) : Line ?? "";

    public IReadOnlyList<string> Buttons => Card is { } card ? CardReading.Actions(card).Select(one => (string)one["title"]!).ToList() : [];

    public override string ToString() => $"{Person} sees: {PlainText}";
}
