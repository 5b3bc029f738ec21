using System.Globalization;
using SoeBot.Domain.Risk;
using SoeBot.Teams;
using SoeBot.Teams.Routing;

namespace SoeBot.Risk;

/// <summary>An answer as it was entered, with what is wrong about it, so that the form comes back as it was filled.</summary>
/// <param name="UseTellBy">Offered in place of a refused tell-by date.</param>
internal sealed record RefusedAnswer(RiskAnswer Answer, IReadOnlyDictionary<string, string> Problems, DateOnly? UseTellBy = null);

/// <summary>Reads an answer from a press: from the form's fields, else from what the card of a typed line carried.</summary>
internal static class RiskInput
{
    public static RiskAnswer Read(CardInput input) => new(
        RiskReading.StatusOf(input.Text("in_status") ?? input.Text("s") ?? ""),
        Cut(input.Text("in_risk") ?? input.Text("risk")),
        Cut(input.Text("in_mitigation")),
        Sane(input.Day("in_newdate") ?? input.Day("newdate")),
        // The button "Save with Thu 9 Jan" overrules the field that was refused.
        Sane(input.Day("t") ?? input.Day("in_tellby") ?? input.Day("tellby")));

    /// <summary>True when the press brought something to fill a form with.</summary>
    public static bool IsFilled(CardInput input) => input.Has("s") || input.Has("in_status");

    /// <summary>The mark of the posted form; what came from a client is hostile.</summary>
    public static string Form(CardInput input) => input.Text("f") is { Length: <= 200 } form ? form : "";

    private static string? Cut(string? text) => text?.Cut(RiskFormCard.MostText);

    private static DateOnly? Sane(DateOnly? day) => day?.ToString("yyyy", CultureInfo.InvariantCulture) is { } year && year[..2] is "20" ? day : null;
}
