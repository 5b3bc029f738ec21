namespace SoeBot.Store.People;

/// <summary>A person's own chat with the bot.</summary>
/// <param name="Mri">The person as Teams addresses them, "29:...".</param>
public sealed record PersonalChat(string Tenant, string Conversation, string ServiceUrl, string Mri);
