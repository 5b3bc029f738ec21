using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Teams.Auth;
using Xunit;

namespace SoeBot.UnitTests.Teams.Auth;

public sealed class OutboundTokenTests : IDisposable
{
    private const string App = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string Tenant = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string Trusted = "cccccccc-0000-4000-8000-000000000003";

    // Azure.Identity reckons the end of a token by the machine's clock.
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private readonly FakeEntra _entra = new();

    public void Dispose() => _entra.Dispose();

    [Theory]
    [InlineData(BotAppType.SingleTenant, BotCloud.Public, "https://login.microsoftonline.com/" + Tenant, "https://api.botframework.com/.default")]
    [InlineData(BotAppType.MultiTenant, BotCloud.Public, "https://login.microsoftonline.com/botframework.com", "https://api.botframework.com/.default")]
    [InlineData(BotAppType.SingleTenant, BotCloud.UsGov, "https://login.microsoftonline.us/" + Tenant, "https://api.botframework.us/.default")]
    [InlineData(BotAppType.SingleTenant, BotCloud.China, "https://login.partner.microsoftonline.cn/" + Tenant, "https://api.botframework.azure.cn/.default")]
    public async Task Get_Secret_AsksTheRightAuthorityForTheRightScope(BotAppType type, BotCloud cloud, string authority, string scope)
    {
        using var tokens = Tokens(new() { AppId = App, AppType = type, TenantId = Tenant, Cloud = cloud, ClientSecret = "s" });
        Assert.Equal("token-1", await GetAsync(tokens));
        var asked = Assert.Single(_entra.All);
        Assert.Equal(authority + "/oauth2/v2.0/token", asked.Address.AbsoluteUri);
        Assert.Equal(("client_credentials", App, "s"), (asked.Form["grant_type"], asked.Form["client_id"], asked.Form["client_secret"]));
        Assert.Contains(scope, asked.Form["scope"].Split(' '));
    }

    [Fact]
    public async Task Get_Certificate_SignsItsOwnAssertion()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var key = RSA.Create(2048);
            var now = TimeProvider.System.GetUtcNow();
            using var made = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
            await File.WriteAllBytesAsync(path, made.Export(X509ContentType.Pfx, "word"), TestContext.Current.CancellationToken);
            var settings = new BotOptions { AppId = App, TenantId = Tenant, CertificatePath = path, CertificatePassword = "word" };
            Assert.Empty(CredentialCheck.Problems(settings));
            using var tokens = Tokens(settings);
            Assert.Equal("token-1", await GetAsync(tokens));
            Assert.Equal(3, Assert.Single(_entra.All).Form["client_assertion"].Split('.').Length);
            settings.CertificatePassword = "other";
            Assert.Contains("cannot be opened as a PFX file", Assert.Single(CredentialCheck.Problems(settings)), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Get_IdentityThatIsTheBot_AsksTheMachine()
    {
        using var tokens = Tokens(new() { AppId = App, AppType = BotAppType.UserAssignedMSI });
        Assert.Equal("token-1", await GetAsync(tokens));
        var asked = Assert.Single(_entra.All);
        Assert.Equal(("169.254.169.254", App, "https://api.botframework.com"), (asked.Address.Host, asked.Form["client_id"], asked.Form["resource"]));
    }

    [Fact]
    public async Task Get_FederatedIdentity_ExchangesTheMachinesToken()
    {
        using var tokens = Tokens(new() { AppId = App, TenantId = Tenant, ManagedIdentityClientId = Trusted });
        Assert.Equal("token-2", await GetAsync(tokens));
        Assert.Equal((Trusted, "api://AzureADTokenExchange"), (_entra.All[0].Form["client_id"], _entra.All[0].Form["resource"]));
        Assert.Equal((App, "token-1"), (_entra.All[1].Form["client_id"], _entra.All[1].Form["client_assertion"]));
        Assert.Contains(Tenant, _entra.All[1].Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BotAppType.SingleTenant)]
    [InlineData(BotAppType.UserAssignedMSI)]
    public async Task Get_AgainAndAgain_KeepsTheTokenUntilFiveMinutesBeforeItsEnd(BotAppType type)
    {
        // An id of its own: the library keeps the machine's tokens for the whole process.
        using var tokens = Tokens(new() { AppId = Guid.NewGuid().ToString(), TenantId = Tenant, AppType = type, ClientSecret = "s" });
        Assert.Equal("token-1", await GetAsync(tokens));
        _clock.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("token-1", await GetAsync(tokens));
        _clock.Advance(TimeSpan.FromMinutes(1.5));
        Assert.Equal("token-2", await GetAsync(tokens));
    }

    [Theory]
    [InlineData(BotAppType.SingleTenant)]
    [InlineData(BotAppType.UserAssignedMSI)]
    public async Task Get_AfterARefusal_AsksAnew(BotAppType type)
    {
        using var tokens = Tokens(new() { AppId = Guid.NewGuid().ToString(), TenantId = Tenant, AppType = type, ClientSecret = "s" });
        Assert.Equal("token-1", await GetAsync(tokens));
        Assert.Equal("token-2", await tokens.GetAsync(renew: true, TestContext.Current.CancellationToken));
        Assert.Equal("token-2", await GetAsync(tokens));
    }

    [Fact]
    public async Task Get_ManyAtOnce_AskOnce()
    {
        var gate = new TaskCompletionSource();
        _entra.Gate = gate.Task;
        using var tokens = Tokens(new() { AppId = App, TenantId = Tenant, ClientSecret = "s" });
        var all = Enumerable.Range(0, 20).Select(_ => GetAsync(tokens)).ToList();
        gate.SetResult();
        Assert.All(await Task.WhenAll(all), token => Assert.Equal("token-1", token));
        Assert.Single(_entra.All);
    }

    [Fact]
    public async Task Get_Refused_SaysWhatEntraSaid()
    {
        _entra.Refuses = "AADSTS7000215: Invalid client secret provided.\r\nTrace ID: 1";
        using var tokens = Tokens(new() { AppId = App, TenantId = Tenant, ClientSecret = "s" });
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(tokens));
        Assert.Contains("AADSTS7000215: Invalid client secret provided.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Trace ID", refused.Message, StringComparison.Ordinal);
    }

    private OutboundToken Tokens(BotOptions settings) =>
        new(new HttpClient(_entra, disposeHandler: false), Options.Create(settings), _clock, NullLogger<OutboundToken>.Instance);

    private static async Task<string?> GetAsync(OutboundToken tokens) => await tokens.GetAsync(renew: false, TestContext.Current.CancellationToken);
}
