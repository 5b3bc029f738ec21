using System.CommandLine;
using System.IO.Compression;
using System.Text.Json.Nodes;
using SoeBot.Package;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.Package;

public sealed class PackageCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("soebot-package-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private string Zip => Path.Combine(_folder, "soebot.zip");

    private PackageInput Input => new()
    {
        AppId = "6F9619FF-8B86-4011-B42D-00C04FC964FF", Domain = "SoeBot.example.com", Out = Zip,
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_zip_holds_the_filled_manifest_and_both_icons_at_its_root()
    {
        Assert.Equal(0, await Run(Input with { TeamsAppId = "11111111-2222-3333-4444-555555555555", Developer = "Works \"North\" {{NAME}}" }));

        using var zip = ZipFile.OpenRead(Zip);
        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(e => e.FullName));
        Assert.Equal(File.ReadAllBytes(Repository.PathOf("manifest", "color.png")), Bytes(zip.GetEntry("color.png")!));
        Assert.Equal(File.ReadAllBytes(Repository.PathOf("manifest", "outline.png")), Bytes(zip.GetEntry("outline.png")!));

        var manifest = JsonNode.Parse(Bytes(zip.GetEntry("manifest.json")!))!;
        Assert.Equal("11111111-2222-3333-4444-555555555555", (string?)manifest["id"]);
        Assert.Equal("6f9619ff-8b86-4011-b42d-00c04fc964ff", (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal("6f9619ff-8b86-4011-b42d-00c04fc964ff", (string?)manifest["webApplicationInfo"]!["id"]);
        Assert.Equal("soebot.example.com", (string?)manifest["validDomains"]![0]);
        Assert.Equal("SoeBot - Sales & Operations Execution", (string?)manifest["name"]!["full"]);
        Assert.Equal("https://soebot.example.com/privacy", (string?)manifest["developer"]!["privacyUrl"]);
        Assert.Equal("Works \"North\" {{NAME}}", (string?)manifest["developer"]!["name"]);
    }

    [Fact]
    public async Task Nothing_in_the_manifest_is_left_blank()
    {
        await Run(Input);
        using var zip = ZipFile.OpenRead(Zip);
        Assert.DoesNotContain("{{", System.Text.Encoding.UTF8.GetString(Bytes(zip.GetEntry("manifest.json")!)));
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes()
    {
        await Run(Input);
        var first = File.ReadAllBytes(Zip);
        // The times in a zip have two seconds' grain: wait one out, so that a time of now would show.
        await Task.Delay(TimeSpan.FromSeconds(2.1), TestContext.Current.CancellationToken);
        await Run(Input);
        Assert.Equal(first, File.ReadAllBytes(Zip));

        await Run(Input with { Version = "1.0.1" });
        Assert.NotEqual(first, File.ReadAllBytes(Zip));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_nothing_is_written()
    {
        Assert.Equal(2, await Run(new PackageInput { AppId = "soebot", Domain = "https://soebot.example.com", Out = Zip, Version = "2" }));

        var lines = _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["--app-id", "--domain", "--app-version"], lines.Select(line => line.Split(' ')[0]));
        Assert.False(File.Exists(Zip));
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task A_text_too_long_for_Teams_is_refused_with_its_option()
    {
        Assert.Equal(2, await Run(Input with { Name = new string('x', 31) }));
        Assert.Equal("--name has 31 characters; Teams takes 30 for name/short.", _error.ToString().TrimEnd());
        Assert.Equal(0, await Run(Input with { Name = new string('x', 30), Developer = new string('y', 32) }));
    }

    [Fact]
    public async Task The_command_line_reaches_the_zip_with_every_option()
    {
        var typed = PackageCommand.Create().Parse([
            "--app-id", Input.AppId!, "--domain", "bot.example.com", "--out", Zip, "--teams-app-id", "11111111-2222-3333-4444-555555555555",
            "--app-version", "3.2.1", "--name", "SoeBot (test)", "--developer", "Works",
            "--website", "https://a.example/w", "--privacy", "https://a.example/p", "--terms", "https://a.example/t"]);
        Assert.Empty(typed.Errors);
        Assert.Equal(0, await typed.InvokeAsync(new() { Output = _output, Error = _error }, TestContext.Current.CancellationToken));

        using var zip = ZipFile.OpenRead(Zip);
        var manifest = JsonNode.Parse(Bytes(zip.GetEntry("manifest.json")!))!;
        Assert.Equal("3.2.1", (string?)manifest["version"]);
        Assert.Equal("11111111-2222-3333-4444-555555555555", (string?)manifest["id"]);
        Assert.Equal("bot.example.com", (string?)manifest["validDomains"]![0]);
        Assert.Equal("SoeBot (test)", (string?)manifest["name"]!["short"]);
        Assert.Equal(["Works", "https://a.example/w", "https://a.example/p", "https://a.example/t"],
            manifest["developer"]!.AsObject().Select(member => (string?)member.Value));
        Assert.DoesNotContain("--privacy", _output.ToString());
    }

    /// <summary>The app's root command lets unknown words pass, for they may be settings; here they are spelling mistakes.</summary>
    [Fact]
    public async Task A_misspelled_option_is_refused()
    {
        var root = new RootCommand { PackageCommand.Create() };
        root.TreatUnmatchedTokensAsErrors = false;
        var typed = root.Parse(["package", "--app-id", Input.AppId!, "--domain", Input.Domain!, "--out", Zip, "--privcy", "https://a.example/p"]);
        Assert.Equal(2, await typed.InvokeAsync(new() { Output = _output, Error = _error }, TestContext.Current.CancellationToken));
        Assert.StartsWith("--privcy is not known here", _error.ToString());
        Assert.False(File.Exists(Zip));
    }

    private Task<int> Run(PackageInput input) => PackageCommand.RunAsync(input, _output, _error, TestContext.Current.CancellationToken);

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
