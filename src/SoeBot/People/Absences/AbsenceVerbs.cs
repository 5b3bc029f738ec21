namespace SoeBot.People.Absences;

/// <summary>The buttons of absences, as they stand on the wire.</summary>
internal static class AbsenceVerbs
{
    public const string Save = "absence.save";
    public const string End = "absence.end";

    /// <summary>For the audit alone: entered, as typed words have no button.</summary>
    public const string Enter = "absence.enter";
}
