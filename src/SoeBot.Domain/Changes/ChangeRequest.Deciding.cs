using SoeBot.Domain.Fences;
using SoeBot.Domain.People;

namespace SoeBot.Domain.Changes;

/// <summary>The presses of those whom a zone asks: plant manager and deputy (R20), the functions of the firm week (R21).</summary>
public sealed partial class ChangeRequest
{
    /// <param name="by">Who presses.</param>
    /// <param name="standing">What they may do now.</param>
    /// <param name="condition">Under which it holds; null for none.</param>
    /// <param name="seen">Version of the card pressed: nobody approves what they did not see.</param>
    /// <param name="now">When.</param>
    /// <param name="isConditional">The button asked for a condition, so there has to be one.</param>
    public ChangeOutcome Approve(PersonKey by, Standing standing, string? condition, int seen, DateTimeOffset now, bool isConditional = false)
    {
        if (State == ChangeState.Approved && DecidedBy == by) return ChangeOutcome.SameAsBefore;
        if (MayDecide(by, standing, seen, now) is var may && may != ChangeOutcome.Changed) return may;
        if (isConditional && Words(condition) is null) return ChangeOutcome.ReasonNeeded;
        Condition = Words(condition);
        DecidedBy = by;
        return End(ChangeState.Approved, Decided(ChangeEventKind.Approved, by, standing, Condition, now));
    }

    public ChangeOutcome Reject(PersonKey by, Standing standing, string? why, int seen, DateTimeOffset now)
    {
        if (State == ChangeState.Rejected && DecidedBy == by) return ChangeOutcome.SameAsBefore;
        if (MayDecide(by, standing, seen, now) is var may && may != ChangeOutcome.Changed) return may;
        if (Words(why) is not { } reason) return ChangeOutcome.ReasonNeeded;
        DecidedBy = by;
        return End(ChangeState.Rejected, Decided(ChangeEventKind.Rejected, by, standing, reason, now));
    }

    /// <summary>A question to whoever asked. The request waits on, and its time runs on.</summary>
    public ChangeOutcome Question(PersonKey by, Standing standing, string? question, DateTimeOffset now)
    {
        if (StillWaits(now) is var waits && waits != ChangeOutcome.Changed) return waits;
        if (!standing.IsManager && !standing.IsDeputy && !standing.Functions.Any(Required.Contains)) return ChangeOutcome.NoRight;
        return Words(question) is { } words ? Happened(new(ChangeEventKind.Questioned, now, by, words)) : ChangeOutcome.ReasonNeeded;
    }

    public ChangeOutcome Answer(PersonKey by, string? words, DateTimeOffset now)
    {
        if (by != By) return ChangeOutcome.NotYours;
        if (StillWaits(now) is var waits && waits != ChangeOutcome.Changed) return waits;
        if (!_events.Exists(one => one.Kind == ChangeEventKind.Questioned)) return ChangeOutcome.NotAsked;
        return Words(words) is { } said ? Happened(new(ChangeEventKind.Answered, now, by, said)) : ChangeOutcome.ReasonNeeded;
    }

    /// <summary>The plant manager leaves it to the deputy.</summary>
    public ChangeOutcome GiveToDeputy(PersonKey by, Standing standing, DateTimeOffset now)
    {
        if (StillWaits(now) is var waits && waits != ChangeOutcome.Changed) return waits;
        if (!standing.IsManager || !IsManagers) return ChangeOutcome.NoRight;
        if (DeputyMay) return ChangeOutcome.SameAsBefore;
        DeputyMay = true;
        return Happened(new(ChangeEventKind.GivenToDeputy, now, by));
    }

    /// <summary>Half of the time is over and nobody answered: from now on the deputy may decide too.</summary>
    public ChangeOutcome PassHalfTime(DateTimeOffset now)
    {
        if (!IsOpen) return ChangeOutcome.AlreadyEnded;
        if (!Waits || now < HalfTimeAt || _events.Exists(one => one.Kind == ChangeEventKind.HalfTime)) return ChangeOutcome.SameAsBefore;
        DeputyMay = true;
        return Happened(new(ChangeEventKind.HalfTime, now, null));
    }

    /// <summary>Firm week: one press signs for every function that the person stands for. Who says "not concerned" neither agrees nor stands in the way.</summary>
    public ChangeOutcome Sign(PersonKey by, Standing standing, Signature signature, string? why, int seen, DateTimeOffset now)
    {
        if (State == ChangeState.Approved && _events.Exists(one => one.By == by && one.Kind == KindOf(signature))) return ChangeOutcome.SameAsBefore;
        if (StillWaits(now) is var waits && waits != ChangeOutcome.Changed) return waits;
        if (Zone != Fence.Firm || Required.Count == 0) return ChangeOutcome.NotAsked;
        if (by == By) return ChangeOutcome.OwnRequest;
        var mine = Required.Where(standing.Functions.Contains).ToList();
        if (mine.Count == 0) return ChangeOutcome.NoRight;
        if (mine.TrueForAll(role => SignatureOf(role) == signature)) return ChangeOutcome.SameAsBefore;
        if (seen != Version) return ChangeOutcome.OldCard;
        var words = Words(why);
        if (signature == Signature.Objects && words is null) return ChangeOutcome.ReasonNeeded;
        foreach (var role in mine) Add(new(KindOf(signature), now, by, words, role));
        var all = Required.Select(SignatureOf).ToList();
        if (all.TrueForAll(one => one is Signature.Agrees or Signature.NotConcerned) && all.Contains(Signature.Agrees))
        {
            DecidedBy = by;
            return End(ChangeState.Approved, new(ChangeEventKind.Approved, now, by));
        }
        State = StateBySignatures();
        Version++;
        return ChangeOutcome.Changed;
    }

    /// <summary>The decision is taken back, and it waits again: by whoever decided, or by the plant manager where the deputy or the functions did.</summary>
    public ChangeOutcome TakeBack(PersonKey by, Standing standing, DateTimeOffset now)
    {
        if (Waits && _events[^1] is { Kind: ChangeEventKind.TakenBack } last && last.By == by) return ChangeOutcome.SameAsBefore;
        if (State is not (ChangeState.Approved or ChangeState.Rejected)) return IsOpen ? ChangeOutcome.NotChecked : ChangeOutcome.AlreadyEnded;
        if (!MayTakeBack(by, standing)) return by == By ? ChangeOutcome.OwnRequest : ChangeOutcome.NoRight;
        if (now >= UndoUntil || ArrivedIn is not null) return ChangeOutcome.UndoOver;
        var signed = WasSigned ? Required.Where(role => _events.Last(one => one.For == role).By == DecidedBy).ToList() : [];
        (DecidedBy, EndedAt, Condition) = (null, null, null);
        if (signed.Count == 0) Add(new(ChangeEventKind.TakenBack, now, by));
        foreach (var role in signed) Add(new(ChangeEventKind.TakenBack, now, by, For: role));
        State = Zone == Fence.Firm ? StateBySignatures() : ChangeState.Asked;
        Version++;
        return ChangeOutcome.Changed;
    }

    /// <summary>Until when the decision can be taken back; null where there is none. Nobody takes back what has begun.</summary>
    public DateTimeOffset? UndoUntil => State is not (ChangeState.Approved or ChangeState.Rejected) || EndedAt is not { } ended ? null : ended + UndoFor is var end && ExpiresAt < end ? ExpiresAt : end;

    /// <summary>Whoever decided, and the plant manager above the deputy and the functions; but nobody a decision of others on what they asked for.</summary>
    public bool MayTakeBack(PersonKey by, Standing standing) =>
        DecidedBy is { } decided && (by == decided || (by != By && standing.IsManager && (WasSigned || _events.Last(one => one.By == decided).AsDeputy)));

    /// <summary>The last signature of the functions made it hold, not a press of the plant manager.</summary>
    public bool WasSigned => State == ChangeState.Approved && _events.FindLastIndex(one => one.Kind == ChangeEventKind.Approved) is > 0 and var at
        && _events[at - 1] is { Kind: ChangeEventKind.Agreed or ChangeEventKind.NotConcerned } signature && signature.At == _events[at].At && signature.By == _events[at].By;

    /// <summary>Somebody who cannot decide asks those who can. Once per person: who presses again has asked already.</summary>
    public ChangeOutcome Urge(PersonKey by, DateTimeOffset now)
    {
        if (StillWaits(now) is var waits && waits != ChangeOutcome.Changed) return waits;
        if (_events.Exists(one => one.Kind == ChangeEventKind.Urged && one.By == by)) return ChangeOutcome.SameAsBefore;
        return Happened(new(ChangeEventKind.Urged, now, by));
    }

    private ChangeState StateBySignatures()
    {
        var all = Required.Select(SignatureOf).ToList();
        return all.Count == 0 || all.Contains(Signature.Objects) || all.TrueForAll(one => one == Signature.NotConcerned) ? ChangeState.Tied : ChangeState.Asked;
    }

    /// <summary>The last one given for a function; null while there is none.</summary>
    public Signature? SignatureOf(Role function) => _events.LastOrDefault(one => one.For == function)?.Kind switch
    {
        ChangeEventKind.Agreed => Signature.Agrees,
        ChangeEventKind.Objected => Signature.Objects,
        ChangeEventKind.NotConcerned => Signature.NotConcerned,
        _ => null,
    };

    private static ChangeEventKind KindOf(Signature signature) => signature switch
    {
        Signature.Agrees => ChangeEventKind.Agreed,
        Signature.Objects => ChangeEventKind.Objected,
        Signature.NotConcerned => ChangeEventKind.NotConcerned,
    };

    private ChangeOutcome StillWaits(DateTimeOffset now) =>
        !IsOpen ? ChangeOutcome.AlreadyEnded : !Waits ? ChangeOutcome.NotChecked : now >= ExpiresAt ? ChangeOutcome.TooLate : ChangeOutcome.Changed;

    private ChangeOutcome MayDecide(PersonKey by, Standing standing, int seen, DateTimeOffset now)
    {
        if (StillWaits(now) is var waits && waits != ChangeOutcome.Changed) return waits;
        if (!IsManagers || (!standing.IsManager && !standing.IsDeputy)) return ChangeOutcome.NoRight;
        if (by == By && !standing.MayApproveOwn) return ChangeOutcome.OwnRequest;
        if (!standing.IsManager && !standing.ManagerIsAway && !DeputyMay && !ManagerAsks) return ChangeOutcome.DeputyNotYet;
        return seen == Version ? ChangeOutcome.Changed : ChangeOutcome.OldCard;
    }

    private ChangeEvent Decided(ChangeEventKind kind, PersonKey by, Standing standing, string? words, DateTimeOffset now) =>
        new(kind, now, by, words, AsDeputy: !standing.IsManager, Own: by == By);
}

/// <summary>What a function says of a change in the firm week.</summary>
public enum Signature { Agrees, Objects, NotConcerned }
