using System.Text.Json.Nodes;
using SoeBot.Package;
using Xunit;

namespace SoeBot.UnitTests.Package;

public sealed class PackageRefusalTests
{
    private static readonly PackageInput Good = new() { AppId = "6f9619ff-8b86-4011-b42d-00c04fc964ff", Domain = "soebot.example.com" };

    [Theory]
    [InlineData(null, "missing")]
    [InlineData(" ", "missing")]
    [InlineData("6f9619ff8b864011b42d00c04fc964ff", "not an id")]
    [InlineData("{6f9619ff-8b86-4011-b42d-00c04fc964ff}", "not an id")]
    [InlineData("00000000-0000-0000-0000-000000000000", "all zeros")]
    public void An_app_id_that_is_none_is_refused(string? typed, string because) =>
        Refused(Good with { AppId = typed }, "--app-id", because);

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("https://soebot.example.com", "scheme")]
    [InlineData("soebot.example.com:443", "port")]
    [InlineData("soebot.example.com/api/messages", "more than a host")]
    [InlineData("*.example.com", "wildcard")]
    [InlineData("10.0.0.1", "address")]
    [InlineData("::1", "address")]
    [InlineData("localhost", "not a public host name")]
    [InlineData("soebot.example.com.", "not a public host name")]
    [InlineData("-a.example.com", "not a public host name")]
    [InlineData("soebot example.com", "not a public host name")]
    [InlineData("soebot.example.com\n", "not a public host name")]
    [InlineData("büro.example.com", "xn--bro-hoa.example.com")]
    public void A_domain_that_Teams_could_not_call_is_refused(string? typed, string because) =>
        Refused(Good with { Domain = typed }, "--domain", because);

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.0.0-beta")]
    [InlineData("01.0.0")]
    [InlineData("1.0.0\n")]
    public void A_version_that_is_not_three_numbers_is_refused(string typed) =>
        Refused(Good with { Version = typed }, "--app-version", "three numbers");

    [Fact]
    public void Pages_need_https() => Refused(Good with { Privacy = "http://example.com/p" }, "--privacy", "https");

    [Fact]
    public void A_folder_that_is_not_there_is_refused() =>
        Refused(Good with { Out = Path.Combine(Path.GetTempPath(), "no-such-folder", "a.zip") }, "--out", "there is no folder");

    [Fact]
    public void The_template_keeps_the_limits_of_Teams() => Assert.Empty(ManifestLimits.Problems(ManifestTemplate.Fill(Good)));

    [Fact]
    public void A_command_too_many_or_too_long_is_found()
    {
        var manifest = ManifestTemplate.Fill(Good);
        var commands = manifest["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray();
        while (commands.Count < 13) commands.Add(new JsonObject { ["title"] = "more", ["description"] = "more" });
        commands[0]!["title"] = new string('x', 33);

        Assert.Equal(
        [
            "bots/*/commandLists/*/commands/*/title has 33 characters; Teams takes 32 for bots/*/commandLists/*/commands/*/title.",
            "bots/*/commandLists/*/commands has 13 entries; Teams takes 12.",
        ], ManifestLimits.Problems(manifest));
    }

    private static void Refused(PackageInput input, string option, string because)
    {
        var problem = Assert.Single(PackageChecks.Problems(input));
        Assert.StartsWith(option + " ", problem);
        Assert.Contains(because, problem);
    }
}
