namespace SoeBot.Store.Inbox;

public enum InboxState
{
    Pending,
    Working,
    Done,

    /// <summary>Failed too often; a person has to look at it. It no longer holds up its conversation.</summary>
    Parked,
}

/// <summary>An activity to work, as it came in.</summary>
/// <param name="Tries">How often it was taken up, this time included.</param>
public sealed record InboxMessage(long Id, string Conversation, string ActivityId, string Body, DateTimeOffset ReceivedAt, int Tries);
