using Microsoft.Extensions.Options;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Files;
using Xunit;

namespace SoeBot.UnitTests.Teams.Files;

public sealed class FileHostsTests
{
    [Theory]
    [InlineData("https://plant-my.sharepoint.com/personal/a/_layouts/15/download.aspx?tempauth=x", true)]
    [InlineData("https://eu-prod.asyncgw.svc.ms/file", true)]
    [InlineData("https://files.plant.example/x", true)]
    [InlineData("http://127.0.0.1:4711/files/1", true)]
    [InlineData("http://plant-my.sharepoint.com/x", false)]
    [InlineData("https://plant-my.sharepoint.com:8443/x", false)]
    [InlineData("https://user:word@plant-my.sharepoint.com/x", false)]
    [InlineData("https://sharepoint.com/x", false)]
    [InlineData("https://evilsharepoint.com/x", false)]
    [InlineData("https://plant.sharepoint.com.evil.example/x", false)]
    [InlineData("https://smba.trafficmanager.net/x", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("http://127.0.0.1:4712/files/1", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("ftp://plant-my.sharepoint.com/x", false)]
    public void Files_come_from_these_hosts_alone(string url, bool allowed) =>
        Assert.Equal(allowed, new FileHosts(Options.Create(new BotOptions { AllowedFileHosts = ["files.plant.example", "http://127.0.0.1:4711"] })).Allows(new Uri(url)));
}
