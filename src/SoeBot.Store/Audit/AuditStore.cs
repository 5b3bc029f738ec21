using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Audit;

/// <summary>Who did what. Lines come in with the effect of a change and are never altered; the database refuses it too.</summary>
public sealed class AuditStore
{
    private readonly SoeDatabase _database;

    internal AuditStore(SoeDatabase database) => _database = database;

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<AuditLine>> ListAsync(PlantId plant, int skip, int take, CancellationToken cancellation) =>
        _database.ReadAsync(db => LinesAsync(
            db.Audit.Where(line => line.Plant == plant).OrderByDescending(line => line.Id).Skip(skip).Take(take), cancellation), cancellation);

    /// <summary>Everything about one thing ("D-41", "SO63216"), the oldest first.</summary>
    public Task<IReadOnlyList<AuditLine>> AboutAsync(PlantId plant, string about, CancellationToken cancellation) =>
        _database.ReadAsync(db => LinesAsync(
            db.Audit.Where(line => line.Plant == plant && line.About == about).OrderBy(line => line.Id), cancellation), cancellation);

    private static async Task<IReadOnlyList<AuditLine>> LinesAsync(IQueryable<AuditRow> rows, CancellationToken cancellation) =>
        (await rows.ToListAsync(cancellation)).ConvertAll(row => row.ToLine());
}
