using System.Diagnostics;

namespace SoeBot.TestKit.Postgres;

/// <summary>The temporary folder of a cluster. It and its server go when the process that made them goes, however that ends.</summary>
internal sealed class PostgresFolder
{
    private const string Prefix = "soebot-pg-";

    // The watchdog waits on its standard input; the pipe closes with this process, killed or not.
    private Process? watchdog;

    private PostgresFolder(string path) => Path = path;

    public string Path { get; }

    public string Cluster => System.IO.Path.Combine(Path, "data");

    public string Log => System.IO.Path.Combine(Path, "log");

    /// <param name="programs">Of the system.</param>
    /// <param name="name">Tells the folders of one process apart.</param>
    public static async Task<PostgresFolder> CreateAsync(PostgresPrograms programs, string name = "")
    {
        await RemoveLeftoversAsync(programs);
        var folder = new PostgresFolder(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Prefix}{name}{Environment.ProcessId}"));
        await programs.RunAsync("mkdir", "-m", "700", folder.Path);
        folder.Watch(programs);
        return folder;
    }

    /// <summary>In a session of its own, so that no Ctrl+C or time-out meant for the tests ends it first.</summary>
    private void Watch(PostgresPrograms programs)
    {
        var cleanUp = $"cat >/dev/null; {Quoted(Stop(programs, Cluster))} >/dev/null 2>&1; rm -rf '{Path}'";
        var start = Needs.Program("setsid") is { } setsid
            ? new ProcessStartInfo(setsid, ["sh", "-c", cleanUp])
            : new ProcessStartInfo("sh", ["-c", $"trap '' INT TERM HUP; {cleanUp}"]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.WorkingDirectory = "/";
        watchdog = Process.Start(start);
    }

    /// <summary>Folders whose process is gone and whose watchdog was killed too.</summary>
    private static async Task RemoveLeftoversAsync(PostgresPrograms programs)
    {
        var left = Directory.GetDirectories(System.IO.Path.GetTempPath(), Prefix + "*")
            .Where(path => int.TryParse(path[(path.LastIndexOf('-') + 1)..], out var process) && !Directory.Exists($"/proc/{process}"));
        foreach (var path in left)
        {
            var stop = Quoted(Stop(programs, System.IO.Path.Combine(path, "data")));
            await Shell.RunAsync("sh", ["-c", $"{stop} >/dev/null 2>&1; rm -rf '{path}' 2>/dev/null; true"]);
        }
    }

    private static string[] Stop(PostgresPrograms programs, string cluster) =>
        programs.Command("pg_ctl", "-D", cluster, "-m", "immediate", "-w", "stop");

    private static string Quoted(string[] command) => string.Join(' ', command.Select(word => $"'{word}'"));
}
