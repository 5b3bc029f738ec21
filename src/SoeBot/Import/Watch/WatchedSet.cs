using System.Globalization;
using System.Text.Json;

namespace SoeBot.Import.Watch;

/// <summary>Files that are read together. Their list lies beside their folder until that has been moved away.</summary>
internal sealed class WatchedSet(string path, string id)
{
    public const string Report = "report.txt";
    private string Folder => Path.Combine(path, "work", id);
    private string List => Path.Combine(path, "work", $"{id}.set");
    private string TriesFile => Path.Combine(path, "work", $"{id}.tries");

    public string Id => id;

    public IReadOnlyList<string> Names => JsonSerializer.Deserialize<List<string>>(File.ReadAllText(List)) ?? [];

    /// <summary>How often its reading was begun.</summary>
    public int Tries => File.Exists(TriesFile) && int.TryParse(File.ReadAllText(TriesFile), NumberStyles.None, CultureInfo.InvariantCulture, out var tries) ? tries : 0;

    public bool WasMoved => !Directory.Exists(Folder) && (Directory.Exists(Target("done")) || Directory.Exists(Target("refused")));

    /// <summary>Brings the files in, those that are not in yet. One of the same name that came since stays where it is.</summary>
    /// <returns>The paths of those that are in.</returns>
    public IReadOnlyList<string> Gather()
    {
        Directory.CreateDirectory(Folder);
        foreach (var name in Names)
        {
            var (from, to) = (Path.Combine(path, name), Path.Combine(Folder, name));
            if (!File.Exists(to) && File.Exists(from)) File.Move(from, to);
        }
        return [.. Names.Select(name => Path.Combine(Folder, name)).Where(File.Exists)];
    }

    public void NoteTry() => WatchedFolder.WriteWhole(TriesFile, (Tries + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>The folder goes as a whole, the report in it.</summary>
    public void MoveAside(bool taken, IReadOnlyList<string> lines)
    {
        if (Directory.Exists(Folder))
        {
            WatchedFolder.WriteWhole(Path.Combine(Folder, Report), string.Join('\n', lines) + "\n");
            var target = Target(taken ? "done" : "refused");
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Directory.Move(Folder, target);
        }
        Forget();
    }

    public void Forget()
    {
        File.Delete(TriesFile);
        File.Delete(List);
    }

    private string Target(string place) => Path.Combine(path, place, id);
}
