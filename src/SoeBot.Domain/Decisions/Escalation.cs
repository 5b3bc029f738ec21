using SoeBot.Domain.People;

namespace SoeBot.Domain.Decisions;

/// <summary>A decision that is wanted from the next level up, with options and a recommendation, not raw numbers (R100, R110).</summary>
/// <param name="Level">Whose level it is.</param>
/// <param name="To">The one person who is asked.</param>
/// <param name="Recommendation">What those below would do, and why.</param>
/// <param name="Chosen">Counts from 0; null until somebody chose.</param>
public sealed record Escalation(
    Role Level,
    PersonKey To,
    IReadOnlyList<string> Options,
    string Recommendation,
    DateOnly DecideBy,
    PersonKey By,
    DateTimeOffset At,
    int? Chosen = null,
    PersonKey? ChosenBy = null,
    DateTimeOffset? ChosenAt = null);

/// <summary>Levels from low to high, as the plant has set them (R106).</summary>
public static class EscalationPath
{
    /// <summary>The level above both where it was asked last and whoever asks; null at the top.</summary>
    /// <param name="asked">Where it was escalated to before; null when nowhere.</param>
    /// <param name="own">Roles of the one who escalates.</param>
    public static Role? Next(IReadOnlyList<Role> path, Role? asked, IReadOnlyCollection<Role> own)
    {
        var reached = -1;
        for (var at = 0; at < path.Count; at++)
            if (path[at] == asked || own.Contains(path[at])) reached = at;
        return reached + 1 < path.Count ? path[reached + 1] : null;
    }
}
