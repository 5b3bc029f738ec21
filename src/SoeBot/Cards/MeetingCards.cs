namespace SoeBot.Cards;

/// <summary>Ids of the meeting's shared cards, which are edited when a decision changes. Each is tracked as "{id}:{meeting}".</summary>
internal static class MeetingCards
{
    public const string Agenda = "agenda";
    public const string Commitments = "commitments";
    public const string ReadBack = "read-back";

    public static readonly string[] ThatListDecisions = [Agenda, Commitments, ReadBack];
}
