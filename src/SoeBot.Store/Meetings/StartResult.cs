using SoeBot.Domain.Meetings;

namespace SoeBot.Store.Meetings;

/// <param name="Meeting">The started one, or the one that was open before.</param>
/// <param name="AlreadyOpen">The plant has an open meeting; nothing was written, the effect neither.</param>
public sealed record StartResult(Meeting Meeting, bool AlreadyOpen);
