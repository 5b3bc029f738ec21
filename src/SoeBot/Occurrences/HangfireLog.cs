using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace SoeBot.Occurrences;

/// <summary>
/// Hangfire keeps the log in a static: of two apps in one process the later one's. Its own way of handing ours over throws once that app is gone,
/// and the workers of the other then count as failed and rest for minutes; here they go on without a log.
/// </summary>
internal sealed class HangfireLog(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider _own = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return new Lasting(_own.GetLogger(name));
        }
        catch (ObjectDisposedException)
        {
            return new Lasting(null);
        }
    }

    private sealed class Lasting(ILog? log) : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception)
        {
            try
            {
                return log?.Log(logLevel, messageFunc, exception) ?? false;
            }
            catch (ObjectDisposedException)
            {
                return false;
            }
        }
    }
}
