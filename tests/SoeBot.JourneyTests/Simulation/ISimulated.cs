using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Simulation;

/// <summary>Something that people, Teams or machines do in the course of a year.</summary>
internal interface IAction
{
    /// <summary>In the first minutes of each day: puts what happens today into the year's agenda.</summary>
    void PlanDay(PlantYear year, DateOnly day);

    /// <summary>Happens in weeks too in which people do nearly nothing.</summary>
    bool IsAlways => false;

    /// <summary>A message was just posted.</summary>
    void Arrived(PlantYear year, Arrival arrival) { }

    /// <summary>Somebody sees another card than before: it was edited in their own chat, or answered their press.</summary>
    void Shown(PlantYear year, FakePerson who, FakeMessage message) { }
}

/// <summary>What must always hold. A break is said with what broke it.</summary>
internal interface IInvariant
{
    string Name { get; }

    /// <summary>At each message that comes to stand.</summary>
    string? Arrived(PlantYear year, Arrival arrival) => null;

    /// <summary>Once a day, when nothing is going on.</summary>
    string? Daily(PlantYear year) => null;

    /// <summary>At the end, when everything has come to rest.</summary>
    string? AtTheEnd(PlantYear year) => Daily(year);
}

/// <summary>An invariant does not hold.</summary>
internal sealed class Broken(string invariant, string what) : Exception($"{invariant}: {what}")
{
    public string Invariant => invariant;
}
