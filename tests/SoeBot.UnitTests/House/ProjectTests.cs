using System.Reflection;
using System.Xml.Linq;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.House;

/// <summary>A project exists only if it forbids something: here is what.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["SoeBot.Domain"] = [],
        ["SoeBot.Teams"] = [],
        ["SoeBot.Store"] = ["SoeBot.Domain"],
        ["SoeBot.Connectors"] = ["SoeBot.Domain"],
        ["SoeBot.Scheduling"] = ["SoeBot.Domain"],
        ["SoeBot"] = ["SoeBot.Domain", "SoeBot.Teams", "SoeBot.Store", "SoeBot.Connectors", "SoeBot.Scheduling"],
    };

    /// <summary>Packages (and what belongs to them) that one project alone may name.</summary>
    private static readonly Dictionary<string, string> OnlyIn = new()
    {
        ["Microsoft.EntityFrameworkCore"] = "SoeBot.Store",
        // Its driver alone is named by Hangfire's storage too.
        ["Npgsql.EntityFrameworkCore.PostgreSQL"] = "SoeBot.Store",
        ["Hangfire"] = "SoeBot",
        ["Azure.Identity"] = "SoeBot.Teams",
        ["Microsoft.Graph"] = "SoeBot.Connectors",
        ["Sylvan"] = "SoeBot.Connectors",
        ["ExcelDataReader"] = "SoeBot.Connectors",
        ["Google.OrTools"] = "SoeBot.Scheduling",
    };

    public static TheoryData<string> Projects =>
        [.. Repository.Files("src").Where(f => f.Relative.EndsWith(".csproj", StringComparison.Ordinal)).Select(f => f.Relative)];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_references_only_what_it_may(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        Assert.True(MayReference.ContainsKey(name), $"{name} is new: say here what it may reference, which is what it exists for.");
        Assert.All(ProjectReferences(path), other => Assert.Contains(other, MayReference[name]));
        Assert.All(AssemblyReferences(name).Where(MayReference.ContainsKey), other => Assert.Contains(other, MayReference[name]));
    }

    [Theory, MemberData(nameof(Projects))]
    public void A_package_with_a_home_is_referenced_nowhere_else(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var packages = XDocument.Load(Repository.PathOf(path)).Descendants("PackageReference").Select(p => (string)p.Attribute("Include")!);
        Assert.All(packages.Concat(AssemblyReferences(name)), package => Assert.All(OnlyIn, rule =>
            Assert.True(rule.Value == name || !IsPartOf(package, rule.Key), $"{name} names {package}, which only {rule.Value} may.")));
    }

    [Fact]
    public void The_domain_references_no_package_at_all() =>
        Assert.All(AssemblyReferences("SoeBot.Domain"), name => Assert.StartsWith("System.", name));

    private static bool IsPartOf(string package, string family) =>
        package == family || package.StartsWith(family + ".", StringComparison.Ordinal);

    private static IEnumerable<string> ProjectReferences(string path) =>
        XDocument.Load(Repository.PathOf(path)).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')));

    private static IEnumerable<string> AssemblyReferences(string name) =>
        Assembly.Load(name).GetReferencedAssemblies().Select(a => a.Name!);
}
