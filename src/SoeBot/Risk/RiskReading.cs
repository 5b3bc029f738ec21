using System.Text.Json;
using System.Text.RegularExpressions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Risk;
using SoeBot.Teams;
using SoeBot.Words;

namespace SoeBot.Risk;

/// <summary>What a typed status line was understood as. Travels inside the card's reference; nothing is stored until "Yes".</summary>
/// <param name="Form">Tells this question from another of the same order, so that its "Yes" turns it into the receipt.</param>
internal sealed partial record RiskReading(string Order, RiskAnswer Answer, string Typed, string Form = "")
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static RiskReading FromJson(string json) => JsonSerializer.Deserialize<RiskReading>(json)!;

    /// <summary>The words around order and status are the risk, as typed; a day in them is taken as the new expected date.</summary>
    public static RiskReading Read(string typed, string order, Match words, DateOnly today, PlantCalendar calendar)
    {
        var status = StatusOf(words.Groups["status"].Value);
        var rest = typed;
        foreach (var taken in ((Group[])[words.Groups["order"], words.Groups["status"]]).OrderByDescending(group => group.Index))
            rest = rest.Remove(taken.Index, taken.Length).Insert(taken.Index, " ");
        rest = Lead().Replace(Blanks().Replace(rest, " ").Trim(' ', ',', '.', ':', ';', '-', '!', '?'), "").Trim(' ', ',', '.', ':', ';', '-');
        var day = DayReading.In(rest, today, calendar)?.Day;
        return new(order, new RiskAnswer(status, rest.Length > 0 ? rest.Cut(RiskFormCard.MostText) : null, null, day, null), typed);
    }

    public static RiskStatus StatusOf(string word) => word.ToLowerInvariant() switch
    {
        "red" or "rojo" or "roja" or "rot" or "rouge" or "czerwony" or "czerwone" => RiskStatus.Red,
        "green" or "verde" or "grün" or "grun" or "gruen" or "vert" or "zielony" or "zielone" => RiskStatus.Green,
        "amber" or "yellow" or "orange" or "ámbar" or "ambar" or "amarillo" or "gelb" or "jaune" or "żółty" or "zolty" or "żółte" or "zolte" => RiskStatus.Amber,
        _ => RiskStatus.Unanswered,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    // "63216 is red because ...", "red on 63216: ..."
    [GeneratedRegex(@"^(?:(?:is|now|goes|order|status|on|for|because|weil|porque|ist|est|jest)\b[\s,:;-]*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();
}
