using SoeBot.Store.Outbox;

namespace SoeBot.Channel.Sending;

/// <summary>
/// Which lanes have something to send, and whose turn it is: answers first, then whoever was served longest ago. One message of a part
/// is in hand at a time.
/// </summary>
internal sealed class LaneBoard
{
    private readonly Dictionary<LanePart, Entry> _open = [];
    private readonly HashSet<LanePart> _inHand = [];
    private readonly Dictionary<LanePart, DateTimeOffset> _resting = [];
    private readonly Dictionary<LanePart, long> _served = [];
    private long _turn;

    public bool IsEmpty => _open.Count == 0 && _inHand.Count == 0;

    public int InHand => _inHand.Count;

    /// <summary>How often the store has said what it holds.</summary>
    public int Looks { get; private set; }

    /// <summary>What the store says now.</summary>
    public void Replace(IReadOnlyList<LaneHead> heads, DateTimeOffset now)
    {
        foreach (var part in _resting.Where(rest => rest.Value <= now).Select(rest => rest.Key).ToList()) _resting.Remove(part);
        Looks++;
        _open.Clear();
        foreach (var head in heads) _open[new(head.Lane, head.IsAnswer)] = new(head.Id, head.RetryAt);
        foreach (var part in _served.Keys.Where(part => !_open.ContainsKey(part) && !_inHand.Contains(part)).ToList()) _served.Remove(part);
    }

    /// <summary>Those that are not in hand, with the moment before which they need not be tried.</summary>
    public IEnumerable<(LanePart Part, DateTimeOffset? ReadyAt)> InOrder() =>
        from entry in _open
        where !_inHand.Contains(entry.Key)
        orderby entry.Key.Answers descending, _served.GetValueOrDefault(entry.Key), entry.Value.First
        select (entry.Key, Later(entry.Value.ReadyAt, _resting.TryGetValue(entry.Key, out var rest) ? rest : null));

    public void Take(LanePart part)
    {
        _inHand.Add(part);
        _served[part] = ++_turn;
    }

    /// <param name="part">Came back from <see cref="Take"/>.</param>
    /// <param name="found">False when nothing more of it was due.</param>
    /// <param name="readyAt">When its message is to be tried again; null when it is done.</param>
    /// <param name="restUntil">Before then nothing of this part is sent, whatever the store says.</param>
    /// <param name="looks"><see cref="Looks"/> before that was found: what the store has said since is news. Null: it has said nothing.</param>
    public void GiveBack(LanePart part, bool found, DateTimeOffset? readyAt = null, DateTimeOffset? restUntil = null, int? looks = null)
    {
        _inHand.Remove(part);
        if (restUntil is { } rest) _resting[part] = rest;
        if (found) _open[part] = new(_open.TryGetValue(part, out var known) ? known.First : 0, readyAt);
        else if (looks is null || looks == Looks) _open.Remove(part);

        // It may have waited for this answer.
        if (part.Answers) _open.TryAdd(part with { Answers = false }, new(0, null));
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other ?? one : one;

    private readonly record struct Entry(long First, DateTimeOffset? ReadyAt);
}
