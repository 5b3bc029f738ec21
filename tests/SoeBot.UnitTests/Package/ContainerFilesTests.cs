using System.Text.RegularExpressions;
using System.Xml.Linq;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.Package;

/// <summary>What can be known of the container without building it.</summary>
public sealed partial class ContainerFilesTests
{
    private static readonly string[] Dockerfile = File.ReadAllLines(Repository.PathOf("infra", "Dockerfile"));

    private static string[] Copied =>
        [.. from line in Dockerfile
            where line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from=", StringComparison.Ordinal)
            from source in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..^1]
            select source];

    [Fact]
    public void Everything_that_is_copied_is_there()
    {
        Assert.NotEmpty(Copied);
        Assert.All(Copied, path => Assert.True(Path.Exists(Repository.PathOf(path)), $"COPY {path}: there is no such file."));
    }

    [Fact]
    public void Everything_that_is_copied_reaches_the_builder_and_nothing_else()
    {
        var ignore = File.ReadAllLines(Repository.PathOf("infra", "Dockerfile.dockerignore"));
        Assert.Equal(Copied.Select(path => path.TrimEnd('/')).Order(), ignore.Where(line => line.StartsWith('!')).Select(line => line[1..]).Order());
    }

    [Fact]
    public void Every_file_the_build_reads_at_the_top_is_copied()
    {
        string[] readByMsBuild = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "nuget.config", "BannedSymbols.txt", ".editorconfig"];
        Assert.All(readByMsBuild.Where(name => File.Exists(Repository.PathOf(name))), name => Assert.Contains(name, Copied));
    }

    [Fact]
    public void The_images_have_the_runtime_we_build_for()
    {
        var framework = (string)XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("TargetFramework").Single();
        var images = Dockerfile.Select(line => DotnetImage().Match(line)).Where(m => m.Success).Select(m => $"net{m.Groups["version"].Value}").ToList();
        Assert.Equal([framework, framework], images);
    }

    [Fact]
    public void The_bot_does_not_run_as_root()
    {
        var final = Dockerfile[Array.FindLastIndex(Dockerfile, line => line.StartsWith("FROM ", StringComparison.Ordinal))..];
        Assert.Contains(final, line => Regex.IsMatch(line, @"^USER [1-9]\d*$"));
    }

    [Fact]
    public void No_password_stands_in_the_files()
    {
        Assert.Contains("POSTGRES_PASSWORD=", File.ReadAllLines(Repository.PathOf("infra", ".env.example")));
        Assert.All(File.ReadAllLines(Repository.PathOf("infra", "compose.yaml")).SelectMany(line => Password().Matches(line)),
            given => Assert.True(given.Groups["value"].Value is "" or "\"\"" || given.Groups["value"].Value.StartsWith("${POSTGRES_PASSWORD:?", StringComparison.Ordinal), given.Value));
    }

    [GeneratedRegex(@"^FROM \S+/dotnet/\w+:(?<version>\d+\.\d+)")]
    private static partial Regex DotnetImage();

    [GeneratedRegex(@"password\s*[=:]\s*(?<value>\S*)", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
