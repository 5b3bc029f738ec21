using Microsoft.EntityFrameworkCore;
using SoeBot.Store.Database;

namespace SoeBot.Store.Keys;

/// <summary>The public signing keys of a channel as they were fetched last, by the address they came from.</summary>
public sealed class SigningKeyStore
{
    private readonly SoeDatabase _database;

    internal SigningKeyStore(SoeDatabase database) => _database = database;

    public Task<(string Json, DateTimeOffset FetchedAt)?> FindAsync(string address, CancellationToken cancellation) =>
        _database.ReadAsync<(string, DateTimeOffset)?>(async db =>
            await db.SigningKeys.FirstOrDefaultAsync(row => row.Address == address, cancellation) is { } row ? (row.Json, row.FetchedAt) : null, cancellation);

    /// <summary>An older fetch never replaces a newer one.</summary>
    public async Task KeepAsync(string address, string json, DateTimeOffset fetchedAt, CancellationToken cancellation)
    {
        // Hardly ever they come for the first time.
        if (await _database.WriteAtOnceAsync(db => db.SigningKeys.Where(row => row.Address == address && row.FetchedAt < fetchedAt)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Json, json).SetProperty(row => row.FetchedAt, fetchedAt), cancellation), cancellation) > 0) return;
        await _database.WriteAsync(async db =>
        {
            var row = await db.SigningKeys.AsTracking().FirstOrDefaultAsync(one => one.Address == address, cancellation);
            if (row is null) db.SigningKeys.Add(new() { Address = address, Json = json, FetchedAt = fetchedAt });
            else if (row.FetchedAt < fetchedAt) (row.Json, row.FetchedAt) = (json, fetchedAt);
        }, cancellation);
    }
}

internal sealed class SigningKeyRow
{
    public required string Address { get; init; }
    public required string Json { get; set; }
    public required DateTimeOffset FetchedAt { get; set; }
}

internal static class SigningKeyMapping
{
    public static void Map(ModelBuilder model)
    {
        var keys = model.Entity<SigningKeyRow>().ToTable("signing_keys");
        keys.HasKey(row => row.Address);
        keys.Property(row => row.FetchedAt).IsConcurrencyToken();
    }
}
