namespace SoeBot.TestKit;

/// <summary>The files of this repository, found from wherever the tests were built.</summary>
public static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", ".git", "node_modules", "artifacts", "devTools", "shots", "TestResults"];

    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Every file that we wrote below these folders: as a full path and as one relative to the root, with slashes.</summary>
    public static IEnumerable<(string Full, string Relative)> Files(params string[] folders) =>
        from folder in folders.Length == 0 ? [""] : folders
        from full in Walk(Path.Combine(Root, folder))
        orderby full
        select (full, Path.GetRelativePath(Root, full).Replace('\\', '/'));

    private static IEnumerable<string> Walk(string folder) =>
        Directory.GetFiles(folder).Concat(
            Directory.GetDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))).SelectMany(Walk));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SoeBot.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException($"No SoeBot.sln above {AppContext.BaseDirectory}: the tests read the repository they were built in.");
    }
}
