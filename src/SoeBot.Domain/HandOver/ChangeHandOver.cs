using SoeBot.Domain.Changes;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.HandOver;

/// <summary>
/// The hand-over of one change to one receiver (R93). What it says is frozen with the approval. Instants are of the machine's clock.
/// A receiver hears of changes of the same order in the order in which they were approved.
/// </summary>
public sealed class ChangeHandOver
{
    private readonly List<TouchedOrder> _touches = [];

    private ChangeHandOver() { }

    /// <summary>Rises; given by the store.</summary>
    public long Id { get; private set; }

    /// <summary>The same in every try and replay: by it a receiver knows what it has already.</summary>
    public Guid Mark { get; private set; }
    public PlantId Plant { get; private set; }
    public ChangeId Change { get; private set; }

    /// <summary>Of the change: "C-7".</summary>
    public int Number { get; private set; }
    public PersonKey AskedBy { get; private set; }
    public string Receiver { get; private set; } = "";

    /// <summary>JSON, as it is signed and sent.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Cards of the change on which its state stands, by their source.</summary>
    public IReadOnlyList<string> Shows { get; private set; } = [];
    /// <summary>Of the plant's clock.</summary>
    public DateTimeOffset CreatedAt { get; private set; }
    public HandOverState State { get; private set; }

    /// <summary>Not before this instant; the least there is for at once.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>Since it was created or replayed.</summary>
    public int Tries { get; private set; }
    public DateTimeOffset? FirstTriedAt { get; private set; }

    /// <summary>Of the last try that did not succeed, in words; of a refusal the receiver's own.</summary>
    public string? Reason { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }
    public int Replays { get; private set; }

    /// <summary>Whoever hands it over has until then; after that it may be taken up again.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }
    public string? HeldBy { get; private set; }

    /// <summary>Raised with every change. Whoever took it up settles only the version it took.</summary>
    public int Version { get; private set; }

    /// <summary>Orders and production orders that it is about.</summary>
    public IReadOnlyList<TouchedOrder> Touches => _touches;

    public string Name => $"C-{Number}";
    public bool IsOpen => State == HandOverState.Waiting;
    public bool NeedsHelp => State is HandOverState.Refused or HandOverState.Dead;

    /// <param name="mark">New.</param>
    /// <param name="change">One that holds.</param>
    /// <param name="receiver">Name.</param>
    /// <param name="body">JSON.</param>
    /// <param name="shows">Sources of the cards that show its state.</param>
    /// <param name="notBefore">Of the machine's clock: while the decision can be taken back nobody is told of it. The least there is for at once.</param>
    /// <param name="now">Of the plant's clock.</param>
    public static ChangeHandOver Of(Guid mark, ChangeRequest change, string receiver, string body, IReadOnlyList<string> shows, DateTimeOffset notBefore, DateTimeOffset now)
    {
        var made = new ChangeHandOver
        {
            Mark = mark, Plant = change.Plant, Change = change.Id, Number = change.Number, AskedBy = change.By, Receiver = receiver, Body = body, Shows = shows,
            CreatedAt = now, NextAt = notBefore, State = HandOverState.Waiting, Version = 1,
        };
        var lines = (change.Impact?.Expected ?? []).Where(line => !line.IsNew).Select(line => line.Number);
        made._touches.AddRange(lines.Concat(change.Impact?.Lines ?? []).Prepend(change.What.Reference).Distinct(StringComparer.Ordinal)
            .Select(order => new TouchedOrder(change.Plant, receiver, order)));
        return made;
    }

    public void Take(string by, DateTimeOffset until)
    {
        (HeldBy, HeldUntil) = (by, until);
        Version++;
    }

    public void Accept(DateTimeOffset now)
    {
        Tries++;
        Settle(HandOverState.Accepted, null, now);
    }

    public void Refuse(string reason, DateTimeOffset now)
    {
        Tries++;
        Settle(HandOverState.Refused, reason, now);
    }

    /// <summary>Nobody will take it, however often it is tried.</summary>
    public void Bury(string reason, DateTimeOffset now) => Settle(HandOverState.Dead, reason, now);

    /// <summary>One try more failed; after the last it is dead.</summary>
    /// <param name="reason">In words.</param>
    /// <param name="named">How long the receiver wants to be left alone; null when it does not say.</param>
    /// <param name="rules">How often and how long.</param>
    /// <param name="chance">0 to 1.</param>
    /// <param name="now">When.</param>
    public void Fail(string reason, TimeSpan? named, RetryRules rules, double chance, DateTimeOffset now)
    {
        Tries++;
        FirstTriedAt ??= now;
        if (now - FirstTriedAt >= rules.GiveUpAfter)
        {
            Settle(HandOverState.Dead, reason, now);
            return;
        }
        (Reason, NextAt) = (reason, now + rules.After(Tries, named, chance));
        Free();
    }

    /// <summary>Makes it wait again with all its tries, in its old place.</summary>
    /// <param name="overtaken">A later one of the same order was taken, or is being told.</param>
    /// <param name="now">When.</param>
    public ReplayOutcome Replay(bool overtaken, DateTimeOffset now)
    {
        if (State == HandOverState.Waiting) return ReplayOutcome.Waits;
        if (State == HandOverState.Accepted) return ReplayOutcome.Accepted;
        if (overtaken) return ReplayOutcome.Overtaken;
        (State, Tries, FirstTriedAt, Reason, SettledAt, NextAt) = (HandOverState.Waiting, 0, null, null, null, now);
        Replays++;
        Open(true);
        Free();
        return ReplayOutcome.Replayed;
    }

    private void Settle(HandOverState state, string? reason, DateTimeOffset now)
    {
        (State, Reason, SettledAt) = (state, reason, now);
        Open(false);
        Free();
    }

    private void Free()
    {
        (HeldBy, HeldUntil) = (null, null);
        Version++;
    }

    private void Open(bool open)
    {
        foreach (var order in _touches) order.IsOpen = open;
    }
}

/// <summary>An order that a hand-over is about: while it is open, later ones to the same receiver wait.</summary>
public sealed class TouchedOrder(PlantId plant, string receiver, string reference)
{
    public PlantId Plant { get; private set; } = plant;
    public string Receiver { get; private set; } = receiver;

    /// <summary>Order, production order or item, as the plan names it.</summary>
    public string Reference { get; private set; } = reference;
    public bool IsOpen { get; internal set; } = true;
}
