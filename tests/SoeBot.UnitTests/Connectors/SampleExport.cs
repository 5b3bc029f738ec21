using Xunit;

namespace SoeBot.UnitTests.Connectors;

/// <summary>The folder with real data that lies beside the project, found by walking up.</summary>
internal static class SampleExport
{
    /// <summary>Skips the test where the data is not there: it is no part of the project, so a fresh clone never has it.</summary>
    public static string Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", name);
            if (Directory.Exists(data)) return data;
        }
        Assert.Skip($"The data folder shared/data/{name} is not beside the project or above it.");
        return "";
    }
}
