using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.Outbox;

internal sealed class OutboxRow
{
    public long Id { get; init; }
    public required PlantId Plant { get; init; }
    public required string Key { get; init; }
    public required MessageTarget Target { get; init; }
    public required string CardSource { get; init; }
    public required string CardAbout { get; init; }
    public required MessageKind Kind { get; init; }
    public string? Chain { get; init; }
    public string? TrackAs { get; init; }

    /// <summary>Messages of one lane go out one after the other.</summary>
    public required string Lane { get; set; }
    public OutboxState State { get; set; }
    public DateTimeOffset? NotBefore { get; set; }
    public int Tries { get; set; }
    public int Repeats { get; set; }

    /// <summary>When and by which process it was taken up.</summary>
    public DateTimeOffset? ClaimedAt { get; set; }
    public string? ClaimedBy { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public string? Conversation { get; set; }
    public string? ActivityId { get; set; }
    public string? Text { get; set; }
    public string? Reason { get; set; }

    public OutboxMessage ToMessage() => new(
        Id, Plant, Key, Target, new(CardSource, CardAbout), Kind, Chain, TrackAs, NotBefore, State, Tries, Repeats,
        ClaimedAt, SettledAt, Conversation, ActivityId, Text, Reason);
}

/// <summary>A posted card under the name it is remembered by. It outlives its message.</summary>
internal sealed class PostedCardRow
{
    public required string TrackAs { get; init; }
    public required string Tenant { get; init; }
    public required string Conversation { get; init; }
    public required string ActivityId { get; init; }
}

internal static class OutboxMapping
{
    public static void Map(ModelBuilder model)
    {
        var outbox = model.Entity<OutboxRow>().ToTable("outbox");
        outbox.Property(row => row.Target).HasConversion(target => TargetText.Write(target), text => TargetText.Read(text));
        outbox.Property(row => row.State).IsConcurrencyToken();
        outbox.HasIndex(row => row.Key).IsUnique();
        outbox.HasIndex(row => new { row.Plant, row.Id });
        outbox.HasIndex(row => new { row.Lane, row.Id }).HasFilter("state in ('Pending', 'Sending')").HasDatabaseName("ix_outbox_open");
        outbox.HasIndex(row => row.Lane).HasFilter("state = 'Unknown'").HasDatabaseName("ix_outbox_unknown");

        model.Entity<PostedCardRow>().ToTable("posted_cards").HasKey(row => new { row.TrackAs, row.Tenant, row.Conversation, row.ActivityId });
    }
}
