namespace SoeBot.Teams.Auth;

/// <summary>Keeps the channel's last good signing keys over a restart, so that messages are understood while their address does not answer.</summary>
public interface IKeptKeys
{
    /// <returns>Null when none were kept of this address.</returns>
    Task<KeptKeys?> FindAsync(Uri metadata, CancellationToken cancellationToken);

    Task KeepAsync(Uri metadata, KeptKeys keys, CancellationToken cancellationToken);
}

/// <param name="Json">The key set (JWKS) as it was fetched; public keys only.</param>
/// <param name="FetchedAt">From Microsoft, not from here.</param>
public sealed record KeptKeys(string Json, DateTimeOffset FetchedAt);

internal sealed class NoKeptKeys : IKeptKeys
{
    public Task<KeptKeys?> FindAsync(Uri metadata, CancellationToken cancellationToken) => Task.FromResult<KeptKeys?>(null);

    public Task KeepAsync(Uri metadata, KeptKeys keys, CancellationToken cancellationToken) => Task.CompletedTask;
}
