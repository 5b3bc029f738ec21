namespace SoeBot.Teams.Activities;

public enum ConversationKind
{
    Personal,
    GroupChat,
    Channel,

    /// <summary>A group chat that belongs to a meeting; a series has one for all its dates.</summary>
    Meeting,
}

internal static class ConversationKinds
{
    public static ConversationKind Of(Activity activity)
    {
        var id = activity.Conversation?.Id ?? "";
        if (activity.ChannelData.MeetingId is not null || id.StartsWith("19:meeting_", StringComparison.Ordinal))
        {
            return ConversationKind.Meeting;
        }

        return activity.Conversation?.ConversationType switch
        {
            "channel" => ConversationKind.Channel,
            "groupChat" => ConversationKind.GroupChat,
            "personal" => ConversationKind.Personal,
            _ when id.Contains("@thread.tacv2", StringComparison.Ordinal) || id.Contains("@thread.skype", StringComparison.Ordinal) => ConversationKind.Channel,
            _ when id.StartsWith("19:", StringComparison.Ordinal) => ConversationKind.GroupChat,
            _ => ConversationKind.Personal,
        };
    }
}
