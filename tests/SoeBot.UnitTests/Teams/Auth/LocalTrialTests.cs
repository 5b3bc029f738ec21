using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SoeBot.Teams.Auth;
using Xunit;

namespace SoeBot.UnitTests.Teams.Auth;

public sealed class LocalTrialTests
{
    private const string Hello =
        """{"type":"message","channelId":"msteams","serviceUrl":"http://localhost:56150/_connector","conversation":{"id":"a:1"},"text":"hello"}""";

    private static readonly Dictionary<string, string?> Nothing = [];

    [Fact]
    public async Task Post_FromThisMachine_IsAccepted()
    {
        await using var bot = await TestBot.StartAsync(Nothing);
        Assert.Equal((202, ""), await PostAsync(bot, _ => { }));
        Assert.Single(bot.Accepted);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "10.0.0.1")]
    [InlineData("X-Forwarded-Host", "bot.example")]
    [InlineData("Forwarded", "for=10.0.0.1")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "localhost.evil.example")]
    public async Task Post_WithHeaderOfSomebodyElse_Is403WithTheReason(string header, string value)
    {
        await using var bot = await TestBot.StartAsync(Nothing);
        var (status, text) = await PostAsync(bot, request => request.Headers.TryAddWithoutValidation(header, value));
        Assert.Equal(403, status);
        Assert.StartsWith("No Bot:AppId is set", text, StringComparison.Ordinal);
        Assert.Empty(bot.Accepted);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Post_AsAFormOrText_Is403(string contentType)
    {
        await using var bot = await TestBot.StartAsync(Nothing);
        var (status, text) = await PostAsync(bot, request => request.Content = new StringContent(Hello, Encoding.UTF8, contentType));
        Assert.Equal(403, status);
        Assert.Contains("application/json", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://localhost.evil.example/")]
    public async Task Post_ServiceUrlElsewhere_Is403(string serviceUrl)
    {
        await using var bot = await TestBot.StartAsync(Nothing);
        var body = Hello.Replace("http://localhost:56150/_connector", serviceUrl, StringComparison.Ordinal);
        var (status, _) = await PostAsync(bot, request => request.Content = new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(403, status);
    }

    [Theory]
    [InlineData("10.1.2.3", false, false)]
    [InlineData("127.0.0.1", false, true)]
    [InlineData("::1", false, true)]
    [InlineData(null, false, false)]
    [InlineData("10.1.2.3", true, true)]
    public void Check_Caller_OnlyThisMachineUnlessDangerous(string? address, bool dangerous, bool answered)
    {
        var trial = new LocalTrial(Options.Create(new BotOptions { DangerouslyAllowUnauthenticated = dangerous }));
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        context.Request.Host = new HostString("localhost", 3978);
        context.Request.ContentType = "application/json; charset=utf-8";
        Assert.Equal(answered, trial.Check(context.Request) is null);
    }

    private static async Task<(int Status, string Text)> PostAsync(TestBot bot, Action<HttpRequestMessage> change)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Endpoint) { Content = new StringContent(Hello, Encoding.UTF8, "application/json") };
        change(request);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
