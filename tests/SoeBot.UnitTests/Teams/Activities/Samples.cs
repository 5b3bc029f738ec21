using Xunit;

namespace SoeBot.UnitTests.Teams.Activities;

/// <summary>Activities as Microsoft's local client posted them. They lie outside the repository, beside it.</summary>
internal static class Samples
{
    private const string Missing = "The sample activities (shared/samples/playground/activities) are not beside this repository.";

    public static string Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var samples = Path.Combine(folder.FullName, "shared", "samples", "playground", "activities");
                if (Directory.Exists(samples))
                {
                    return samples;
                }
            }

            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(Missing);
            }

            Assert.Skip(Missing);
            return "";
        }
    }

    public static IReadOnlyList<(string Name, byte[] Body)> All =>
        Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))).ToList();

    public static byte[] Named(string name) => File.ReadAllBytes(Path.Combine(Folder, name));
}
