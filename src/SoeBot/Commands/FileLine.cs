using SoeBot.Store.Effects;

namespace SoeBot.Commands;

/// <summary>Works a message that brings files; what it returns is committed as with a <see cref="CommandHandler"/>.</summary>
public delegate Task<Effect> FileHandler(Turn turn, CancellationToken ct);
