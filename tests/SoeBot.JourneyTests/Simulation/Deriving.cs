namespace SoeBot.JourneyTests.Simulation;

/// <summary>When to derive anew. The minute tick does when something changed; the changes of an hour are taken together here.</summary>
internal sealed class Deriving(SimStore store)
{
    private static readonly TimeSpan Together = TimeSpan.FromHours(1);
    private DateTimeOffset _last;
    private long _mark;

    /// <summary>Far away while nothing changed.</summary>
    public DateTimeOffset At => Mark() == _mark ? DateTimeOffset.MaxValue : _last + Together;

    public void Now(DateTimeOffset now) => (_mark, _last) = (Mark(), now);

    /// <summary>Whoever did it died in the middle, and the next process knows of nothing that was derived.</summary>
    public void Lost() => _mark = -1;

    private long Mark() => store.Read("SELECT number FROM derive_marks WHERE @at >= 0", default, row => row.GetInt64(0)).FirstOrDefault();
}
