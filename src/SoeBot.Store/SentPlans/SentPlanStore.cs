using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.SentPlans;

/// <summary>Plan files that somebody sent in a chat: noted with the message, read behind it, one after the other per plant.</summary>
public sealed class SentPlanStore : IDisposable
{
    public const int MaxTries = 5;
    private readonly SoeDatabase _database;
    private readonly Signal _signal = new();

    internal SentPlanStore(SoeDatabase database) => _database = database;

    /// <summary>A message that is worked twice notes its files once, and then its effect is written once.</summary>
    public async Task AddAsync(SentPlan plan, DateTimeOffset now, Effect effect, CancellationToken cancellation)
    {
        await _database.WriteAsync(async db =>
        {
            if (await db.SentPlans.AnyAsync(row => row.Id == plan.Id, cancellation)) return;
            db.SentPlans.Add(new()
            {
                Id = plan.Id, Tenant = plan.Tenant, Conversation = plan.Conversation, By = plan.By, Plant = plan.Plant, State = plan.State, At = now,
                Files = JsonSerializer.Serialize(plan.Files, Conversions.Json),
            });
            await EffectWriter.WriteAsync(db, effect, cancellation);
        }, cancellation);
        _signal.Pulse();
    }

    public Task<SentPlan?> FindAsync(long id, CancellationToken cancellation) =>
        _database.ReadAsync(async db => (await db.SentPlans.FirstOrDefaultAsync(row => row.Id == id, cancellation))?.ToPlan(), cancellation);

    /// <summary>False when it was said before; then nothing was written, the effect neither.</summary>
    public async Task<bool> ChooseAsync(long id, PlantId plant, Effect effect, CancellationToken cancellation)
    {
        var chosen = await _database.WriteAsync(async db =>
        {
            var row = await db.SentPlans.AsTracking().FirstOrDefaultAsync(one => one.Id == id && one.State == SentPlanState.Asking, cancellation);
            if (row is null) return false;
            (row.Plant, row.State) = (plant, SentPlanState.Waiting);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return true;
        }, cancellation);
        _signal.Pulse();
        return chosen;
    }

    /// <summary>The oldest one whose plant has no older one open; also what a process had in hand that is gone.</summary>
    public async Task<SentPlan?> ClaimNextAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (!await _database.ReadAsync(db => Open(db).AnyAsync(cancellation), cancellation)) return null;
        return await _database.WriteAsync(async db =>
        {
            var open = await RowLocks.Claim(Open(db).OrderBy(row => row.Id)).AsTracking().ToListAsync(cancellation);
            var first = open.DistinctBy(row => row.Plant).FirstOrDefault(row => row.State == SentPlanState.Waiting
                ? row.NotBefore is null || row.NotBefore <= now
                : row.ClaimedAt < now - ProcessMark.LostAfter || ProcessMark.IsGone(row.ClaimedBy));
            if (first is null) return null;
            (first.State, first.Tries, first.ClaimedAt, first.ClaimedBy) = (SentPlanState.Reading, first.Tries + 1, now, ProcessMark.Own);
            return first.ToPlan();
        }, cancellation);
    }

    public Task RetryAsync(long id, DateTimeOffset notBefore, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var row = await db.SentPlans.AsTracking().FirstOrDefaultAsync(one => one.Id == id && one.State == SentPlanState.Reading, cancellation);
            if (row is not null) (row.State, row.NotBefore) = (SentPlanState.Waiting, notBefore);
        }, cancellation);

    /// <summary>A result without a new plan version: the effect has it.</summary>
    public Task SettleAsync(Effect effect, CancellationToken cancellation) => _database.WriteAsync(effect, cancellation);

    /// <summary>True when this process noted something to read, false when the time is over.</summary>
    public Task<bool> WaitAsync(TimeSpan max, CancellationToken cancellation) => _signal.WaitAsync(max, cancellation);

    public void Dispose() => _signal.Dispose();

    private static IQueryable<SentPlanRow> Open(SoeDb db) => db.SentPlans.Where(row => row.State == SentPlanState.Waiting || row.State == SentPlanState.Reading);
}
