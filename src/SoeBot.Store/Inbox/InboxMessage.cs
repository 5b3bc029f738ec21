namespace SoeBot.Store.Inbox;

public enum InboxState
{
    Pending,
    Working,
    Done,

    /// <summary>Failed too often; a person has to look at it. It no longer holds up its conversation.</summary>
    Parked,
}

/// <summary>An activity that failed too often.</summary>
/// <param name="Reason">As the last fault said it, for the log's readers.</param>
/// <param name="KilledItsProcess">No fault was thrown: each process that worked it was gone afterwards.</param>
public sealed record ParkedMessage(long Id, string Conversation, string Body, DateTimeOffset ReceivedAt, string Reason, bool KilledItsProcess);

/// <summary>An activity to work, as it came in.</summary>
/// <param name="Tries">How often it was taken up, this time included.</param>
public sealed record InboxMessage(long Id, string Conversation, string ActivityId, string Body, DateTimeOffset ReceivedAt, int Tries);
