using System.Diagnostics.CodeAnalysis;

namespace SoeBot.Teams.Auth;

/// <summary>Section <c>Bot</c>. Without <see cref="AppId"/> the bot runs in local trial mode.</summary>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>The client id of the bot's Entra app (a Guid); for a managed identity the identity's client id.</summary>
    public string? AppId { get; set; }

    public BotAppType AppType { get; set; } = BotAppType.SingleTenant;

    /// <summary>The home tenant of the app: the authority that gives us tokens, not the tenants that may use the bot.</summary>
    public string? TenantId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>A PFX file with its private key.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>The managed identity that the app trusts by a federated credential, so that there is no secret at all.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Tenants whose people may talk to the bot (Guids). Empty means nobody.</summary>
    public IList<string> AllowedTenants { get; set; } = [];

    public BotCloud Cloud { get; set; } = BotCloud.Public;

    /// <summary>Where the channel's signing keys are described, in place of the cloud's own address.</summary>
    public Uri? OpenIdMetadata { get; set; }

    /// <summary>Where our own tokens come from, in place of the cloud's own address.</summary>
    public Uri? TokenEndpoint { get; set; }

    /// <summary>
    /// Hosts besides Microsoft's own to which we may send our token: a host, a <c>*.host</c>, or for tests a loopback
    /// address with its port (<c>http://127.0.0.1:4711</c>).
    /// </summary>
    public IList<string> AllowedServiceHosts { get; set; } = [];

    /// <summary>
    /// Hosts besides SharePoint's from which a file that somebody sent may be fetched, written as <see cref="AllowedServiceHosts"/>.
    /// Our token never goes there.
    /// </summary>
    public IList<string> AllowedFileHosts { get; set; } = [];

    /// <summary>Of all files of one message together, in millions of bytes, 1 to 500.</summary>
    public int LargestFileMegabytes { get; set; } = 30;

    /// <summary>How long fetching one file may take, up to 10 minutes.</summary>
    public TimeSpan FileTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Local trial mode without the question whether the caller is on this machine, for a container whose port is published
    /// to loopback. Development only, never with an <see cref="AppId"/>.
    /// </summary>
    public bool DangerouslyAllowUnauthenticated { get; set; }

    [MemberNotNullWhen(false, nameof(AppId))]
    public bool IsLocalTrial => string.IsNullOrWhiteSpace(AppId);

    /// <summary>The bot's own id on the wire.</summary>
    public string? BotId => IsLocalTrial ? null : "28:" + AppId;

    internal CloudProfile Profile => CloudProfile.Of(Cloud);
}

public enum BotAppType
{
    SingleTenant,

    /// <summary>The bot is a managed identity itself; <see cref="BotOptions.AppId"/> is its client id.</summary>
    UserAssignedMSI,

    /// <summary>Registered before August 2025; its authority is Microsoft's own tenant for bots.</summary>
    MultiTenant,
}
