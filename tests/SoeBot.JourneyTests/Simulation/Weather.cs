using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Simulation;

/// <summary>How the service is today: mostly well, at times it throttles, fails, or loses its answers.</summary>
internal sealed class Weather(Random chance)
{
    private int _throttled, _failing, _lost;

    public int Throttled { get; private set; }
    public int Failed { get; private set; }
    public int AnswersLost { get; private set; }
    public int Faults => Throttled + Failed + AnswersLost;

    public void Change()
    {
        var bad = chance.Next(3) == 0;
        (_throttled, _failing, _lost) = bad ? (chance.Next(25), chance.Next(15), chance.Next(8)) : (1, 1, 1);
    }

    public void Clear() => (_throttled, _failing, _lost) = (0, 0, 0);

    public FakeFate? Fate(FakeRequest request)
    {
        if (request.Method == "GET") return null;
        var drawn = chance.Next(100);
        FakeFate? fate = drawn < _throttled ? new(429, RetryAfter: drawn % 2 == 0 ? TimeSpan.FromSeconds(1 + chance.Next(20)) : null)
            : drawn < _throttled + _failing ? new(chance.Next(2) == 0 ? 503 : 502)
            : drawn < _throttled + _failing + _lost ? new(drawn % 2 == 0 ? 0 : 504, Stores: true)
            : null;
        if (fate is { Status: 429 }) Throttled++;
        else if (fate is { Stores: true }) AnswersLost++;
        else if (fate is not null) Failed++;
        return fate;
    }
}
