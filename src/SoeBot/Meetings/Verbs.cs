namespace SoeBot.Meetings;

/// <summary>The buttons of this slice, as they stand on the wire.</summary>
internal static class Verbs
{
    public const string Start = "meeting.start";

    /// <summary>The question comes again in ten minutes.</summary>
    public const string Later = "meeting.later";
    public const string NotToday = "meeting.not-today";
    public const string Here = "meeting.here";
    public const string Next = "meeting.next";
    public const string Back = "meeting.back";
    public const string MoreTime = "meeting.more-time";
    public const string SkipForm = "meeting.skip-form";
    public const string Skip = "meeting.skip";
    public const string ParkForm = "meeting.park-form";
    public const string Park = "meeting.park";
    public const string ChairForm = "meeting.chair-form";
    public const string Chair = "meeting.chair";
    public const string Close = "meeting.close";

    // One order at risk after the other.
    public const string Decided = "meeting.order-decided";
    public const string Watch = "meeting.order-watch";
    public const string Escalate = "meeting.order-escalate";
    public const string Done = "meeting.order-done";

    // Shortly before the end.
    public const string Extend = "meeting.extend";
    public const string ToChat = "meeting.to-chat";
    public const string SkipRest = "meeting.skip-rest";

    // The date of the series.
    public const string MoveDate = "meeting.move-date";
    public const string KeepDate = "meeting.keep-date";
}
