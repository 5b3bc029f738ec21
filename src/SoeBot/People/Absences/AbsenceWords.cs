using System.Globalization;
using SoeBot.Domain.People;
using SoeBot.Words;

namespace SoeBot.People.Absences;

internal static class AbsenceWords
{
    /// <summary>"Mon 13 to Fri 17 Jan".</summary>
    public static string Days(DateOnly from, DateOnly until, DateOnly today) =>
        from >= until ? DayWords.Of(from, today)
        : $"{(from.Month == until.Month && from.Year == until.Year ? from.ToString("ddd d", CultureInfo.InvariantCulture) : DayWords.Of(from, today))} to {DayWords.Of(until, today)}";

    /// <summary>"Petra Lang covers everything", "nobody is named: it falls to Lea Brandt".</summary>
    public static string Covers(Absence absence, string? deputy, string otherwise) => deputy is null
        ? $"No deputy is named: {(absence.Scope == AbsenceScope.All ? "everything goes" : "approvals go")} to {otherwise}"
        : $"{deputy} covers {(absence.Scope == AbsenceScope.All ? "everything" : "approvals only")}";

    public static string Why(StandInReason reason) => reason switch
    {
        StandInReason.Present => "",
        StandInReason.Deputy => "deputy",
        StandInReason.RoleDeputy => "deputy of the role",
        StandInReason.Lead => "falls to the lead",
        StandInReason.Nobody => "nobody else is there",
    };
}
