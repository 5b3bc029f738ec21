namespace SoeBot.JourneyTests.Simulation.Invariants;

internal sealed class OneOpenMeeting : IInvariant
{
    public string Name => "one open meeting per plant";

    public string? Arrived(PlantYear year, Arrival arrival) => arrival.Row?.Source == "agenda" ? Daily(year) : null;

    public string? Daily(PlantYear year) =>
        year.Store.Read("SELECT count(*) FROM meetings WHERE state = 'Open'", row => row.GetInt64(0))[0] is > 1 and var open ? $"{open} are open." : null;
}
