using Microsoft.Extensions.Options;
using SoeBot.Teams.Auth;
using Xunit;

namespace SoeBot.UnitTests.Teams.Auth;

public sealed class BotOptionsTests
{
    private const string Guid1 = "aaaaaaaa-0000-4000-8000-000000000001";

    private static readonly Dictionary<string, string?> Sound = new()
    {
        ["Bot:AppId"] = Guid1,
        ["Bot:TenantId"] = Guid1,
        ["Bot:ClientSecret"] = "secret",
        ["Bot:AllowedTenants:0"] = Guid1,
        ["Bot:AllowedServiceHosts:0"] = "*.smba.example.com",
    };

    [Fact]
    public async Task Start_SoundSettingsInProduction_Starts()
    {
        await using var bot = await TestBot.StartAsync(Sound, environment: "Production");
        Assert.NotNull(bot.Endpoint);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Start_NoAppIdOutsideDevelopment_SaysSo(string environment) =>
        Assert.Contains("Bot:AppId is not set", await ProblemAsync([], environment), StringComparison.Ordinal);

    [Fact]
    public async Task Start_ManyMistakes_NamesAllAtOnce()
    {
        var problem = await ProblemAsync(new Dictionary<string, string?>
        {
            ["Bot:AppId"] = "my bot",
            ["Bot:AllowedTenants:0"] = "contoso",
            ["Bot:DangerouslyAllowUnauthenticated"] = "true",
            ["Bot:OpenIdMetadata"] = "http://keys.example/",
            ["Bot:AllowedServiceHosts:0"] = "http://evil.example/",
        });
        foreach (var part in new[]
        {
            "Bot:AppId is not a Guid", "Bot:TenantId must be", "'contoso'", "DangerouslyAllowUnauthenticated cannot", "http://keys.example/ is not",
            "'http://evil.example/'", "nothing to get a token with",
        })
        {
            Assert.Contains(part, problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Bot:AllowedTenants:0", "Bot:AllowedTenants is empty")]
    [InlineData("Bot:ClientSecret", "nothing to get a token with")]
    [InlineData("Bot:TenantId", "Bot:TenantId must be")]
    public async Task Start_OneSettingMissing_NamesIt(string left, string part)
    {
        var settings = new Dictionary<string, string?>(Sound);
        settings.Remove(left);
        Assert.Contains(part, await ProblemAsync(settings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bot:CertificatePath", "no-such.pfx", "there is no such file")]
    [InlineData("Bot:CertificatePath", "no-such.pfx", "Bot:ClientSecret and Bot:CertificatePath are set")]
    [InlineData("Bot:CertificatePassword", "word", "without Bot:CertificatePath")]
    [InlineData("Bot:ManagedIdentityClientId", "mine", "Bot:ManagedIdentityClientId is not a Guid")]
    [InlineData("Bot:AppType", "UserAssignedMSI", "Bot:ClientSecret has no use")]
    public async Task Start_CredentialsThatDoNotFit_SaysHow(string setting, string value, string part) =>
        Assert.Contains(part, await ProblemAsync(new Dictionary<string, string?>(Sound) { [setting] = value }), StringComparison.Ordinal);

    [Fact]
    public async Task Start_IdentityThatIsNotTheBot_SaysSo()
    {
        var settings = new Dictionary<string, string?>(Sound) { ["Bot:AppType"] = "UserAssignedMSI", ["Bot:ManagedIdentityClientId"] = Guid.NewGuid().ToString() };
        settings.Remove("Bot:ClientSecret");
        Assert.Contains("differs from Bot:AppId", await ProblemAsync(settings), StringComparison.Ordinal);
        settings["Bot:ManagedIdentityClientId"] = Guid1;
        await using var bot = await TestBot.StartAsync(settings, environment: "Production");
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://smba.trafficmanager.net:8443/emea/", false)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://other.trafficmanager.net/", false)]
    [InlineData("https://webchat.botframework.com/", true)]
    [InlineData("https://botframework.com.evil.example/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams", true)]
    [InlineData("https://a.smba.example.com/", true)]
    [InlineData("https://user@smba.trafficmanager.net/", false)]
    [InlineData("http://localhost:3979/", false)]
    [InlineData("http://127.0.0.1:4711/x", true)]
    [InlineData("http://127.0.0.1:4712/x", false)]
    public void Allows_Address_OnlyTheKnownOnes(string address, bool allowed)
    {
        var options = new BotOptions { AppId = Guid1, AllowedServiceHosts = ["*.smba.example.com", "http://127.0.0.1:4711"] };
        Assert.Equal(allowed, new ServiceHosts(Options.Create(options)).Allows(address));
    }

    private static async Task<string> ProblemAsync(Dictionary<string, string?> settings, string environment = "Development") =>
        (await Assert.ThrowsAsync<OptionsValidationException>(() => TestBot.StartAsync(settings, environment: environment))).Message;
}
