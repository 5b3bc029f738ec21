using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Exceptions;

/// <summary>Who looks for the cause of a process problem, not for its symptom (R41).</summary>
public sealed class CauseOwner
{
    private CauseOwner() { }

    public PlantId Plant { get; private set; }

    /// <summary><see cref="ProcessProblem.Number"/>.</summary>
    public int Problem { get; private set; }
    public PersonKey? Owner { get; private set; }
    public DateTimeOffset? Since { get; private set; }
    public int Version { get; private set; }

    public static CauseOwner Of(PlantId plant, int problem) => new() { Plant = plant, Problem = problem };

    /// <summary>False: it was that person's already.</summary>
    public bool GiveTo(PersonKey owner, DateTimeOffset now)
    {
        if (Owner == owner) return false;
        (Owner, Since) = (owner, now);
        Version++;
        return true;
    }
}
