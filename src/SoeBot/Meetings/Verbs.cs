namespace SoeBot.Meetings;

/// <summary>The buttons of this slice, as they stand on the wire.</summary>
internal static class Verbs
{
    public const string Start = "meeting.start";
    public const string NotToday = "meeting.not-today";
    public const string Next = "meeting.next";
    public const string Back = "meeting.back";
    public const string ParkForm = "meeting.park-form";
    public const string Park = "meeting.park";
    public const string Close = "meeting.close";
}
