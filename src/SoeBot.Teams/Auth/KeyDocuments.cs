using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SoeBot.Teams.Auth;

/// <summary>Fetches the key set and remembers its text, which the library throws away.</summary>
internal sealed class KeyDocuments(HttpClient http) : IDocumentRetriever
{
    private bool _onlySecure = true;
    private string _last = "";

    /// <returns>The set, and the same as text.</returns>
    public async Task<(JsonWebKeySet Keys, string Json)> FetchAsync(Uri metadata, CancellationToken cancellationToken)
    {
        _onlySecure = metadata.Scheme == Uri.UriSchemeHttps;
        var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.AbsoluteUri, this, cancellationToken);
        return (configuration.JsonWebKeySet, _last);
    }

    // The last of the two documents is the set.
    async Task<string> IDocumentRetriever.GetDocumentAsync(string address, CancellationToken cancel) =>
        _last = await new HttpDocumentRetriever(http) { RequireHttps = _onlySecure }.GetDocumentAsync(address, cancel);
}
