using SoeBot.Store.Keys;
using SoeBot.Teams.Auth;

namespace SoeBot.Channel;

/// <summary>Keeps the channel's last good signing keys in the store, for every process of the bot.</summary>
internal sealed class KeptSigningKeys(SigningKeyStore store) : IKeptKeys
{
    public async Task<KeptKeys?> FindAsync(Uri metadata, CancellationToken cancellationToken) =>
        await store.FindAsync(metadata.AbsoluteUri, cancellationToken) is var (json, fetchedAt) ? new KeptKeys(json, fetchedAt) : null;

    public Task KeepAsync(Uri metadata, KeptKeys keys, CancellationToken cancellationToken) =>
        store.KeepAsync(metadata.AbsoluteUri, keys.Json, keys.FetchedAt, cancellationToken);
}
