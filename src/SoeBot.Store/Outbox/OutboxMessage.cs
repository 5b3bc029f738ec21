using SoeBot.Domain.Plan;

namespace SoeBot.Store.Outbox;

public enum OutboxState
{
    Pending,
    Sending,
    Sent,

    /// <summary>When its turn came there was nothing left to say.</summary>
    Silent,

    /// <summary>A newer one of its chain took its place.</summary>
    Superseded,

    /// <summary>It may have arrived or not: nobody was told.</summary>
    Unknown,
    Failed,
}

/// <summary>A message of the outbox as it stands.</summary>
/// <param name="Lane">Messages of one lane go out one after the other. Of a post it names the place that the service paces.</param>
/// <param name="Tries">How often sending was refused and put off.</param>
/// <param name="Repeats">1 when this is the one repetition of a message whose first fate is unknown: it says so to the reader.</param>
/// <param name="RetryAt">Until then it is put off, and its lane waits with it.</param>
/// <param name="ClaimedAt">When it was last taken up; with <paramref name="SettledAt"/> the time sending took.</param>
/// <param name="Conversation">Where it was posted, with <paramref name="ActivityId"/>; null until sent.</param>
/// <param name="Text">The plain text that was sent.</param>
/// <param name="Reason">Why it failed, is unknown, or waits.</param>
public sealed record OutboxMessage(
    long Id,
    PlantId Plant,
    string Key,
    MessageTarget Target,
    string Lane,
    CardRef Card,
    MessageKind Kind,
    string? Chain,
    string? TrackAs,
    DateTimeOffset? NotBefore,
    OutboxState State,
    int Tries,
    int Repeats,
    DateTimeOffset? RetryAt,
    DateTimeOffset? ClaimedAt,
    DateTimeOffset? SettledAt,
    string? Conversation,
    string? ActivityId,
    string? Text,
    string? Reason);
