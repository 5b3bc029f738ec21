using Microsoft.EntityFrameworkCore;

namespace SoeBot.Store.Inbox;

internal sealed class InboxRow
{
    public long Id { get; init; }
    public required string Conversation { get; init; }
    public required string ActivityId { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public InboxState State { get; set; }
    public int Tries { get; set; }
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>When and by which process it was taken up.</summary>
    public DateTimeOffset? ClaimedAt { get; set; }
    public string? ClaimedBy { get; set; }
    public string? Reason { get; set; }

    /// <summary>Who wrote it knows that it is parked.</summary>
    public bool Told { get; set; }

    public ParkedMessage ToParked() => new(Id, Conversation, Body, ReceivedAt, Reason ?? "", Reason == InboxStore.Lost);

    public InboxMessage ToMessage() => new(Id, Conversation, ActivityId, Body, ReceivedAt, Tries);
}

internal static class InboxMapping
{
    public static void Map(ModelBuilder model)
    {
        var inbox = model.Entity<InboxRow>().ToTable("inbox");
        inbox.Property(row => row.State).IsConcurrencyToken();
        inbox.HasIndex(row => new { row.Conversation, row.ActivityId }).IsUnique();
        inbox.HasIndex(row => new { row.Conversation, row.Id }).HasFilter("state in ('Pending', 'Working')").HasDatabaseName("ix_inbox_open");
        // Whose turn it is, is asked for each message: it must not look through all that is done.
        inbox.HasIndex(row => row.Id).HasFilter("state in ('Pending', 'Working')").HasDatabaseName("ix_inbox_turn");
        inbox.HasIndex(row => row.ReceivedAt);
        inbox.HasIndex(row => row.Id).HasFilter("state = 'Parked'").HasDatabaseName("ix_inbox_parked");
    }
}
