using System.Diagnostics;
using System.Globalization;

namespace SoeBot.Store.Database;

/// <summary>
/// Says of a claim whether the process that made it still runs. On this machine that is known at once; a process on another
/// machine counts as lost when it had something in hand for longer than anything lasts.
/// </summary>
internal static class ProcessMark
{
    public static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(5);

    /// <summary>Another process reads our start time a little differently, because it is reckoned from the clock and the time since boot.</summary>
    private static readonly TimeSpan StartBlur = TimeSpan.FromSeconds(5);

    public static readonly string Own = Mark();

    public static bool IsGone(string? mark)
    {
        if (mark == Own || mark?.Split('|') is not [var machine, var id, var started] || machine != Environment.MachineName) return false;
        var number = int.Parse(id, CultureInfo.InvariantCulture);

        // A container's process has the number 1 each time it is started: whoever had ours before us is gone.
        if (number == Environment.ProcessId) return true;
        try
        {
            using var process = Process.GetProcessById(number);
            var then = new DateTime(long.Parse(started, CultureInfo.InvariantCulture), DateTimeKind.Utc);
            return process.HasExited || (process.StartTime.ToUniversalTime() - then).Duration() > StartBlur;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }

    private static string Mark()
    {
        using var own = Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}|{own.Id}|{own.StartTime.ToUniversalTime().Ticks}");
    }
}
