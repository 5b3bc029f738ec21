namespace SoeBot.Changes;

/// <summary>The buttons of this slice, as they stand on the wire.</summary>
internal static class Verbs
{
    /// <summary>An empty form about the order of the card pressed.</summary>
    public const string Form = "change.form";
    public const string Check = "change.check";
    public const string DropForm = "change.drop-form";
    public const string Send = "change.send";
    public const string Withdraw = "change.withdraw";
    public const string Approve = "change.approve";
    public const string ApproveIf = "change.approve-if";
    public const string Reject = "change.reject";
    public const string Ask = "change.ask";
    public const string Answer = "change.answer";
    public const string Give = "change.give";

    /// <summary>A decision of the last minutes is taken back.</summary>
    public const string TakeBack = "change.take-back";

    /// <summary>Whoever cannot decide asks those who can.</summary>
    public const string Urge = "change.urge";
    public const string Agree = "change.agree";
    public const string Object = "change.object";
    public const string NotConcerned = "change.not-concerned";

    /// <summary>Of a change that nobody approved: a request afterwards, or planning takes it back.</summary>
    public const string File = "violation.file";
    public const string Mistake = "violation.mistake";

    /// <summary>A client asks for the view of whoever looks at it.</summary>
    public const string Fresh = "change.fresh";
}
