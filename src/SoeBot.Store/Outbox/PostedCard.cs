namespace SoeBot.Store.Outbox;

/// <summary>A card that stands in a conversation and can be edited there.</summary>
public sealed record PostedCard(string Tenant, string Conversation, string ActivityId);
