using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Occurrences;

/// <summary>Whose pass it is, and for which plant it was asked for.</summary>
public sealed record DashboardPass(PersonKey Person, PlantId Plant);

/// <summary>Ways into the dashboard of the jobs: a link that opens once, and the session that it becomes. Only hashes are kept. Instants are the machine's.</summary>
public sealed class DashboardPasses
{
    private readonly SoeDatabase _database;

    internal DashboardPasses(SoeDatabase database) => _database = database;

    /// <summary>Makes the secret of a link; what has expired goes on the way.</summary>
    public async Task<string> OfferAsync(DashboardPass pass, DateTimeOffset until, DateTimeOffset now, Effect effect, CancellationToken cancellation)
    {
        var secret = Secret();
        await _database.WriteAsync(async db =>
        {
            await db.DashboardPasses.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
            db.DashboardPasses.Add(Row(secret, pass, until, isSession: false));
            await EffectWriter.WriteAsync(db, effect, cancellation);
        }, cancellation);
        return secret;
    }

    /// <summary>Uses a link up. Null when there is no such link, or it was used or is over.</summary>
    /// <returns>The secret of the session, and whose it is.</returns>
    public Task<(string Session, DashboardPass Pass)?> RedeemAsync(string secret, DateTimeOffset until, DateTimeOffset now, Func<DashboardPass, Effect> effect, CancellationToken cancellation)
    {
        var (hash, session) = (Hash(secret), Secret());
        return _database.WriteAsync<(string, DashboardPass)?>(async db =>
        {
            var link = await db.DashboardPasses.FirstOrDefaultAsync(row => row.Hash == hash && !row.IsSession && row.ExpiresAt > now, cancellation);
            if (link is null || await db.DashboardPasses.Where(row => row.Hash == hash).ExecuteDeleteAsync(cancellation) == 0) return null;
            var pass = new DashboardPass(link.Person, link.Plant);
            db.DashboardPasses.Add(Row(session, pass, until, isSession: true));
            await EffectWriter.WriteAsync(db, effect(pass), cancellation);
            return (session, pass);
        }, cancellation);
    }

    /// <summary>Null when it is over or never was.</summary>
    public Task<DashboardPass?> SessionAsync(string secret, DateTimeOffset now, CancellationToken cancellation)
    {
        var hash = Hash(secret);
        return _database.ReadAsync(async db => await db.DashboardPasses.FirstOrDefaultAsync(row => row.Hash == hash && row.IsSession && row.ExpiresAt > now, cancellation) is { } row
            ? new DashboardPass(row.Person, row.Plant) : null, cancellation);
    }

    private static DashboardPassRow Row(string secret, DashboardPass pass, DateTimeOffset until, bool isSession) =>
        new() { Hash = Hash(secret), Person = pass.Person, Plant = pass.Plant, ExpiresAt = until, IsSession = isSession };

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

internal sealed class DashboardPassRow
{
    public required string Hash { get; init; }
    public required PersonKey Person { get; init; }
    public required PlantId Plant { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public required bool IsSession { get; init; }
}

internal static class DashboardPassMapping
{
    public static void Map(ModelBuilder model)
    {
        var passes = model.Entity<DashboardPassRow>().ToTable("dashboard_passes");
        passes.HasKey(row => row.Hash);
        passes.HasIndex(row => row.ExpiresAt);
    }
}
