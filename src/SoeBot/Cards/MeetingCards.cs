namespace SoeBot.Cards;

/// <summary>Ids of the meeting's shared cards, which are edited when a decision changes. Each is tracked as "{id}:{meeting}".</summary>
internal static class MeetingCards
{
    public const string Agenda = "agenda";
    public const string Commitments = "commitments";
    public const string Order = "meeting-order";
    public const string ReadBack = "read-back";

    /// <summary>Drawn from what was stored when the meeting closed, so it is never edited.</summary>
    public const string Minutes = "minutes";

    public static readonly string[] ThatListDecisions = [Agenda, Commitments, Order, ReadBack];
}
