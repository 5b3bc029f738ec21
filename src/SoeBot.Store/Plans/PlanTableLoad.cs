using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

namespace SoeBot.Store.Plans;

/// <summary>How the rows of one table are read.</summary>
/// <param name="Parts">To be read all, side by side or in any order.</param>
/// <param name="Into">Puts what they read into a snapshot.</param>
internal sealed record PlanTableLoad(IReadOnlyList<Func<SoeDb, CancellationToken, Task>> Parts, Func<PlanSnapshot, PlanSnapshot> Into)
{
    /// <summary>One part after the other.</summary>
    public async Task<PlanSnapshot> ReadAsync(SoeDb db, PlanSnapshot plan, CancellationToken cancellation)
    {
        foreach (var part in Parts) await part(db, cancellation);
        return Into(plan);
    }
}
