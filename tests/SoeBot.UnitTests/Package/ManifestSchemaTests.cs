using System.Text.Json.Nodes;
using SoeBot.Package;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.Package;

/// <summary>Microsoft's own validator with Microsoft's own schema. It runs in node, without a network once its package is there.</summary>
public sealed class ManifestSchemaTests(MicrosoftValidator validator) : IClassFixture<MicrosoftValidator>
{
    private static JsonNode Filled() =>
        ManifestTemplate.Fill(new PackageInput { AppId = "6f9619ff-8b86-4011-b42d-00c04fc964ff", Domain = "soebot.example.com" });

    [Fact]
    public async Task The_filled_manifest_fits_the_schema() => Assert.Empty(await validator.FindingsAsync(Filled()));

    [Fact]
    public async Task A_misspelled_key_does_not()
    {
        var manifest = Filled();
        manifest["bots"]![0]!["supportFiles"] = true;
        Assert.Contains("supportFiles", Assert.Single(await validator.FindingsAsync(manifest)));
    }

    [Fact]
    public async Task What_our_own_limits_let_pass_passes_there_too()
    {
        var manifest = ManifestTemplate.Fill(new PackageInput
        {
            AppId = "6F9619FF-8B86-4011-B42D-00C04FC964FF", Domain = "soebot.example.com", Version = "10.20.30",
            Name = new string('n', 30), Developer = new string('d', 32), Website = "https://a.example/" + new string('w', 2030),
        });
        Assert.Empty(ManifestLimits.Problems(manifest));
        Assert.Empty(await validator.FindingsAsync(manifest));
    }
}

/// <summary>The npm package of tests/manifest, fetched once where node and a registry can be had.</summary>
public sealed class MicrosoftValidator : IAsyncLifetime
{
    private static readonly string Folder = Repository.PathOf("tests", "manifest");
    private readonly string? _node = Needs.Program("node", "node.exe");
    private string? _missing;

    public async ValueTask InitializeAsync()
    {
        if (_node is null) _missing = "node is not installed: the manifest was not held against Microsoft's schema.";
        else if (!IsFetched()) _missing = await FetchAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task<string[]> FindingsAsync(JsonNode manifest)
    {
        if (_missing is not null) Needs.Missing(_missing);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, ManifestTemplate.Bytes(manifest), TestContext.Current.CancellationToken);
            var printed = await Shell.RunAsync(_node!, ["validate.mjs", file], Folder);
            return printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool IsFetched() =>
        File.GetLastWriteTimeUtc(Path.Combine(Folder, "node_modules", ".package-lock.json")) >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));

    private static async Task<string?> FetchAsync()
    {
        const string what = "@microsoft/app-manifest cannot be fetched: the manifest was not held against Microsoft's schema.";
        if (Needs.Program("npm", "npm.cmd") is not { } npm) return what;
        try
        {
            await Shell.RunAsync(npm, ["ci", "--no-audit", "--no-fund"], Folder);
            return null;
        }
        catch (InvalidOperationException reason)
        {
            return $"{what} {reason.Message.Split('\n').FirstOrDefault(line => line.StartsWith("npm error", StringComparison.Ordinal))}";
        }
    }
}
