namespace SoeBot;

/// <summary>Ids and counts, never card text, never tokens. 1xx channel, 2xx plan, 3xx occurrences.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Error, "{Loop} broke and goes on in a second")]
    public static partial void LoopBroke(ILogger logger, string loop, Exception broken);

    [LoggerMessage(102, LogLevel.Error, "Inbound message {Id} failed at try {Try}")]
    public static partial void InboundFailed(ILogger logger, long id, int @try, Exception broken);

    [LoggerMessage(103, LogLevel.Error, "Message {Id} ({Card}) could not be delivered")]
    public static partial void DeliveryFailed(ILogger logger, long id, string card, Exception broken);

    [LoggerMessage(104, LogLevel.Error, "The answers to {Count} invokes could not be kept; should one of them be repeated, it is run again")]
    public static partial void AnswersNotKept(ILogger logger, int count, Exception broken);

    [LoggerMessage(105, LogLevel.Error, "Plan files of message {Id} failed at try {Try}. Error {ErrorId}")]
    public static partial void SentPlanFailed(ILogger logger, long id, int @try, string errorId, Exception broken);

    [LoggerMessage(121, LogLevel.Warning, "The lease of tenant {Tenant} (fence {Fence}) is lost: another process sends for it now")]
    public static partial void LeaseLost(ILogger logger, string tenant, long fence);

    [LoggerMessage(122, LogLevel.Warning, "Tenant {Tenant} taken over (fence {Fence}): {Count} messages were being sent by a process that is gone, and their fate is unknown")]
    public static partial void SendsLost(ILogger logger, string tenant, long fence, int count);

    [LoggerMessage(123, LogLevel.Warning, "Message {Id} was worked under fence {Fence}, which is not ours any more: nothing was written")]
    public static partial void CameLate(ILogger logger, long id, long fence);

    [LoggerMessage(106, LogLevel.Error, "Inbound message {Id} is parked: it failed too often. Error {ErrorId}: {Reason}")]
    public static partial void InboundParked(ILogger logger, long id, string errorId, string reason);

    [LoggerMessage(111, LogLevel.Warning, "{Plant} has no administrator yet: write to the bot in your own chat: claim {Code}")]
    public static partial void ClaimCode(ILogger logger, string plant, string code);

    [LoggerMessage(201, LogLevel.Information, "Plant {Plant}: plan version {Version} published from {Source}, {AtRisk} orders at risk")]
    public static partial void PlanPublished(ILogger logger, string plant, int version, string source, int atRisk);

    [LoggerMessage(202, LogLevel.Information, "Plant {Plant}: set {Set} of the watched folder was read; taken: {Taken}")]
    public static partial void WatchedRead(ILogger logger, string plant, string set, bool taken);

    [LoggerMessage(203, LogLevel.Warning, "Plant {Plant}: the watched folder is not there")]
    public static partial void WatchedAway(ILogger logger, string plant);

    [LoggerMessage(301, LogLevel.Error, "Occurrence {Kind} {Key} of plant {Plant} failed")]
    public static partial void OccurrenceFailed(ILogger logger, string kind, string key, string plant, Exception broken);

    [LoggerMessage(304, LogLevel.Warning, "The directory was not asked: {Reason}")]
    public static partial void DirectorySilent(ILogger logger, string reason);

    [LoggerMessage(305, LogLevel.Error, "What plant {Plant} should have happening could not be derived; the next tick tries again")]
    public static partial void DeriveFailed(ILogger logger, string plant, Exception broken);

    [LoggerMessage(303, LogLevel.Warning, "The tick waits for a lock that another server holds or left behind: {Reason}")]
    public static partial void TickWaits(ILogger logger, string reason);

    [LoggerMessage(302, LogLevel.Information, "Occurrence {Kind} {Key} of plant {Plant}: {State}")]
    public static partial void OccurrenceWorked(ILogger logger, string kind, string key, string plant, string state);

    [LoggerMessage(306, LogLevel.Warning, "Plant {Plant}: the meeting sheet was not written: {Reason}. The one before stays, if there is one")]
    public static partial void SheetNotWritten(ILogger logger, string plant, string reason);

    [LoggerMessage(211, LogLevel.Warning, "{Plant}: {Words}")]
    public static partial void HolidaysRefused(ILogger log, string plant, string words);

    [LoggerMessage(212, LogLevel.Information, "{Plant}: {Words} They count from now on; what is stored with a plan changes with the next version.")]
    public static partial void HolidaysChanged(ILogger log, string plant, string words);

    [LoggerMessage(213, LogLevel.Information, "Plant {Plant}: {Versions} plan versions and {Rows} rows are past keeping and gone")]
    public static partial void PlansForgotten(ILogger log, string plant, int versions, int rows);

    [LoggerMessage(227, LogLevel.Information, "Plant {Plant}: {Sets} sets of the watched folder are past keeping and gone")]
    public static partial void WatchedForgotten(ILogger logger, string plant, int sets);

    [LoggerMessage(228, LogLevel.Error, "Plant {Plant}: an old set of the watched folder could not be taken away; tried again in a day")]
    public static partial void WatchedNotForgotten(ILogger logger, string plant, Exception failure);

    [LoggerMessage(215, LogLevel.Information, "Hand-over of {Change} to {Receiver} of plant {Plant}: {Result}")]
    public static partial void HandedOver(ILogger log, string change, string receiver, string plant, string result);

    [LoggerMessage(216, LogLevel.Error, "Hand-over of {Change} to {Receiver} of plant {Plant} broke; it is tried again when its lease is over")]
    public static partial void HandOverBroke(ILogger log, string change, string receiver, string plant, Exception broken);

    [LoggerMessage(214, LogLevel.Error, "Plant {Plant}: old plan versions could not be taken away; tried again in a day")]
    public static partial void PlansNotForgotten(ILogger log, string plant, Exception failure);
}
