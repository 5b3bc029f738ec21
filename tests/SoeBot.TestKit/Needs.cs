using Xunit;

namespace SoeBot.TestKit;

/// <summary>What a test needs of the machine beside .NET.</summary>
public static class Needs
{
    /// <summary>A build machine (CI=true) has everything, so there a missing part is a fault and not an excuse.</summary>
    public static bool OnBuildMachine { get; } = Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Ends the test: skipped with the reason, or failed on a build machine.</summary>
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public static void Missing(string what)
    {
        Assert.False(OnBuildMachine, $"{what} On a build machine nothing may be left out.");
        Assert.Skip(what);
    }

    /// <summary>The full path of the first of these programs that is on PATH.</summary>
    public static string? Program(params string[] names) =>
        (from name in names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         let path = Path.Combine(folder, name)
         where IsThere(path)
         select path).FirstOrDefault();

    /// <summary>A link whose target was uninstalled still exists for <see cref="File.Exists"/>.</summary>
    private static bool IsThere(string path) =>
        File.Exists(path) && (File.ResolveLinkTarget(path, returnFinalTarget: true)?.Exists ?? true);
}
