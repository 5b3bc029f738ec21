namespace SoeBot.TestKit;

/// <summary>Real data and samples lie beside the project in a folder "shared" and are no part of it: found by walking up from the tests.</summary>
public static class SharedFolder
{
    /// <summary>Skips the test where the folder is not there, and fails it on a build machine, which has it.</summary>
    public static string PathOf(params string[] parts)
    {
        var wanted = Path.Combine(["shared", .. parts]);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, wanted);
            if (Directory.Exists(found)) return found;
        }
        Needs.Missing($"The folder {wanted} was not found beside the project or above it.");
        return "";
    }
}
