using System.Globalization;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Store.Plans;
using SoeBot.Teams;
using SoeBot.Teams.Cards;

namespace SoeBot.Cards;

/// <summary>Where the numbers of a card come from, for its last line (R136, R139).</summary>
/// <param name="DataAt">"Mon 09:00", plant time.</param>
/// <param name="Refused">How old the data is and why a newer import was not used; null when there is nothing to say.</param>
internal sealed record DataLine(string DataAt, string Source, int Version, string? Refused = null)
{
    /// <summary>Older than this is said: a plan is imported every morning.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(26);

    public static DataLine Of(PlanVersion version, RefusedImport? refused, PlantCalendar calendar, DateTimeOffset now)
    {
        var hours = (int)(now - version.DataAt).TotalHours;
        var old = $"These numbers are {hours.ToString(CultureInfo.InvariantCulture)} h old";
        return new(
            Moment(version.DataAt, calendar, now), version.Source, version.Number,
            refused is not null ? $"{old}: the import of {Moment(refused.At, calendar, now)} ({Short(refused.Source, 40)}) was refused: {refused.Reasons}"
            : now - version.DataAt > Fresh ? $"{old}: nothing newer was imported."
            : null);
    }

    public IEnumerable<CardElement> Draw()
    {
        if (Refused is { } why)
            yield return new Container([new TextBlock(CardText.Of($"**Old data.** {Short(why, 300)}"))]) { Style = ContainerStyle.Warning };
        yield return TextBlock.Subtle($"data {DataAt}, {Short(Source, 60)}, version {Version}");
    }

    /// <summary>Text of people and files has no length; a card of ten rows has.</summary>
    public static string Short(string? text, int most)
    {
        if (text is null || text.Length <= most) return text ?? "";
        return text.Cut(most - 1).TrimEnd() + "…";
    }

    /// <summary>The same for a line that stands alone.</summary>
    public static string Capital(string? text, int most) => Short(text, most) is { Length: > 0 } some ? char.ToUpperInvariant(some[0]) + some[1..] : "";

    /// <summary>An order's number as a button carries it. One that is longer than any number people use cannot be pressed.</summary>
    public static string Key(string order) => Short(order, 40);

    /// <summary>"Mon 09:00", with the day of the month when it is long ago; plant time.</summary>
    public static string Moment(DateTimeOffset instant, PlantCalendar calendar, DateTimeOffset now) =>
        calendar.Local(instant).ToString((now - instant).Duration() < TimeSpan.FromDays(6) ? "ddd HH:mm" : "ddd d MMM HH:mm", CultureInfo.InvariantCulture);
}
