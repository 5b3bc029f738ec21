using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Changes;

/// <summary>Change requests with their history. Lists are ordered by number.</summary>
public sealed class ChangeStore
{
    private static readonly ChangeState[] Open = [ChangeState.Drafted, ChangeState.Checked, ChangeState.Asked, ChangeState.Tied];
    private static readonly ChangeState[] Waiting = [ChangeState.Asked, ChangeState.Tied];
    private static readonly ChangeState[] Effective = [ChangeState.Approved, ChangeState.Recorded];
    private readonly SoeDatabase _database;

    internal ChangeStore(SoeDatabase database) => _database = database;

    /// <param name="input">Its id makes a second draft of it the same one.</param>
    /// <param name="now">When.</param>
    /// <param name="effect">What it brings with it, made when its number is known.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<DraftResult> DraftAsync(NewChange input, DateTimeOffset now, Func<ChangeRequest, Effect> effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            if (await db.Changes.FirstOrDefaultAsync(row => row.Id == input.Id, cancellation) is { } before)
                return new DraftResult(before, AlreadyThere: true);
            var request = ChangeRequest.Draft(input, await NextNumberAsync(db, input.Plant, cancellation), now);
            db.Changes.Add(request);
            await EffectWriter.WriteAsync(db, effect(request), cancellation);
            return new DraftResult(request, AlreadyThere: false);
        }, cancellation);

    /// <summary>Load, decide, save. When somebody else was quicker, <paramref name="change"/> runs again on what they left.</summary>
    public Task<ChangeResult<ChangeRequest, T>> ChangeAsync<T>(ChangeId id, Func<ChangeRequest, (T Outcome, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var request = await db.Changes.AsTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation);
            if (request is null) return new ChangeResult<ChangeRequest, T>(null, default);
            var (outcome, effect) = change(request);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return new ChangeResult<ChangeRequest, T>(request, outcome);
        }, cancellation);

    public Task<ChangeRequest?> FindAsync(PlantId plant, int number, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Changes.FirstOrDefaultAsync(row => row.Plant == plant && row.Number == number, cancellation), cancellation);

    public Task<ChangeRequest?> FindAsync(ChangeId id, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Changes.FirstOrDefaultAsync(row => row.Id == id, cancellation), cancellation);

    /// <summary>Drafts included.</summary>
    public Task<IReadOnlyList<ChangeRequest>> OpenAsync(PlantId plant, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Plant == plant && Open.Contains(row.State)), cancellation);

    /// <summary>Those that somebody has to decide, in the order in which their time ends.</summary>
    public async Task<IReadOnlyList<ChangeRequest>> WaitingAsync(PlantId plant, CancellationToken cancellation) =>
        [.. (await ListAsync(rows => rows.Where(row => row.Plant == plant && Waiting.Contains(row.State)), cancellation)).OrderBy(row => row.ExpiresAt)];

    /// <summary>Those that hold and ended at the instant or later.</summary>
    public Task<IReadOnlyList<ChangeRequest>> EffectiveAsync(PlantId plant, DateTimeOffset since, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Plant == plant && Effective.Contains(row.State) && row.EndedAt >= since), cancellation);

    /// <summary>All that were drafted at the instant or later.</summary>
    public Task<IReadOnlyList<ChangeRequest>> SinceAsync(PlantId plant, DateTimeOffset from, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Plant == plant && row.DraftedAt >= from), cancellation);

    private Task<IReadOnlyList<ChangeRequest>> ListAsync(Func<IQueryable<ChangeRequest>, IQueryable<ChangeRequest>> which, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<ChangeRequest>>(async db => await which(db.Changes).OrderBy(row => row.Number).ToListAsync(cancellation), cancellation);

    private static async Task<int> NextNumberAsync(SoeDb db, PlantId plant, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<int>($"""
            INSERT INTO change_numbers (plant, last) VALUES ({plant.Value}, 1)
            ON CONFLICT (plant) DO UPDATE SET last = change_numbers.last + 1 RETURNING last
            """).ToListAsync(cancellation))[0];
}
