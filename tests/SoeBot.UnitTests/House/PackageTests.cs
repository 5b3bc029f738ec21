using System.Text.Json;
using System.Xml.Linq;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.House;

/// <summary>Every version is named once, centrally; a package that floats restores differently on two machines.</summary>
public sealed class PackageTests
{
    private static readonly Dictionary<string, string> Named =
        XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(p => (string)p.Attribute("Include")!, p => (string)p.Attribute("Version")!, StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Every_package_of_every_lock_file_is_named_at_its_version()
    {
        var locked = Repository.Files("src", "tests").Where(f => f.Relative.EndsWith("/packages.lock.json", StringComparison.Ordinal))
            .SelectMany(f => Locked(f.Full)).Distinct().ToArray();
        Assert.True(locked.Length > 20, "No lock file was read.");
        Offences.None(locked.Where(l => Named.GetValueOrDefault(l.Package) != l.Version)
            .Select(l => $"{l.Package} {l.Version}: run tests/pin-packages.sh"));
    }

    [Fact]
    public void No_project_names_a_version() =>
        Offences.None(from file in Repository.Files("src", "tests")
                     where file.Relative.EndsWith(".csproj", StringComparison.Ordinal)
                     from package in XDocument.Load(file.Full).Descendants("PackageReference")
                     where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null
                     select $"{file.Relative}: {package.Attribute("Include")?.Value}");

    [Fact]
    public void No_front_end_lock_file_names_where_it_was_fetched() =>
        Offences.None(Repository.Files("tests").Where(f => f.Relative.EndsWith("package-lock.json", StringComparison.Ordinal)
            && File.ReadAllText(f.Full).Contains("\"resolved\"", StringComparison.Ordinal)).Select(f => f.Relative));

    private static IEnumerable<(string Package, string Version)> Locked(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return [.. from framework in json.RootElement.GetProperty("dependencies").EnumerateObject()
                   from package in framework.Value.EnumerateObject()
                   where package.Value.TryGetProperty("resolved", out _)
                   select (package.Name, package.Value.GetProperty("resolved").GetString()!)];
    }
}
