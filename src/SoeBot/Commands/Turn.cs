using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Files;

namespace SoeBot.Commands;

/// <summary>One typed line, with who wrote it where. Identity comes from the verified activity.</summary>
public sealed record Turn
{
    public required PlantId Plant { get; init; }
    public required PersonKey By { get; init; }
    public required string ByName { get; init; }
    public required string Tenant { get; init; }

    /// <summary>With <c>;messageid=</c> when it was written in a thread, so that the answer lands there.</summary>
    public required string Conversation { get; init; }
    public required ConversationUse Use { get; init; }

    /// <summary>Without the bot's own mention, trimmed.</summary>
    public required string Text { get; init; }

    /// <summary>People mentioned in the line: Teams id and name as the client wrote them. A hint, not an identity.</summary>
    public IReadOnlyList<(string Mri, string Name)> Mentioned { get; init; } = [];
    public required long InboxId { get; init; }

    /// <summary>What was attached; in a person's own chat only.</summary>
    public IReadOnlyList<SentFile> Files { get; init; } = [];

    /// <summary>The plant's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Answers in the conversation and marks the line as worked, in one transaction with whatever else the effect brings.</summary>
    public Effect Answer(params IReadOnlyList<CardRef> cards) => new()
    {
        InboxDone = InboxId,
        Messages = [.. cards.Select((card, index) => ToConversation(card, $"in:{InboxId}:{index}"))],
    };

    /// <summary>A "no" concerns nobody else: in a group only the writer sees it.</summary>
    public Effect Refuse(string words) => Answer(SayCard.Of(words)) is var answer && Use == ConversationUse.Personal ? answer
        : answer with { Messages = [.. answer.Messages.Select(message => message with { Target = new MessageTarget.OnlyTo(By, Conversation) })] };

    public Origin Origin => new(Plant, By, Tenant, Conversation, Now);

    public NewMessage ToConversation(CardRef card, string key, string? trackAs = null) => new()
    {
        Plant = Plant, Key = key, Card = card, Kind = MessageKind.Answer, TrackAs = trackAs,
        Target = new MessageTarget.Conversation(Tenant, Conversation),
    };
}
