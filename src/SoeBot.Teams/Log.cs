using Microsoft.Extensions.Logging;
using SoeBot.Teams.Conversations;

namespace SoeBot.Teams;

// Event ids: 1000 in, 1100 invokes, 1200 out. Never a text of a message, never a token.
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Warning, "Refused a post with {Status}: {Reason}")]
    public static partial void PostRefused(ILogger log, int status, string reason);

    [LoggerMessage(1001, LogLevel.Warning, "Refused a token: {Reason} (iss {Issuer}, aud {Audience}, kid {Key})")]
    public static partial void TokenRefused(ILogger log, string reason, string? issuer, string? audience, string? key);

    [LoggerMessage(1002, LogLevel.Error, "The channel's signing keys could not be fetched from {Address}")]
    public static partial void KeysNotFetched(ILogger log, Exception exception, Uri address);

    [LoggerMessage(1003, LogLevel.Information, "Fetched {Count} signing keys of the channel")]
    public static partial void KeysFetched(ILogger log, int count);

    [LoggerMessage(1010, LogLevel.Warning, "The channel's signing keys cannot be kept for a restart, or not read")]
    public static partial void KeysNotKept(ILogger log, Exception exception);

    [LoggerMessage(1011, LogLevel.Warning, "Using the channel's signing keys that were kept of {FetchedAt:O}")]
    public static partial void KeptKeysUsed(ILogger log, DateTimeOffset fetchedAt);

    [LoggerMessage(1004, LogLevel.Error, "An activity of type {Type} could not be accepted ({Correlation})")]
    public static partial void NotAccepted(ILogger log, Exception exception, string type, string? correlation);

    [LoggerMessage(1005, LogLevel.Warning, "Local trial mode: no Bot:AppId is set, only callers on this machine are answered")]
    public static partial void LocalTrial(ILogger log);

    [LoggerMessage(1100, LogLevel.Error, "The invoke {Name} {Verb} failed with error {ErrorId} ({Correlation})")]
    public static partial void InvokeFailed(ILogger log, Exception exception, string? name, string? verb, string errorId, string? correlation);

    [LoggerMessage(1101, LogLevel.Warning, "Nobody handles the invoke {Name} {Verb}")]
    public static partial void InvokeUnknown(ILogger log, string? name, string? verb);

    [LoggerMessage(1102, LogLevel.Error, "The store of answers to invokes cannot be used; a repeated invoke would be run again")]
    public static partial void AnswersNotUsed(ILogger log, Exception exception);

    [LoggerMessage(1200, LogLevel.Warning, "{Method} to the connector: {Result}, status {Status}, {Code} ({Correlation})")]
    public static partial void CallFailed(
        ILogger log, string method, SendResult result, int? status, string? code, string? correlation);

    [LoggerMessage(1203, LogLevel.Error, "{Method} to the connector: the body is refused with {Status} {Code}: {Reason}. It is not repeated (sha256 {Hash}, {Bytes} bytes)")]
    public static partial void BodyRefused(ILogger log, string method, int status, string? code, string? reason, string hash, int bytes);

    [LoggerMessage(1201, LogLevel.Error, "Refused to send to {Host}: not an allowed service host")]
    public static partial void HostRefused(ILogger log, string host);

    [LoggerMessage(1210, LogLevel.Warning, "Refused to fetch a file from {Host}: not an allowed file host")]
    public static partial void FileHostRefused(ILogger log, string host);

    [LoggerMessage(1211, LogLevel.Warning, "A file could not be fetched from {Host}: {Reason}")]
    public static partial void FileNotReached(ILogger log, string host, string reason);

    [LoggerMessage(1202, LogLevel.Error, "No token for the connector: {Reason}")]
    public static partial void TokenNotGiven(ILogger log, string reason);
}
