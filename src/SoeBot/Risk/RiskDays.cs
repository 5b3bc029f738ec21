using System.Globalization;
using SoeBot.Domain.Fences;

namespace SoeBot.Risk;

/// <summary>Days and times as this slice's buttons and receipts carry them.</summary>
internal static class RiskDays
{
    public static string Time(DateTimeOffset instant, PlantCalendar calendar) => calendar.Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string? OnTheWire(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A page of the whole list, as buttons and card references write it: "all:10".</summary>
internal static class TopTenPage
{
    /// <returns>Rows to skip; 0 for the top ten and for anything that is no page.</returns>
    public static int Parse(string? about) =>
        about?.Split(':') is ["all", var skip] && int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows < 1_000_000
            ? rows - (rows % TopTenView.Size)
            : 0;
}

/// <summary>The reference of a posted form: the order, and the mark that tells this form from another of the same order.</summary>
internal static class RiskForm
{
    public static string About(string order, string form) => form.Length == 0 ? order : $"{order}|{form}";

    public static (string Order, string Form) Split(string about) =>
        about.IndexOf('|', StringComparison.Ordinal) is var cut and > 0 ? (about[..cut], about[(cut + 1)..]) : (about, "");

    /// <summary>The name under which it is posted, so that its own submit turns it into the receipt.</summary>
    public static string TrackAs(Domain.Plan.PlantId plant, string order, string form) => $"risk-form:{plant}:{About(order, form)}";
}
