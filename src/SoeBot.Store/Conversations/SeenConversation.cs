using SoeBot.Domain.People;

namespace SoeBot.Store.Conversations;

public enum ConversationUse { Personal, Group, Channel, Meeting }

/// <summary>What a conversation is to a plant: where the week is worked, where the meeting is held, where S&amp;OP hears the month's summary.</summary>
public enum ChannelUse { Week, Meeting, Sop }

/// <summary>A place in Teams that the bot was seen in.</summary>
/// <param name="Id">Without <c>;messageid=</c>; the store cuts it off.</param>
/// <param name="TeamId">The team's own conversation id, for a channel.</param>
/// <param name="Person">Whose chat it is, for a personal one.</param>
/// <param name="BotId">The bot's address there.</param>
/// <param name="At">When; of two sightings the later one counts.</param>
public sealed record SeenConversation(
    string Tenant,
    string Id,
    ConversationUse Use,
    string ServiceUrl,
    string? Name,
    string? TeamId,
    PersonKey? Person,
    string BotId,
    DateTimeOffset At);
