using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Routing;

namespace SoeBot.Presses;

/// <summary>One press of a card's button. Who pressed comes from the verified activity; everything in <see cref="Input"/> is hostile text.</summary>
public sealed record Press
{
    public required PlantId Plant { get; init; }
    public required PersonKey By { get; init; }
    public required string ByName { get; init; }
    public required string Tenant { get; init; }
    public required string Conversation { get; init; }

    /// <summary>The button's data and the card's inputs.</summary>
    public required CardInput Input { get; init; }

    /// <summary>Unique per press; a repeated delivery has the same one.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The plant's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    public NewMessage ToConversation(CardRef card, string key, MessageKind kind = MessageKind.Answer, string? trackAs = null) => new()
    {
        Plant = Plant, Key = key, Card = card, Kind = kind, TrackAs = trackAs,
        Target = new MessageTarget.Conversation(Tenant, Conversation),
    };

    public Origin Origin => new(Plant, By, Tenant, Conversation, Now);

    /// <inheritdoc cref="Origin.Edit"/>
    public NewMessage Edit(string trackAs, CardRef card, string version) => Origin.Edit(trackAs, card, version);
}

public delegate Task<PressAnswer> AnswerPress(Press press, CancellationToken ct);
