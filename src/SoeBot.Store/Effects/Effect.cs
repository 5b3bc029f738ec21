using SoeBot.Domain.Changes;
using SoeBot.Domain.HandOver;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plants;
using SoeBot.Store.Reminders;
using SoeBot.Store.SentPlans;

namespace SoeBot.Store.Effects;

/// <summary>Who did what, when, on what and on which plan version. Append-only; persons by key only, so that a name can be forgotten.</summary>
/// <param name="By">Null when the calendar did it.</param>
/// <param name="What">Verb as on the wire or the name of the occurrence: "decision.record", "exception-page".</param>
/// <param name="About">"D-41", "SO63216", "2026-11-23".</param>
public sealed record AuditLine(PlantId Plant, DateTimeOffset At, PersonKey? By, string What, string About, string? Detail = null, int? PlanVersion = null);

/// <summary>What a change brings with it. Written in the transaction of the change, or not at all.</summary>
public sealed record Effect
{
    public static readonly Effect None = new();

    /// <summary>Nothing to say, and why.</summary>
    public static Effect Silent(string why) => new() { SilentBecause = why };

    public IReadOnlyList<AuditLine> Audit { get; init; } = [];
    public IReadOnlyList<NewMessage> Messages { get; init; } = [];

    /// <summary>Each is counted for its person's day here; what does not fit is held for the next digest.</summary>
    public IReadOnlyList<NewReminder> Reminders { get; init; } = [];

    /// <summary>What becomes of reminders that were put off or wait in the outbox.</summary>
    public IReadOnlyList<ReminderChange> ReminderChanges { get; init; } = [];

    /// <summary>What these plants should have happening is not as it was: derived anew at the next tick.</summary>
    public IReadOnlyList<PlantId> DeriveAnew { get; init; } = [];

    /// <summary>Of an occurrence that had nothing to say: why not. Null when it is done.</summary>
    public string? SilentBecause { get; init; }

    /// <summary>Become due later; one that exists already (plant, kind, key) is moved to its new instant if it is still pending.</summary>
    public IReadOnlyList<Occurrence> Occurrences { get; init; } = [];

    /// <summary>Pending occurrences whose key begins so are taken back, e.g. "D-41@" when the decision is done.</summary>
    public IReadOnlyList<(PlantId Plant, string KeyPrefix)> Withdraw { get; init; } = [];

    /// <summary>The inbox message this change answers: marked done in the same transaction, so that it is worked exactly once.</summary>
    public long? InboxDone { get; init; }

    /// <summary>The occurrence that caused this change: marked done in the same transaction.</summary>
    public Occurrence? OccurrenceDone { get; init; }

    /// <summary>Each takes the place of an older one of its name.</summary>
    public IReadOnlyList<PlantNote> Notes { get; init; } = [];

    /// <summary>To whom a change that holds from now on is handed over; one that is handed to a receiver already is left as it is.</summary>
    public IReadOnlyList<ChangeHandOver> HandOvers { get; init; } = [];

    /// <summary>Changes that do not hold any more: nobody is told of them who was not told yet.</summary>
    public IReadOnlyList<ChangeId> HandOversTakenBack { get; init; } = [];

    /// <summary>When a change closes a meeting: the date after it, for its minutes.</summary>
    public DateTimeOffset? NextMeeting { get; init; }

    /// <summary>What became of files that somebody sent; nothing of the effect is written when that was said before.</summary>
    public SentPlanResult? SentPlanDone { get; init; }
}
