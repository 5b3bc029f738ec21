using System.Text.RegularExpressions;
using System.Xml.Linq;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.Package;

/// <summary>Each package we chose has its reason in src/DECISIONS.md, and none is named there that is gone.</summary>
public sealed partial class DependencyReasonTests
{
    [Fact]
    public void Every_chosen_package_has_its_reason()
    {
        var chosen = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("ItemGroup")
            .Where(group => (string?)group.Attribute("Label") is "Product" or "Tests and build")
            .Descendants("PackageVersion").Select(package => (string)package.Attribute("Include")!);
        var explained = File.ReadLines(Repository.PathOf("src", "DECISIONS.md"))
            .SkipWhile(line => line != "## Dependencies").Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Named().Matches(line.Split('|')[1])).Select(name => name.Groups[1].Value);
        Assert.Equal(chosen.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Named();
}
