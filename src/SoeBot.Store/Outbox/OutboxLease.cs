using SoeBot.Store.Reach;
using SoeBot.Store.Reminders;

namespace SoeBot.Store.Outbox;

/// <summary>The right to send for a tenant. Whoever takes it over raises the fence; from then on the former holder can write nothing.</summary>
public sealed record OutboxLease(string Tenant, long Fence);

/// <summary>One call to the service that counts for its pace.</summary>
/// <param name="Place">The lane of the conversation or person, as <see cref="OutboxMessage.Lane"/>.</param>
public readonly record struct OutboxAttempt(string Place, DateTimeOffset At);

/// <summary>A lease just taken, with what its former holder left behind.</summary>
/// <param name="Lost">How many messages were being sent under an older fence: their fate is unknown.</param>
/// <param name="Attempts">Of the last hour; what was being sent counts as called now.</param>
/// <param name="PutOff">Places that wait for a next try, and until when.</param>
/// <param name="Heads">What is at the front of each lane.</param>
public sealed record TakenLease(OutboxLease Lease, int Lost, IReadOnlyList<OutboxAttempt> Attempts, IReadOnlyList<OutboxAttempt> PutOff, IReadOnlyList<LaneHead> Heads);

/// <param name="Free">Something waits for them and nobody alive sends.</param>
/// <param name="NextExpiry">When the first of the others' leases ends unless it is renewed; null when there is none.</param>
public sealed record OpenTenants(IReadOnlyList<string> Free, DateTimeOffset? NextExpiry);

/// <summary>The first message of a lane that is due: of its answers, or of the rest.</summary>
public sealed record LaneHead(string Lane, bool IsAnswer, long Id, DateTimeOffset? RetryAt);

/// <summary>What became of a message that was in hand: settled or put off.</summary>
public abstract record MessageFate
{
    public abstract string? Reason { get; init; }

    /// <summary>The calls it took.</summary>
    public IReadOnlyList<OutboxAttempt> Attempts { get; init; } = [];
}

/// <summary>It is done with, whether it arrived or not.</summary>
public sealed record Settlement(OutboxState State, DateTimeOffset At) : MessageFate
{
    public string? Conversation { get; init; }
    public string? ActivityId { get; init; }

    /// <summary>The plain text that was sent.</summary>
    public string? Text { get; init; }
    public override string? Reason { get; init; }

    /// <summary>An edit that found no card to edit. Should that be posted meanwhile, the edit goes out after all.</summary>
    public bool FoundNoCard { get; init; }

    /// <summary>What is now known of the place it was to go to; null for nothing new.</summary>
    public Reached? Reach { get; init; }

    /// <summary>Cards that are not there any more: nothing will edit them.</summary>
    public IReadOnlyList<PostedCard> Deleted { get; init; } = [];

    /// <summary>What becomes of the reminder that did not go out.</summary>
    public ReminderChange? Reminder { get; init; }

    /// <summary>What is to be said because of it, to others.</summary>
    public IReadOnlyList<NewMessage> Messages { get; init; } = [];
}

/// <param name="Lane">See <see cref="OutboxMessage.Lane"/>.</param>
/// <param name="State">Null when it can be reached after all.</param>
/// <param name="Code">The service's word.</param>
public sealed record Reached(string Lane, ReachState? State, string? Code);

/// <summary>The service surely did not take it: it keeps its place and is tried again.</summary>
/// <param name="Until">Null for at once.</param>
/// <param name="Reason">Null when the former one still holds.</param>
/// <param name="CountsAsTry">False when the service, or our own pace, named the time.</param>
public sealed record Postponement(DateTimeOffset? Until, string? Reason, bool CountsAsTry = true) : MessageFate;

/// <summary>A message was given back with its fate.</summary>
/// <param name="IsWritten">False when nothing was written: the lease is not ours any more, or the message is settled already.</param>
/// <param name="IsMore">Something that is due waits in its part of the lane, perhaps the message itself.</param>
/// <param name="SendsEdit">The last edit that had missed the card goes out after all.</param>
/// <param name="Next">Taken up in the same transaction.</param>
public sealed record HandedBack(bool IsWritten, bool IsMore, bool SendsEdit, OutboxMessage? Next);
