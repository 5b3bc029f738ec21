using Hangfire.Logging;
using SoeBot.Occurrences;
using Xunit;

namespace SoeBot.UnitTests.Occurrences;

/// <summary>One app of a process ends, and the jobs of the other must not stumble over its log.</summary>
public sealed class HangfireLogTests
{
    [Fact]
    public void Log_of_an_app_that_is_gone_says_nothing_and_breaks_nothing()
    {
        var loggers = new Microsoft.Extensions.Logging.LoggerFactory();
        var log = new HangfireLog(loggers);
        var before = log.GetLogger("Worker");

        loggers.Dispose();

        Assert.False(log.GetLogger("Worker").Log(LogLevel.Error, () => "failed", null));
        before.Log(LogLevel.Error, () => "failed", null);
    }
}
