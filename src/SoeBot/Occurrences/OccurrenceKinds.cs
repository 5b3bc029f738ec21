using SoeBot.Domain.Reminders;
using SoeBot.Plants;
using SoeBot.Store.Effects;

namespace SoeBot.Occurrences;

/// <summary>The occurrences of one kind that a plant should have between two instants.</summary>
public delegate Task<IReadOnlyList<Occurrence>> DeriveOccurrences(PlantProfile plant, DateTimeOffset from, DateTimeOffset until, CancellationToken ct);

/// <summary>
/// Works one due occurrence: re-reads the state and says what it brings. Null or <see cref="Effect.Silent"/>: there was nothing to say, and
/// it is marked silent. The effect is committed together with the mark, so that it happens once.
/// </summary>
public delegate Task<Effect?> WorkOccurrence(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct);

/// <summary>Which of Hangfire's queues a kind's jobs wait in. Each server takes from them in this order.</summary>
public enum Urgency
{
    /// <summary>Somebody waits: a meeting, an approval, a customer who is to be told.</summary>
    Urgent,
    Usual,

    /// <summary>Takes long: imports, computing. One worker of a server alone does these.</summary>
    Low,
}

/// <param name="Derive">Null for kinds that a change brings itself (a decision's reminders).</param>
/// <param name="Read">Of reminders: whom to remind as things stand now; asked again whenever one waited somewhere.</param>
public sealed record OccurrenceKind(string Id, DeriveOccurrences? Derive, WorkOccurrence Work, Urgency Urgency = Urgency.Usual, ReadReminder? Read = null);

/// <summary>Every kind of occurrence by id, as the approved list of the surface names them.</summary>
public sealed class OccurrenceKinds
{
    private readonly Dictionary<string, OccurrenceKind> _kinds = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, OccurrenceKind> All => _kinds;

    public void Add(string id, DeriveOccurrences? derive, WorkOccurrence work, Urgency urgency = Urgency.Usual, ReadReminder? read = null)
    {
        if (!_kinds.TryAdd(id, new OccurrenceKind(id, derive, work, urgency, read)))
            throw new InvalidOperationException($"Two slices work the occurrence \"{id}\".");
    }
}
