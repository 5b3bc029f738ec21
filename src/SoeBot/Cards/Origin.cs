using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Outbox;

namespace SoeBot.Cards;

/// <summary>Who caused a change, where and when; the same for a typed line and a press.</summary>
public sealed record Origin(PlantId Plant, PersonKey By, string Tenant, string Conversation, DateTimeOffset Now)
{
    /// <summary>Brings today's state into every card posted under the name. The newest edit replaces an older one that was not sent yet.</summary>
    public NewMessage Edit(string trackAs, CardRef card, string version) => new()
    {
        Plant = Plant, Key = $"edit:{trackAs}:{version}", Chain = $"edit:{trackAs}", Card = card, Kind = MessageKind.Edit, TrackAs = trackAs,
        Target = new MessageTarget.Conversation(Tenant, Conversation),
    };
}
