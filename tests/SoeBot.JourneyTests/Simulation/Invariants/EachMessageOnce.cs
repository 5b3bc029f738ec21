namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>Whoever sends it, and however often they die: a message stands once, or twice when it is marked as repeated.</summary>
internal sealed class EachMessageOnce : IInvariant
{
    private readonly Dictionary<long, int> _stands = [];

    public string Name => "none is sent twice for one step";

    public string? Arrived(PlantYear year, Arrival arrival)
    {
        if (arrival.Row is not { } row) return $"\"{arrival.Message.Summary}\" stands, and nothing of the outbox was in hand.";
        var stands = _stands[row.Id] = _stands.GetValueOrDefault(row.Id) + 1;
        return stands > 1 + row.Repeats || (stands > 1 && row.Kind is not "Reminder") ? $"{row.Key} ({row.Kind}, repeats {row.Repeats}) stands {stands} times." : null;
    }
}
