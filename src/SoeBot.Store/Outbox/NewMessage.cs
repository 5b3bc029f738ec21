using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.Outbox;

/// <summary>What may happen to a message whose fate at the service is unknown.</summary>
public enum MessageKind
{
    /// <summary>An answer to something a person just did. Overtakes the rest. Never repeated.</summary>
    Answer,

    /// <summary>A decision, an approval, a form: never repeated.</summary>
    Record,

    /// <summary>A reminder or a page: repeated once, and marked so.</summary>
    Reminder,

    /// <summary>Puts the current state into a card that stands already; harmless to repeat.</summary>
    Edit,
}

/// <summary>Where a message goes. Resolved when it is sent, so that a person's new chat or a channel learned later is used.</summary>
public abstract record MessageTarget
{
    private MessageTarget() { }

    /// <summary>The person's own chat with the bot; made when there is none yet.</summary>
    public sealed record Person(PersonKey Key) : MessageTarget;

    public sealed record Conversation(string Tenant, string Id) : MessageTarget;

    /// <summary>In that conversation, seen by this person alone; where Teams does not take that, in the person's own chat.</summary>
    public sealed record OnlyTo(PersonKey To, string Id) : MessageTarget;

    /// <summary>The channel of the plant. The message waits until one is known.</summary>
    public sealed record Channel(PlantId Plant) : MessageTarget;
}

/// <summary>A card by its source in the app's registry and what it is about; drawn from the state of the moment it is sent.</summary>
public readonly record struct CardRef(string Source, string About);

/// <summary>Something to say, written in the same transaction as the change that causes it.</summary>
public sealed record NewMessage
{
    public required PlantId Plant { get; init; }

    /// <summary>What, to whom, for which due version. A second message with the same key is the same message and is not written.</summary>
    public required string Key { get; init; }
    public required MessageTarget Target { get; init; }
    public required CardRef Card { get; init; }
    public required MessageKind Kind { get; init; }

    /// <summary>A newer message of the same chain to the same target makes an older unsent one "superseded": after downtime only the newest goes out.</summary>
    public string? Chain { get; init; }

    /// <summary>The name under which the posted card is remembered, so that it can be edited. An <see cref="MessageKind.Edit"/> edits every card posted under this name.</summary>
    public string? TrackAs { get; init; }
    public DateTimeOffset? NotBefore { get; init; }
}
