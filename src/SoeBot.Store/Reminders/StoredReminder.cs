using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;

namespace SoeBot.Store.Reminders;

internal sealed class StoredReminder
{
    public long Id { get; init; }
    public required string Key { get; init; }
    public required PlantId Plant { get; init; }
    public required string Kind { get; init; }
    public required string OccurrenceKey { get; init; }
    public required string Slot { get; init; }
    public required PersonKey Person { get; init; }
    public required PersonKey For { get; init; }
    public required ReminderClass Class { get; init; }
    public required string CardSource { get; init; }
    public required string CardAbout { get; init; }
    public ReminderState State { get; set; }
    public required DateTimeOffset At { get; set; }
    public int Round { get; set; }
    public DateOnly? Day { get; set; }
    public DateTimeOffset? Until { get; set; }
    public string? DigestKey { get; set; }
    public string? Reason { get; set; }

    /// <summary>A key is never used twice in the outbox, so what was put off there goes out under another one.</summary>
    public static string MessageKeyOf(string key, int round) => round == 0 ? key : $"{key}#{round}";

    public static string KeyOf(string messageKey) => messageKey.LastIndexOf('#') is var cut and > 0 && int.TryParse(messageKey.AsSpan(cut + 1), out _) ? messageKey[..cut] : messageKey;

    public Reminder ToReminder() => new(
        Key, Plant, Kind, OccurrenceKey, Slot, Person, For, Class, new(CardSource, CardAbout), State, At, Round, Day, Until, DigestKey, Reason);
}

/// <summary>What a person was sent on a day, over all plants. Raised in the transaction that writes a message, and only as far as the rule allows.</summary>
internal sealed class ReminderDayRow
{
    public required PersonKey Person { get; init; }

    /// <summary>Of the person's own clock.</summary>
    public required DateOnly Day { get; init; }
    public required int Digests { get; init; }
    public required int Singles { get; init; }
}

/// <summary>What a person asked for: their reminders later, or today only the digest.</summary>
internal sealed class QuietRow
{
    public required PersonKey Person { get; init; }
    public DateTimeOffset? SnoozedUntil { get; set; }
    public DateOnly? QuietOn { get; set; }
}

internal static class ReminderMapping
{
    public static void Map(ModelBuilder model)
    {
        var reminders = model.Entity<StoredReminder>().ToTable("reminders");
        reminders.Property(row => row.State).IsConcurrencyToken();
        reminders.HasIndex(row => row.Key).IsUnique();
        reminders.HasIndex(row => new { row.Plant, row.At });
        reminders.HasIndex(row => new { row.Plant, row.OccurrenceKey });
        reminders.HasIndex(row => row.DigestKey).HasFilter("digest_key is not null");
        reminders.HasIndex(row => new { row.Person, row.State }).HasFilter("state = 'Held'").HasDatabaseName("ix_reminders_held");
        reminders.HasIndex(row => row.Person, "ix_reminders_put_off").HasFilter("state = 'PutOff'");

        model.Entity<ReminderDayRow>().ToTable("reminder_days").HasKey(row => new { row.Person, row.Day });
        model.Entity<QuietRow>().ToTable("reminder_quiet").HasKey(row => row.Person);
    }
}
