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

    /// <summary>Null while it waits for a channel of which nobody knows yet.</summary>
    public required string? Tenant { get; set; }

    /// <summary>Messages of one lane go out one after the other.</summary>
    public required string Lane { get; set; }
    public OutboxState State { get; set; }
    public DateTimeOffset? NotBefore { get; init; }
    public int Tries { get; set; }
    public int Repeats { get; set; }

    /// <summary>It was put off until then, and its lane waits with it.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    /// <summary>When and under which fence of the tenant's lease it was taken up.</summary>
    public DateTimeOffset? ClaimedAt { get; set; }
    public long? Fence { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public string? Conversation { get; set; }
    public string? ActivityId { get; set; }
    public string? Text { get; set; }
    public string? Reason { get; set; }

    public OutboxMessage ToMessage() => new(
        Id, Plant, Key, Target, Lane, new(CardSource, CardAbout), Kind, Chain, TrackAs, NotBefore, State, Tries, Repeats,
        RetryAt, ClaimedAt, SettledAt, Conversation, ActivityId, Text, Reason);
}

/// <summary>A posted card under the name it is remembered by. It outlives its message.</summary>
internal sealed class PostedCardRow
{
    public required string TrackAs { get; init; }
    public required string Tenant { get; init; }
    public required string Conversation { get; init; }
    public required string ActivityId { get; init; }
}

internal sealed class LeaseRow
{
    public required string Tenant { get; init; }
    public required string Holder { get; set; }

    /// <summary>Rises with each taking, so that a late holder is known by an old number.</summary>
    public required long Fence { get; set; }
    public required DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>One call to the service, for the pace of whoever sends next.</summary>
internal sealed class AttemptRow
{
    public long Id { get; init; }
    public required string Tenant { get; init; }
    public required string Place { get; init; }
    public required DateTimeOffset At { get; init; }
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
        outbox.HasIndex(row => row.SettledAt).HasFilter("settled_at is not null");
        outbox.HasIndex(row => row.ActivityId).HasFilter("activity_id is not null");
        outbox.HasIndex(row => row.TrackAs).HasFilter("track_as is not null");

        // Small: what is settled is in none of them. Each has the one state that its queries name, because SQLite proves no more than that.
        outbox.HasIndex(row => new { row.Tenant, row.Lane, row.Id }).HasFilter("state = 'Pending'").HasDatabaseName("ix_outbox_pending");
        outbox.HasIndex(row => row.Chain).HasFilter("state = 'Pending'").HasDatabaseName("ix_outbox_chain");
        outbox.HasIndex(row => new { row.Tenant, row.Lane }).HasFilter("state = 'Sending'").HasDatabaseName("ix_outbox_sending");
        outbox.HasIndex(row => row.Lane, "ix_outbox_unknown").HasFilter("state = 'Unknown'");
        outbox.HasIndex(row => row.Lane, "ix_outbox_repeated").HasFilter("repeats > 0");

        var leases = model.Entity<LeaseRow>().ToTable("outbox_leases");
        leases.HasKey(row => row.Tenant);
        leases.Property(row => row.Fence).IsConcurrencyToken();

        var attempts = model.Entity<AttemptRow>().ToTable("outbox_attempts");
        attempts.HasIndex(row => new { row.At, row.Tenant });

        var posted = model.Entity<PostedCardRow>().ToTable("posted_cards");
        posted.HasKey(row => new { row.TrackAs, row.Tenant, row.Conversation, row.ActivityId });
        posted.HasIndex(row => row.ActivityId);
    }
}
