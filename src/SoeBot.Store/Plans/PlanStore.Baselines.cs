using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Effects;
using SoeBot.Store.Sop;

namespace SoeBot.Store.Plans;

/// <summary>Which version was frozen for a week, and whether planning stands by it.</summary>
public sealed partial class PlanStore
{
    /// <summary>A person who freezes a week confirms it; what the calendar freezes is not confirmed until somebody does.</summary>
    /// <returns>False when the week had one already; then nothing was written, the effect neither.</returns>
    public async Task<bool> SetBaselineAsync(PlantId plant, PlantWeek week, int version, PersonKey? by, DateTimeOffset now, Effect effect, CancellationToken cancellation)
    {
        var isNew = await _database.WriteAsync(async db =>
        {
            if (await db.Baselines.AnyAsync(row => row.Plant == plant && row.Week == week.Start, cancellation)) return false;
            var signed = await SopStore.LastSignedAsync(db, plant, cancellation);
            db.Baselines.Add(new() { Plant = plant, Week = week.Start, Version = version, By = by, At = now, ConfirmedBy = by, ConfirmedAt = by is null ? null : now, SopMonth = signed?.Month, SopVersion = signed?.SignedVersion });
            await StampAsync(db, plant, cancellation);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return true;
        }, cancellation);
        if (isNew) _memory.Changed(plant);
        return isNew;
    }

    /// <summary>Planning stands by what the calendar froze. The effect is written only when this confirmed it.</summary>
    public async Task<ConfirmResult> ConfirmBaselineAsync(PlantId plant, PlantWeek week, PersonKey by, DateTimeOffset now, Effect effect, CancellationToken cancellation)
    {
        var result = await _database.WriteAsync(async db =>
        {
            var confirmed = await db.Baselines.Where(row => row.Plant == plant && row.Week == week.Start && row.ConfirmedBy == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ConfirmedBy, by).SetProperty(row => row.ConfirmedAt, now), cancellation) > 0;
            var baseline = (await db.Baselines.FirstOrDefaultAsync(row => row.Plant == plant && row.Week == week.Start, cancellation))?.ToBaseline();
            if (!confirmed) return new ConfirmResult(baseline is null ? ConfirmOutcome.NothingFrozen : ConfirmOutcome.AlreadyConfirmed, baseline);
            await StampAsync(db, plant, cancellation);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return new ConfirmResult(ConfirmOutcome.Confirmed, baseline);
        }, cancellation);
        if (result.Outcome == ConfirmOutcome.Confirmed) _memory.Changed(plant);
        return result;
    }

    /// <summary>Of weeks that start on <paramref name="from"/> or later, in order.</summary>
    public Task<IReadOnlyList<Baseline>> BaselinesAsync(PlantId plant, DateOnly from, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<Baseline>>(async db =>
            [.. (await db.Baselines.Where(row => row.Plant == plant && row.Week >= from).OrderBy(row => row.Week).ToListAsync(cancellation)).Select(row => row.ToBaseline())], cancellation);
}
