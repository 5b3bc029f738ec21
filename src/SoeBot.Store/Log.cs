using Microsoft.Extensions.Logging;

namespace SoeBot.Store;

/// <summary>Event ids 3000 to 3099.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Debug, "A write lost a race (attempt {Attempt}, {Failure}) and looks again.")]
    public static partial void RaceLost(ILogger logger, int attempt, string failure);

    [LoggerMessage(3002, LogLevel.Information, "The store is {Provider}; migrations applied now: {Count}.")]
    public static partial void Migrated(ILogger logger, string provider, int count);

    [LoggerMessage(3003, LogLevel.Warning, "Swept what a killed import of plant {Plant} had left behind under version {Version}.")]
    public static partial void SweptImport(ILogger logger, string plant, int version);

    [LoggerMessage(3004, LogLevel.Information, "Plant {Plant}: version {Version} published, {Written} rows written, {Closed} closed.")]
    public static partial void Published(ILogger logger, string plant, int version, int written, int closed);

    [LoggerMessage(3005, LogLevel.Warning, "Cleared the migration lock that a killed process had left in the SQLite file.")]
    public static partial void ClearedMigrationLock(ILogger logger);

    [LoggerMessage(3006, LogLevel.Warning, "Other processes cannot wake this one ({Reason}); it looks by itself every few seconds until they can.")]
    public static partial void NotListening(ILogger logger, string reason);
}
