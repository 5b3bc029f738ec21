namespace SoeBot.Decisions;

/// <summary>The buttons of this slice, as they stand on the wire.</summary>
internal static class Verbs
{
    public const string Form = "decision.form";
    public const string Record = "decision.record";
    public const string RecordAndTell = "decision.record-and-tell";
    public const string DropDraft = "decision.drop-form";
    public const string Take = "decision.take";
    public const string Refuse = "decision.refuse";
    public const string RefuseForm = "decision.refuse-form";
    public const string Done = "decision.done";
    public const string Miss = "decision.miss";
    public const string MissForm = "decision.miss-form";
    public const string RedateForm = "decision.redate-form";
    public const string Redate = "decision.redate";
    /// <summary>The lead gives the third date that the owner asked for.</summary>
    public const string AgreeDate = "decision.agree-date";

    /// <summary>A draft gets its owner or its date.</summary>
    public const string Complete = "decision.complete";
    public const string CompleteForm = "decision.complete-form";
    public const string Replace = "decision.replace";
    /// <summary>What it is about was shipped or cancelled: close it, or it is still needed.</summary>
    public const string CloseOver = "decision.close-over";
    public const string StillNeeded = "decision.still-needed";
    public const string EscalateForm = "decision.escalate-form";
    public const string Escalate = "decision.escalate";

    /// <summary>Whoever is asked above takes an option, wants a call, or lets somebody else decide.</summary>
    public const string Choose = "decision.choose";
    public const string CallMe = "decision.call-me";
    public const string DelegateForm = "decision.delegate-form";
    public const string Delegate = "decision.delegate";

    /// <summary>Another page of the last commitments.</summary>
    public const string Commitments = "decision.commitments";
    public const string KeepBoth = "decision.keep-both";
    public const string Blocked = "decision.blocked";
    public const string Correct = "decision.correct";
    public const string CorrectForm = "decision.correct-form";
    public const string Drop = "decision.drop";
    public const string DropForm = "decision.drop-reason-form";

    /// <summary>A client asks for the view of whoever looks at it.</summary>
    public const string Fresh = "decision.fresh";
    public const string BlockedForm = "decision.blocked-form";
}
