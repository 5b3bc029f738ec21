using SoeBot.Domain.Decisions;

namespace SoeBot.Store.Decisions;

/// <param name="Decision">The recorded one; when it was there before, as it stands now.</param>
/// <param name="AlreadyThere">The same id was recorded before; nothing was written, its effect neither.</param>
public sealed record RecordResult(Decision Decision, bool AlreadyThere);
