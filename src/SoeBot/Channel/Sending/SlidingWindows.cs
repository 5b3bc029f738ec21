namespace SoeBot.Channel.Sending;

/// <param name="Most">Calls in any stretch of that length.</param>
internal readonly record struct Window(int Most, TimeSpan Length);

/// <summary>
/// Keeps calls within windows that slide by the service's clock, which nobody here can read. A call came to the service at some moment
/// between its start and its answer: so it counts from its start, and leaves a window only when the window has passed since its answer.
/// Instants are spans since any fixed moment.
/// </summary>
internal sealed class SlidingWindows(IReadOnlyList<Window> windows)
{
    private readonly int _most = windows.Max(window => window.Most);
    private readonly List<TimeSpan> _answered = [];
    private int _open;

    public bool IsIdle(TimeSpan now) => _open == 0 && (_answered.Count == 0 || _answered[^1] + windows.Max(window => window.Length) < now);

    /// <summary>The first moment at which one more call breaks nothing; null when that is only known once an open call was answered.</summary>
    public TimeSpan? FreeAt(TimeSpan now)
    {
        var at = now;
        foreach (var (most, length) in windows)
        {
            if (_open >= most) return null;
            var leaving = _answered.Count - (most - _open);
            if (leaving >= 0 && _answered[leaving] + length > at) at = _answered[leaving] + length;
        }
        return at;
    }

    public void Open() => _open++;

    /// <summary>It was not made after all.</summary>
    public void Cancel() => _open--;

    public void Close(TimeSpan now)
    {
        _open--;
        Restore(now);
    }

    /// <summary>A call of former times. In the order of their answers.</summary>
    public void Restore(TimeSpan answered)
    {
        _answered.Add(answered);
        if (_answered.Count > 2 * _most) _answered.RemoveRange(0, _answered.Count - _most);
    }
}
