namespace SoeBot.Decisions;

/// <summary>The buttons of this slice, as they stand on the wire.</summary>
internal static class Verbs
{
    public const string Form = "decision.form";
    public const string Record = "decision.record";
    public const string DropDraft = "decision.drop-form";
    public const string Take = "decision.take";
    public const string Refuse = "decision.refuse";
    public const string RefuseForm = "decision.refuse-form";
    public const string Done = "decision.done";
    public const string Miss = "decision.miss";
    public const string RedateForm = "decision.redate-form";
    public const string Redate = "decision.redate";
    public const string Blocked = "decision.blocked";
    public const string Correct = "decision.correct";
    public const string CorrectForm = "decision.correct-form";
    public const string Drop = "decision.drop";
    public const string DropForm = "decision.drop-reason-form";

    /// <summary>A client asks for the view of whoever looks at it.</summary>
    public const string Fresh = "decision.fresh";
    public const string BlockedForm = "decision.blocked-form";
}
