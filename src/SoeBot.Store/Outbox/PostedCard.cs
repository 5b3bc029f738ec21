namespace SoeBot.Store.Outbox;

/// <summary>A card that stands in a conversation and can be edited there.</summary>
/// <param name="Place">What the service paces, as <see cref="OutboxMessage.Lane"/>.</param>
/// <param name="ServiceUrl">Of the conversation; null when the bot is not there any more.</param>
public sealed record PostedCard(string Tenant, string Conversation, string ActivityId, string Place, string? ServiceUrl);
