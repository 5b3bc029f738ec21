namespace SoeBot.Teams.Conversations;

/// <summary>Gives the token that lets us speak to the connector.</summary>
public interface IOutboundToken
{
    /// <param name="renew">The last one was refused: do not answer it again.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>Null where none is needed: in local trial mode.</returns>
    /// <exception cref="HttpRequestException">No token could be had; nothing was sent.</exception>
    ValueTask<string?> GetAsync(bool renew, CancellationToken cancellationToken);
}

internal sealed class NoOutboundToken : IOutboundToken
{
    public ValueTask<string?> GetAsync(bool renew, CancellationToken cancellationToken) => new((string?)null);
}
