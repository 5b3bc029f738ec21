namespace SoeBot.TestKit.Postgres;

/// <summary>PostgreSQL's own programs, as the system's package manager installed them, run as a user that they accept.</summary>
internal sealed class PostgresPrograms(string folder)
{
    public const string HowToInstall = "PostgreSQL's server binaries are not installed (Debian: apt-get install postgresql; or name their folder in SOEBOT_POSTGRES_BIN).";

    private static readonly string[] Homes = ["/usr/lib/postgresql", "/usr/local/lib/postgresql"];

    /// <summary>The newest version there is; null where there is none.</summary>
    public static PostgresPrograms? Find()
    {
        var folders = Homes.Where(Directory.Exists).SelectMany(Directory.GetDirectories)
            .OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0)
            .Select(d => Path.Combine(d, "bin"))
            .Append(Path.GetDirectoryName(Needs.Program("initdb")))
            .Prepend(Environment.GetEnvironmentVariable("SOEBOT_POSTGRES_BIN"));
        return folders.FirstOrDefault(f => f is not null && File.Exists(Path.Combine(f, "initdb"))) is { } found ? new(found) : null;
    }

    /// <summary>The server refuses to be run by root, so root runs it as the user that the package made.</summary>
    public Task<string> RunAsync(string program, params string[] arguments)
    {
        var command = Command(program, arguments);
        return Shell.RunAsync(command[0], command[1..]);
    }

    public string[] Command(string program, params string[] arguments)
    {
        var path = File.Exists(Path.Combine(folder, program)) ? Path.Combine(folder, program) : program;
        return Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", path, .. arguments] : [path, .. arguments];
    }
}
