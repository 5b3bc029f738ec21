using Xunit;

namespace SoeBot.UnitTests.Connectors;

/// <summary>The folder with real data that lies beside the project, found by walking up.</summary>
internal static class SharedData
{
    /// <summary>Skips the test where the data is not there; with CI=true that is a failure.</summary>
    public static string Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", name);
            if (Directory.Exists(data)) return data;
        }
        var words = $"The data folder shared/data/{name} is not beside the project or above it, so this test cannot run.";
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)) Assert.Fail(words);
        Assert.Skip(words);
        return "";
    }
}
