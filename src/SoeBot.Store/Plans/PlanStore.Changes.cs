using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.Plans;

/// <summary>What a change request names.</summary>
public sealed partial class PlanStore
{
    /// <summary>Production orders whose number is or ends like this, whatever the case; the equal one comes first.</summary>
    public Task<IReadOnlyList<ScheduleLine>> FindScheduleAsync(PlantId plant, int version, string ending, int take, CancellationToken cancellation)
    {
        var wanted = ending.Trim().ToLowerInvariant();
        if (wanted.Length == 0) return Task.FromResult<IReadOnlyList<ScheduleLine>>([]);
#pragma warning disable CA1304, CA1311 // ToLower runs in the database, which has no culture.
        return _database.ReadAsync<IReadOnlyList<ScheduleLine>>(async db =>
            await PlanRowsOf.Version<ScheduleLine>(db, plant, version).Where(line => line.Number.ToLower().EndsWith(wanted))
                .OrderBy(line => line.Number.Length).ThenBy(line => line.Number).Take(take).ToListAsync(cancellation), cancellation);
#pragma warning restore CA1304, CA1311
    }
}
