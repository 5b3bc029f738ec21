using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using SoeBot.Plants;
using Xunit;

namespace SoeBot.UnitTests.Plants;

/// <summary>A receiver that could not be told safely stops the start, each with the key that is wrong.</summary>
public sealed class HandOverOptionsTests
{
    private const string Good = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";

    public static TheoryData<string, string, ReceiverSetting> Wrong => new()
    {
        { "ERP", "Receivers:ERP:Address: an https address", new() { Secret = Good } },
        { "ERP", "Receivers:ERP:Address: an https address", new() { Address = "http://erp.example.com/x", Secret = Good } },
        { "ERP", "Receivers:ERP:Address: an https address", new() { Address = "http://127.0.0.1/x", Secret = Good } },
        { "ERP", "Receivers:ERP:Address: an https address", new() { Address = "https://me:secret@erp.example.com/", Secret = Good } },
        { "ERP", "Receivers:ERP:Address: an https address", new() { Address = "file:///etc/passwd", Secret = Good } },
        { "ERP", "Receivers:ERP:Secret: \"whsec_\"", new() { Address = "https://erp.example.com/" } },
        { "ERP", "Receivers:ERP:Secret: \"whsec_\"", new() { Address = "https://erp.example.com/", Secret = "whsec_c2hvcnQ=" } },
        { "ERP", "Receivers:ERP:FormerSecret: \"whsec_\"", new() { Address = "https://erp.example.com/", Secret = Good, FormerSecret = "" } },
        { "ERP", "Receivers:ERP:Folder is of a File", new() { Address = "https://erp.example.com/", Secret = Good, Folder = "/srv" } },
        { "MES", "Receivers:MES:Folder: \"drop\" is no full path", new() { Kind = ReceiverKind.File, Folder = "drop" } },
        { "MES", "Receivers:MES:Folder: \"\" is no full path", new() { Kind = ReceiverKind.File } },
        { "MES", "Receivers:MES:Address and secrets", new() { Kind = ReceiverKind.File, Folder = "/srv", Secret = Good } },
        { "E R P", "Receivers:E R P: a receiver's name", new() { Address = "https://erp.example.com/", Secret = Good } },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_receiver_that_cannot_be_used_is_named(string name, string problem, ReceiverSetting receiver)
    {
        var failures = Check(name, receiver, "Production").ToList();
        Assert.Contains(failures, failure => failure.StartsWith($"Plants:north:HandOver:{problem}", StringComparison.Ordinal));
        Assert.All(failures, failure => Assert.DoesNotContain(Good, failure, StringComparison.Ordinal));
    }

    [Fact]
    public void What_can_be_used_is_and_http_on_this_machine_in_Development_only()
    {
        Assert.Empty(Check("ERP", new() { Address = "https://10.1.2.3:8443/changes", Secret = Good, FormerSecret = Good }, "Production"));
        Assert.Empty(Check("MES", new() { Kind = ReceiverKind.File, Folder = "/srv/exchange" }, "Production"));
        Assert.Empty(Check("ERP", new() { Address = "http://localhost:5005/x", Secret = Good }, "Development"));
        Assert.NotEmpty(Check("ERP", new() { Address = "http://10.1.2.3/x", Secret = Good }, "Development"));
    }

    [Fact]
    public void Limits_hold_for_the_times_too()
    {
        var plants = new PlantsOptions { ["north"] = new() { Name = "North", TimeZone = "UTC", HandOver = { Timeout = TimeSpan.FromHours(1), FirstRetry = TimeSpan.FromMinutes(30) } } };
        Assert.Contains(new PlantsOptionsCheck(TimeProvider.System).Validate(null, plants).Failures!, failure => failure.StartsWith("Plants:north:HandOver: ", StringComparison.Ordinal) && failure.Contains("Timeout", StringComparison.Ordinal));
        Assert.Contains(new HandOverOptionsCheck(new Environment("Production")).Validate(null, plants).Failures!, failure => failure.Contains("LongestRetry", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Check(string name, ReceiverSetting receiver, string environment) =>
        new HandOverOptionsCheck(new Environment(environment)).Validate(null, new PlantsOptions { ["north"] = new() { Name = "North", TimeZone = "UTC", HandOver = { Receivers = { [name] = receiver } } } }).Failures ?? [];

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "SoeBot";
        public string ContentRootPath { get; set; } = "/";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
