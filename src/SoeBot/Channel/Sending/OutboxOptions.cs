namespace SoeBot.Channel.Sending;

/// <summary>The section <c>Outbox</c>: how fast the bot sends and how often it tries. The defaults are Microsoft's limits (protocol notes 5.8).</summary>
public sealed class OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>Posts, edits and the making of a chat, per conversation, in any second.</summary>
    public int ConversationPerSecond { get; set; } = 7;

    public int ConversationPer2Seconds { get; set; } = 8;

    public int ConversationPer30Seconds { get; set; } = 60;

    public int ConversationPerHour { get; set; } = 1800;

    /// <summary>All calls of one tenant in any second. Microsoft allows 30; the rest is for rosters and meetings, which nobody queues.</summary>
    public int TenantPerSecond { get; set; } = 20;

    /// <summary>All limits times this, and edits that much closer. 1 towards Microsoft; tests with a service of their own go faster.</summary>
    public int Multiplier { get; set; } = 1;

    /// <summary>Added to each window, for two clocks that do not tick alike.</summary>
    public TimeSpan Margin { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Between two edits of the same card.</summary>
    public TimeSpan EditEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Conversations of one tenant that are written to at the same time.</summary>
    public int Parallel { get; set; } = 8;

    /// <summary>So long another replica waits for the one that sends, unless it is renewed.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>So often a message is tried that the service surely did not take and for which it named no time.</summary>
    public int Tries { get; set; } = 5;

    /// <summary>The longest wait before the second try; doubled with each, drawn by lot between nothing and that.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(2);

    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>So long what was sent, and what was not, stays in the store. A card that may still be edited stays longer.</summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(90);
}
