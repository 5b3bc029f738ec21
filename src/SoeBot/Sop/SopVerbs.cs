namespace SoeBot.Sop;

/// <summary>The buttons of this slice, as they stand on the wire.</summary>
internal static class SopVerbs
{
    /// <summary>The chosen artifact gets the chosen owner.</summary>
    public const string Give = "sop.give";

    /// <summary>Ticks an artifact; the signed plan is signed by it.</summary>
    public const string Tick = "sop.tick";
    public const string Reopen = "sop.reopen";

    /// <summary>The chosen topic is done.</summary>
    public const string TopicDone = "sop-topic.done";

    /// <summary>The form for the words of one part of the summary.</summary>
    public const string Words = "summary.words";
    public const string Save = "summary.save";
    public const string Send = "summary.send";

    /// <summary>Another page of commitments or overrides, for the presser alone.</summary>
    public const string Page = "sop.page";
}
