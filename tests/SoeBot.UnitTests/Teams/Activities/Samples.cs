using SoeBot.TestKit;

namespace SoeBot.UnitTests.Teams.Activities;

/// <summary>Activities as Microsoft's local client posted them. They lie outside the repository, beside it.</summary>
internal static class Samples
{
    public static string Folder => SharedFolder.PathOf("samples", "playground", "activities");

    public static IReadOnlyList<(string Name, byte[] Body)> All =>
        Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))).ToList();

    public static byte[] Named(string name) => File.ReadAllBytes(Path.Combine(Folder, name));
}
