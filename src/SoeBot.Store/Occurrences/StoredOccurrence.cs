using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;

namespace SoeBot.Store.Occurrences;

internal sealed class StoredOccurrence
{
    public long Id { get; init; }
    public required PlantId Plant { get; init; }
    public required string Kind { get; init; }
    public required string Key { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public OccurrenceState State { get; set; }

    /// <summary>How often a worker took it up.</summary>
    public int Tries { get; set; }

    /// <summary>Until then (machine's clock) nobody else takes it up: a worker has it, or it waits for its next try.</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    /// <summary>The process that has it in hand; null while it waits.</summary>
    public string? HeldBy { get; set; }
    public string? Detail { get; set; }
    public DateTimeOffset? SettledAt { get; set; }

    public Occurrence ToOccurrence() => new(Plant, Kind, Key, DueAt);
}

internal static class OccurrenceMapping
{
    public static void Map(ModelBuilder model)
    {
        var occurrences = model.Entity<StoredOccurrence>().ToTable("occurrences");
        // One that was settled or taken up since it was read is neither moved nor removed: whoever wanted to looks again.
        occurrences.Property(row => row.State).IsConcurrencyToken();
        occurrences.Property(row => row.HeldUntil).IsConcurrencyToken();
        occurrences.HasIndex(row => new { row.Plant, row.Kind, row.Key }).IsUnique();

        // Small: what is settled is in none of them. The first is the tick's, over all plants; the second a worker's; the third names the holders.
        occurrences.HasIndex(row => new { row.DueAt, row.Plant, row.Kind }).HasFilter("state = 'Pending'").HasDatabaseName("ix_occurrences_due");
        occurrences.HasIndex(row => new { row.Plant, row.Kind, row.DueAt }).HasFilter("state = 'Pending'").HasDatabaseName("ix_occurrences_pending");
        occurrences.HasIndex(row => row.HeldBy).HasFilter("held_by is not null").HasDatabaseName("ix_occurrences_held");
        occurrences.HasIndex(row => new { row.Plant, row.SettledAt }).HasFilter("state = 'Failed'").HasDatabaseName("ix_occurrences_failed");
        occurrences.HasIndex(row => new { row.Plant, row.DueAt }).HasDatabaseName("ix_occurrences_by_day");

        model.Entity<DeriveMarkRow>().ToTable("derive_marks").HasKey(row => row.Plant);
    }
}

/// <summary>Rises with each change after which the occurrences of a plant must be derived anew.</summary>
internal sealed class DeriveMarkRow
{
    public required PlantId Plant { get; init; }
    public required long Number { get; init; }
}
