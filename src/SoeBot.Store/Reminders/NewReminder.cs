using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Store.Outbox;

namespace SoeBot.Store.Reminders;

/// <summary>
/// Something to remind one person of. It is counted for the person's day in the transaction that writes its message; what does not fit is
/// held for the next digest.
/// </summary>
public sealed record NewReminder
{
    public required PlantId Plant { get; init; }

    /// <summary>Of the occurrence that asks for it, with <see cref="OccurrenceKey"/>.</summary>
    public required string Kind { get; init; }
    public required string OccurrenceKey { get; init; }

    /// <summary>As what the person is asked: "owner", "lead".</summary>
    public required string Slot { get; init; }

    /// <summary>Who reads it.</summary>
    public required PersonKey Person { get; init; }

    /// <summary>Whom it concerns; another one than <see cref="Person"/> when that stands in.</summary>
    public required PersonKey For { get; init; }
    public required ReminderClass Class { get; init; }
    public required CardRef Card { get; init; }
    public string? Chain { get; init; }
    public string? TrackAs { get; init; }

    /// <summary>Of the plant's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The day of <see cref="At"/> by the person's clock.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When what does not fit any more today may be put together tomorrow.</summary>
    public required DateTimeOffset NextDigest { get; init; }

    /// <summary>When it may be put together today; null when there is no time for it any more.</summary>
    public DateTimeOffset? DigestToday { get; init; }

    /// <summary>The person wants no single ones today.</summary>
    public bool DigestOnly { get; init; }

    /// <summary>Later, and why; null for now.</summary>
    public PutOff? PutOff { get; init; }

    /// <summary>What is to be said of it in the history: why it goes to somebody else.</summary>
    public string? Note { get; init; }

    /// <summary>What, to whom, for which due version.</summary>
    public string Key => Class == ReminderClass.Digest ? DigestKey(Person, Day)
        : $"{Kind}:{Plant}:{OccurrenceKey}:{Slot}:{For.ObjectId}{(Person == For ? "" : $">{Person.ObjectId}")}";

    /// <summary>One over all plants.</summary>
    public static string DigestKey(PersonKey person, DateOnly day) => $"digest:{person}:{day:yyyy-MM-dd}";
}

public sealed record PutOff(DateTimeOffset Until, string Reason);

/// <summary>A reminder as it stands.</summary>
/// <param name="Round">How often it was put off after it had been written; part of its message's key.</param>
/// <param name="Day">For which it was counted; null when it was not.</param>
/// <param name="Until">Until when it is put off.</param>
/// <param name="DigestKey">The digest that it is part of.</param>
public sealed record Reminder(
    string Key, PlantId Plant, string Kind, string OccurrenceKey, string Slot, PersonKey Person, PersonKey For, ReminderClass Class, CardRef Card,
    ReminderState State, DateTimeOffset At, int Round, DateOnly? Day, DateTimeOffset? Until, string? DigestKey, string? Reason)
{
    public string MessageKey => Reminders.StoredReminder.MessageKeyOf(Key, Round);
}

/// <summary>What becomes of a reminder when its message must not go out as it is.</summary>
/// <param name="State">What it is now.</param>
/// <param name="Instead">For <see cref="ReminderState.PutOff"/> and <see cref="ReminderState.Held"/> itself anew; for <see cref="ReminderState.Redirected"/> the one to somebody else.</param>
public sealed record ReminderChange(string Key, ReminderState State, string Reason, NewReminder? Instead = null);
