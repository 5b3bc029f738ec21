using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Changes;

/// <summary>
/// A change of the plan that somebody asks for (R20 to R28). It holds only once those whom its zone asks have pressed; silence never
/// approves. Its history only grows, and it has exactly one end; a decision taken back within <see cref="UndoFor"/> was none, and the request waits again.
/// </summary>
public sealed partial class ChangeRequest
{
    /// <summary>An emergency is filed, and answered, within so long (R20).</summary>
    public static readonly TimeSpan Afterwards = TimeSpan.FromHours(24);

    /// <summary>So long a decision can be taken back (product page 5).</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromMinutes(10);

    private readonly List<ChangeEvent> _events = [];

    private ChangeRequest() { }

    public ChangeId Id { get; private set; }
    public PlantId Plant { get; private set; }

    /// <summary>Counts up per plant; people say "C-7".</summary>
    public int Number { get; private set; }
    public ChangeWhat What { get; private set; } = null!;
    public PersonKey By { get; private set; }
    public DateTimeOffset DraftedAt { get; private set; }
    public ChangeReason? Reason { get; private set; }
    public string Text { get; private set; } = "";
    public bool CustomerAsked { get; private set; }
    public DateOnly? WantedBy { get; private set; }

    /// <summary>Of an emergency: when it was done; null for a change that was asked for before.</summary>
    public DateTimeOffset? HappenedAt { get; private set; }
    public ChangeState State { get; private set; }

    /// <summary>Null until it is computed.</summary>
    public ChangeImpact? Impact { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>From this instant on nothing can be decided any more; null until it was sent.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Firm week: the functions that have to sign. Fixed when it was sent.</summary>
    public IReadOnlyList<Role> Required { get; private set; } = [];

    /// <summary>The role that decides where a zone or a tie asks one; fixed when it was sent, null until then.</summary>
    public Role? Decider { get; private set; }

    /// <summary>Whoever asks holds the role that decides, so the deputy decides.</summary>
    public bool ManagerAsks { get; private set; }

    /// <summary>The deputy may decide beside the plant manager from now on.</summary>
    public bool DeputyMay { get; private set; }
    public string? Condition { get; private set; }
    public PersonKey? DecidedBy { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The plan version in which an approved change was found; null while it was not.</summary>
    public int? ArrivedIn { get; private set; }

    /// <summary>Raised by one with every change; the card carries the one it was drawn from.</summary>
    public int Version { get; private set; }
    public IReadOnlyList<ChangeEvent> Events => _events;

    public string Name => $"C-{Number}";
    public Fence Zone => Impact?.Zone ?? Fence.Frozen;
    public bool IsOpen => State is ChangeState.Drafted or ChangeState.Checked or ChangeState.Asked or ChangeState.Tied;
    public bool Waits => State is ChangeState.Asked or ChangeState.Tied;
    public bool IsEffective => State is ChangeState.Approved or ChangeState.Recorded;
    public bool IsAfterwards => HappenedAt is not null;

    /// <summary>The plant manager or the deputy decides it now, not the functions.</summary>
    public bool IsManagers => Zone == Fence.Frozen || State == ChangeState.Tied;

    /// <summary>Half of the time between sending and expiry; null while nobody was asked.</summary>
    public DateTimeOffset? HalfTimeAt => SentAt is { } sent && ExpiresAt is { } end ? sent + (end - sent) / 2 : null;

    /// <summary>How often a decision on it was taken back: the ends it had and has no more. Several signatures taken back at once are one.</summary>
    public int TimesTakenBack => _events.Where((one, at) => one.Kind == ChangeEventKind.TakenBack && _events[at - 1].Kind != ChangeEventKind.TakenBack).Count();

    public static ChangeRequest Draft(NewChange input, int number, DateTimeOffset now)
    {
        var request = new ChangeRequest
        {
            Id = input.Id, Plant = input.Plant, Number = number, What = input.What, By = input.By, DraftedAt = now, Reason = input.Reason,
            Text = input.Text.Trim(), CustomerAsked = input.CustomerAsked, WantedBy = input.WantedBy, HappenedAt = input.HappenedAt,
            State = ChangeState.Drafted, Version = 1,
        };
        request._events.Add(new(ChangeEventKind.Drafted, now, input.By));
        return request;
    }

    /// <summary>What it would do is known. One that somebody was asked for already is not computed anew: they decide on what they saw.</summary>
    public ChangeOutcome Check(ChangeImpact impact, DateTimeOffset now)
    {
        if (State is not (ChangeState.Drafted or ChangeState.Checked)) return IsOpen ? ChangeOutcome.SameAsBefore : ChangeOutcome.AlreadyEnded;
        Impact = impact;
        State = ChangeState.Checked;
        return Happened(new(ChangeEventKind.Checked, now, null));
    }

    /// <summary>Asks whom the zone names. In the flexible weeks that is nobody, and it holds at once (R22).</summary>
    /// <param name="by">Only whoever drafted it.</param>
    /// <param name="asked">What the form says now.</param>
    /// <param name="firm">Firm week: the functions that sign, without those of the asker.</param>
    /// <param name="isManager">The asker holds the role that decides.</param>
    /// <param name="now">When.</param>
    /// <param name="decider">The role that decides, by the plant's rights at this moment.</param>
    public ChangeOutcome Send(PersonKey by, Asked asked, IReadOnlyList<Role> firm, bool isManager, DateTimeOffset now, Role decider = Role.PlantManager)
    {
        if (by != By) return ChangeOutcome.NotYours;
        if (Waits || State == ChangeState.Recorded) return ChangeOutcome.SameAsBefore;
        if (!IsOpen) return ChangeOutcome.AlreadyEnded;
        if (State == ChangeState.Drafted || Impact is null) return ChangeOutcome.NotChecked;
        if (Impact.Problem is not null) return ChangeOutcome.Impossible;
        if (asked.Reason is null || string.IsNullOrWhiteSpace(asked.Text) && asked.Reason == ChangeReason.Other) return ChangeOutcome.ReasonNeeded;
        var until = HappenedAt is { } done ? now <= done + Afterwards ? now + Afterwards : null : Impact.FirstSlot;
        if (until is null || now >= until) return ChangeOutcome.TooLate;
        (Reason, Text, CustomerAsked, WantedBy) = (asked.Reason, asked.Text?.Trim() ?? "", asked.CustomerAsked, asked.WantedBy ?? WantedBy);
        (SentAt, ExpiresAt, ManagerAsks, Decider) = (now, until, isManager, decider);
        Add(new(ChangeEventKind.Sent, now, by, Text.Length > 0 ? Text : null));
        if (Zone == Fence.Flexible) return End(ChangeState.Recorded, new(ChangeEventKind.Recorded, now, by));
        if (Zone == Fence.Firm) Required = [.. firm];
        State = Zone == Fence.Firm && Required.Count == 0 ? ChangeState.Tied : ChangeState.Asked;
        Version++;
        return ChangeOutcome.Changed;
    }

    public ChangeOutcome Withdraw(PersonKey by, string? why, DateTimeOffset now)
    {
        if (by != By) return ChangeOutcome.NotYours;
        if (State == ChangeState.Withdrawn) return ChangeOutcome.SameAsBefore;
        if (!IsOpen) return ChangeOutcome.AlreadyEnded;
        return End(ChangeState.Withdrawn, new(ChangeEventKind.Withdrawn, now, by, Words(why)));
    }

    /// <summary>Its time ran out: a request that waits at its expiry, one that was never sent after <paramref name="draftsLive"/>.</summary>
    public ChangeOutcome Expire(TimeSpan draftsLive, DateTimeOffset now)
    {
        if (!IsOpen) return ChangeOutcome.AlreadyEnded;
        if (now < (ExpiresAt ?? DraftedAt + draftsLive)) return ChangeOutcome.SameAsBefore;
        return End(ChangeState.Expired, new(ChangeEventKind.Expired, now, null));
    }

    /// <summary>An import shows that what it is about is shipped, finished or gone.</summary>
    public ChangeOutcome Outlive(string why, DateTimeOffset now) =>
        IsOpen ? End(ChangeState.Obsolete, new(ChangeEventKind.Obsolete, now, null, why)) : ChangeOutcome.AlreadyEnded;

    /// <summary>Found in a version of the plan.</summary>
    public ChangeOutcome Arrive(int version, DateTimeOffset now)
    {
        if (!IsEffective) return ChangeOutcome.NotChecked;
        if (ArrivedIn is not null) return ChangeOutcome.SameAsBefore;
        ArrivedIn = version;
        return Happened(new(ChangeEventKind.Arrived, now, null, $"version {version}"));
    }

    /// <summary>It holds and is not in the plan: planning was asked where it is.</summary>
    public ChangeOutcome Chase(int version, DateTimeOffset now) =>
        IsEffective && ArrivedIn is null ? Happened(new(ChangeEventKind.Chased, now, null, $"version {version}")) : ChangeOutcome.SameAsBefore;

    private ChangeOutcome End(ChangeState state, ChangeEvent happened)
    {
        State = state;
        EndedAt = happened.At;
        return Happened(happened);
    }

    private ChangeOutcome Happened(ChangeEvent happened)
    {
        Add(happened);
        Version++;
        return ChangeOutcome.Changed;
    }

    private void Add(ChangeEvent happened) => _events.Add(happened);

    private static string? Words(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

/// <summary>Why it is asked for, as the form says when it is sent.</summary>
/// <param name="Text">The asker's own words; needed where the reason is "other".</param>
public sealed record Asked(ChangeReason? Reason, string? Text, bool CustomerAsked, DateOnly? WantedBy);
