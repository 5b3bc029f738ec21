using SoeBot.Domain.Plan;

namespace SoeBot.Planning;

/// <summary>
/// Tells who has something to make ready that a plan has just come into use in this process. A hurry-up only: what another process
/// published is told to nobody here.
/// </summary>
internal sealed class PlanNews
{
    private readonly List<Action<PlantId, int>> _listeners = [];

    /// <param name="listener">Of plant and version; must return at once.</param>
    public void Hear(Action<PlantId, int> listener) => _listeners.Add(listener);

    public void Tell(PlantId plant, int version) => _listeners.ForEach(listener => listener(plant, version));
}
