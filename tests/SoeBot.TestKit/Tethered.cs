using System.Diagnostics;

namespace SoeBot.TestKit;

/// <summary>
/// A program, with all that it starts, that ends with the test process however that ends: a shell in a session of
/// its own waits on its standard input, which closes with us, and then ends the session.
/// </summary>
public sealed class Tethered : IAsyncDisposable
{
    private const string Announced = "tethered as ";
    private readonly Process process;
    private readonly TaskCompletionSource<int> program = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Tethered(Process process) => this.process = process;

    public bool HasEnded => process.HasExited;

    /// <param name="program">The program's full path or its name on PATH.</param>
    /// <param name="arguments">Handed on as they are.</param>
    /// <param name="folder">Where it starts.</param>
    /// <param name="environment">Set beside what it inherits.</param>
    /// <param name="onLine">Gets each line that it prints, on another thread.</param>
    public static Tethered Start(
        string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment, Action<string> onLine)
    {
        // The program runs beside the wait; whichever ends first takes the other with it.
        const string script = """ "$@" </dev/null & p=$!; echo "tethered as $p" >&2; ( cat >/dev/null; kill -TERM 0 ) <&3 3<&- & exec 3<&-; wait $p; c=$?; trap '' TERM; kill -TERM 0; exit $c """;
        var setsid = Needs.Program("setsid") ?? throw new InvalidOperationException("setsid is not installed (Debian: util-linux).");
        var start = new ProcessStartInfo(setsid, ["sh", "-c", "exec 3<&0; " + script.Trim(), "sh", program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var tethered = new Tethered(process);
        process.OutputDataReceived += (_, line) => onLine(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => tethered.HearError(line.Data ?? "", onLine);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return tethered;
    }

    /// <summary>As when the power goes: the program gets SIGKILL and no chance to end anything. Comes back when it is gone.</summary>
    public async Task KillAsync()
    {
        using (var running = Process.GetProcessById(await program.Task))
        {
            running.Kill();
        }
        await process.WaitForExitAsync();
    }

    /// <summary>The program's time on all processors together.</summary>
    public async Task<TimeSpan> WorkedAsync()
    {
        using var running = Process.GetProcessById(await program.Task);
        return running.TotalProcessorTime;
    }

    private void HearError(string line, Action<string> onLine)
    {
        if (line.StartsWith(Announced, StringComparison.Ordinal))
        {
            program.TrySetResult(int.Parse(line[Announced.Length..], System.Globalization.CultureInfo.InvariantCulture));
            return;
        }
        onLine(line);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        process.Dispose();
    }
}
