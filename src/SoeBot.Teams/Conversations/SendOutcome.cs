namespace SoeBot.Teams.Conversations;

/// <summary>What became of a call to the connector.</summary>
public enum SendResult
{
    /// <summary>Done.</summary>
    Sent,

    /// <summary>Too fast; nothing happened. Safe to repeat after <see cref="SendOutcome.RetryAfter"/>, or after a back-off where it is null.</summary>
    Throttled,

    /// <summary>Understood and refused; repeating the same does not help. See <see cref="SendOutcome.Code"/>.</summary>
    Refused,

    /// <summary>The conversation, message, person or team is not there (any more).</summary>
    NotFound,

    /// <summary>Somebody changed it at the same time (412): draw it again and repeat.</summary>
    Conflict,

    /// <summary>It may have happened or not: time-out, lost connection, an error on their side. The wire has no idempotency key.</summary>
    Unknown,

    /// <summary>It surely did not leave this machine: no connection, no token. Safe to repeat.</summary>
    NotSent,
}

/// <summary>Why a place cannot be written to; the words of the connector behind it are in the protocol notes 5.7.</summary>
public enum SendBarrier
{
    /// <summary>The app is not there, or not any more.</summary>
    NotInstalled,

    /// <summary>The person blocked, muted or removed it.</summary>
    Blocked,

    /// <summary>A policy of the tenant.</summary>
    Disabled,

    /// <summary>The conversation is not there any more; of a personal chat: not now, it may be made again.</summary>
    ConversationGone,

    /// <summary>The conversation is there, the message was deleted.</summary>
    MessageGone,
}

/// <summary>The fate of one write.</summary>
public sealed record SendOutcome
{
    public required SendResult Result { get; init; }

    /// <summary>Of what was sent. May be null although it was sent: some answers have no body.</summary>
    public string? ActivityId { get; init; }

    /// <summary>Of a conversation that was created; a channel thread ends in <c>;messageid=...</c>.</summary>
    public string? ConversationId { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>HTTP status; null if there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The connector's word for it, such as <c>BotNotInConversationRoster</c> (protocol notes 5.7).</summary>
    public string? Code { get; init; }

    public string? Reason { get; init; }

    /// <summary>Null when nothing is known against the place.</summary>
    public SendBarrier? Barrier { get; init; }

    /// <summary>The service address that the connector wants us to use instead, if it is an allowed one.</summary>
    public Uri? UseInstead { get; init; }

    /// <summary>What Microsoft's support asks for (<c>MS-CV</c>).</summary>
    public string? Correlation { get; init; }

    public bool IsSent => Result == SendResult.Sent;

    /// <summary>Nothing happened there, so the same may be sent again.</summary>
    public bool MayRepeat => Result is SendResult.Throttled or SendResult.NotSent or SendResult.Conflict;
}

/// <summary>What was asked for, or why it could not be had.</summary>
public sealed record ReadOutcome<T>(T? Value, SendOutcome Outcome)
    where T : class;
