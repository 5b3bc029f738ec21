using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.Conversations;

internal sealed class ConversationRow
{
    public required string Tenant { get; init; }
    public required string Id { get; init; }
    public ConversationUse Use { get; set; }
    public string ServiceUrl { get; set; } = "";
    public string? Name { get; set; }
    public string? TeamId { get; set; }
    public PersonKey? Person { get; set; }
    public string BotId { get; set; } = "";
    public DateTimeOffset At { get; set; }

    /// <summary>The bot was taken out of it and not seen there since.</summary>
    public bool Removed { get; set; }

    public SeenConversation ToSeen() => new(Tenant, Id, Use, ServiceUrl, Name, TeamId, Person, BotId, At);

    /// <summary>A reply in a thread names the thread behind the conversation; the place is the same.</summary>
    public static string Place(string id) =>
        id.IndexOf(";messageid=", StringComparison.OrdinalIgnoreCase) is var cut and > 0 ? id[..cut] : id;
}

internal sealed class BindingRow
{
    public required PlantId Plant { get; init; }
    public required ChannelUse Use { get; init; }
    public required string Tenant { get; set; }
    public required string Conversation { get; set; }
}

internal static class ConversationMapping
{
    public static void Map(ModelBuilder model)
    {
        var conversations = model.Entity<ConversationRow>().ToTable("conversations");
        conversations.HasKey(row => new { row.Tenant, row.Id });
        conversations.HasIndex(row => row.Person);

        var bindings = model.Entity<BindingRow>().ToTable("plant_conversations");
        bindings.HasKey(row => new { row.Plant, row.Use });
        bindings.HasIndex(row => new { row.Tenant, row.Conversation });
    }
}
