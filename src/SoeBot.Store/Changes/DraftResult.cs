using SoeBot.Domain.Changes;

namespace SoeBot.Store.Changes;

/// <param name="Request">The drafted one; when it was there before, as it stands now.</param>
/// <param name="AlreadyThere">The same id was drafted before; nothing was written, its effect neither.</param>
public sealed record DraftResult(ChangeRequest Request, bool AlreadyThere);
