using System.Text.Json.Nodes;

namespace SoeBot.Demo;

/// <summary>Somebody of the sample plant, with the ids that Teams would show a bot.</summary>
internal sealed record DemoPerson(string Name, string ObjectId)
{
    public string Mri => "29:1" + ObjectId;
    public DemoPlace Chat => new($"a:1{ObjectId}", DemoPlaceKind.Personal, $"to {Name}");

    public JsonObject ToMember() => new() { ["id"] = Mri, ["aadObjectId"] = ObjectId, ["name"] = Name, ["tenantId"] = TeamsStandIn.Tenant };
}

internal enum DemoPlaceKind { Personal, Meeting, Channel }

/// <param name="Words">How the story says it: "in the channel".</param>
internal sealed record DemoPlace(string Id, DemoPlaceKind Kind, string Words);

/// <summary>A card that the bot posted, as it stands now.</summary>
/// <param name="Conversation">With the thread's mark in a channel.</param>
internal sealed record DemoPost(int Order, string Id, string Conversation, DemoPlace Place, JsonObject Card)
{
    public string Text => WireCards.Text(Card);

    /// <summary>The lines above the first underline.</summary>
    public string Title => string.Join(' ', Text.Split('\n').TakeWhile((line, at) => at == 0 || (line.Length > 0 && line.Trim('=', '-').Length > 0 && Text.Contains("\n===", StringComparison.Ordinal))));
}
