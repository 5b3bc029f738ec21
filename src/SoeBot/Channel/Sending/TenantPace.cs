using SoeBot.Store.Outbox;

namespace SoeBot.Channel.Sending;

/// <summary>How fast one tenant and each of its conversations may be called, and who must wait because the service said so.</summary>
internal sealed class TenantPace
{
    /// <summary>So many conversations throttled one after another, none accepted between, mean the tenant.</summary>
    private const int Several = 3;

    /// <summary>Another machine's clock may be so far behind ours.</summary>
    private static readonly TimeSpan ClockBlur = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Window[] _perPlace;
    private readonly SlidingWindows _tenant;
    private readonly Dictionary<string, SlidingWindows> _places = [];
    private readonly Dictionary<string, TimeSpan> _held = [];
    private readonly HashSet<string> _throttledInARow = [];
    private TimeSpan _tenantHeld;

    public TenantPace(OutboxOptions options, TimeProvider time)
    {
        (_time, _start) = (time, time.GetTimestamp());
        _perPlace =
        [
            Of(options.ConversationPerSecond, 1), Of(options.ConversationPer2Seconds, 2), Of(options.ConversationPer30Seconds, 30), Of(options.ConversationPerHour, 3600),
        ];
        _tenant = new([Of(options.TenantPerSecond, 1)]);

        Window Of(int most, int seconds) => new(most * options.Multiplier, TimeSpan.FromSeconds(seconds) + options.Margin);
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Goes on where the former holder of the lease stopped, or a little later, since its clock may differ.</summary>
    public void Restore(TakenLease taken)
    {
        lock (_gate)
        {
            var (now, utc) = (Now, _time.GetUtcNow());
            foreach (var (place, at) in taken.Attempts)
            {
                var answered = now - (utc - at) + ClockBlur;
                if (answered > now) answered = now;
                Place(place).Restore(answered);
                _tenant.Restore(answered);
            }
            foreach (var (place, until) in taken.PutOff) Hold(place, now + (until - utc));
        }
    }

    /// <summary>Leave for one call there, which must be closed or cancelled; null for now.</summary>
    /// <param name="place">See <see cref="OutboxMessage.Lane"/>.</param>
    /// <param name="wait">When to ask again; infinite when an open call must be answered first.</param>
    public PacePass? TryEnter(string place, out TimeSpan wait)
    {
        lock (_gate)
        {
            var now = Now;
            var windows = Place(place);
            wait = Timeout.InfiniteTimeSpan;
            if (windows.FreeAt(now) is not { } free || _tenant.FreeAt(now) is not { } tenantFree) return null;
            wait = Latest(free, tenantFree, _tenantHeld, _held.GetValueOrDefault(place)) - now;
            if (wait > TimeSpan.Zero) return null;
            windows.Open();
            _tenant.Open();
            return new(made => Leave(windows, made));
        }
    }

    /// <summary>The service refused to be called so fast there.</summary>
    public void Throttled(string place, TimeSpan wait)
    {
        lock (_gate)
        {
            Hold(place, Now + wait);
            // The shortest of them: whoever was told to wait longer waits on by itself.
            if (_throttledInARow.Add(place) && _throttledInARow.Count >= Several)
                _tenantHeld = Latest(_tenantHeld, _throttledInARow.Min(one => _held.GetValueOrDefault(one)));
        }
    }

    public void Accepted()
    {
        lock (_gate) _throttledInARow.Clear();
    }

    /// <summary>Forgets places that no window reaches back to.</summary>
    public void Tidy()
    {
        lock (_gate)
        {
            var now = Now;
            foreach (var place in _places.Where(place => place.Value.IsIdle(now)).Select(place => place.Key).ToList()) _places.Remove(place);
            foreach (var place in _held.Where(place => place.Value < now).Select(place => place.Key).ToList()) _held.Remove(place);
        }
    }

    private void Leave(SlidingWindows windows, bool made)
    {
        lock (_gate)
        {
            foreach (var one in (SlidingWindows[])[windows, _tenant])
            {
                if (made) one.Close(Now);
                else one.Cancel();
            }
        }
    }

    private void Hold(string place, TimeSpan until)
    {
        if (until > _held.GetValueOrDefault(place)) _held[place] = until;
    }

    private SlidingWindows Place(string place) => _places.TryGetValue(place, out var windows) ? windows : _places[place] = new(_perPlace);

    private static TimeSpan Latest(params ReadOnlySpan<TimeSpan> instants)
    {
        var latest = instants[0];
        foreach (var one in instants)
            if (one > latest) latest = one;
        return latest;
    }
}

/// <summary>Leave for one call. Given back once: as made, whatever came of it, or as not made.</summary>
internal sealed class PacePass(Action<bool> leave)
{
    private int _left;

    public void Close() => Leave(made: true);

    public void Cancel() => Leave(made: false);

    private void Leave(bool made)
    {
        if (Interlocked.Exchange(ref _left, 1) == 0) leave(made);
    }
}
