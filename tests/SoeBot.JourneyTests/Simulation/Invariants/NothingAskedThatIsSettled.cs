namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>At the moment a reminder comes to stand, the decision that it asks about is still open.</summary>
internal sealed class NothingAskedThatIsSettled : IInvariant
{
    public string Name => "no reminder for what is done, re-dated or closed";

    public string? Arrived(PlantYear year, Arrival arrival)
    {
        if (!arrival.IsReminder || arrival.Row!.Source != "chase") return null;
        if (!int.TryParse(arrival.Row.About.Split(':')[0], out var number)) return null;
        var decision = SimDecision.Read(year, $"WHERE number = {number}").Single();
        return decision.Status is "Proposed" or "Taken" or "Missed" ? null : $"{arrival.Row.Key} was sent, and {decision} is settled.";
    }
}
