using System.Globalization;

namespace SoeBot.Domain.Fences;

/// <summary>Working hours of a production day, plant time. One that ends at or before its start ends on the next day.</summary>
public readonly record struct Shift(TimeOnly Start, TimeOnly End)
{
    private const string Form = "HH:mm";

    public bool OverMidnight => End <= Start;

    /// <summary>On a day without a change of the clock.</summary>
    public TimeSpan Length => OverMidnight ? End - Start + (End == Start ? TimeSpan.FromDays(1) : TimeSpan.Zero) : End - Start;

    /// <summary>Shifts as a source writes them, "06:00-14:00 14:00-22:00"; false when one is none or two overlap.</summary>
    public static bool TryParseAll(string text, out IReadOnlyList<Shift> shifts)
    {
        var found = new List<Shift>();
        shifts = found;
        foreach (var part in text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var times = part.Split('-');
            if (times.Length != 2 || !TryTime(times[0], out var start) || !TryTime(times[1], out var end)) return false;
            found.Add(new Shift(start, end));
        }
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        for (var i = 0; i < found.Count; i++)
        {
            var next = i + 1 < found.Count ? found[i + 1].Start - TimeOnly.MinValue : found[0].Start - TimeOnly.MinValue + TimeSpan.FromDays(1);
            if (found[i].Start - TimeOnly.MinValue + found[i].Length > next) return false;
        }
        return found.Count > 0;
    }

    public override string ToString() => $"{Start.ToString(Form, CultureInfo.InvariantCulture)}-{End.ToString(Form, CultureInfo.InvariantCulture)}";

    private static bool TryTime(string text, out TimeOnly time)
    {
        if (text == "24:00") text = "00:00";
        return TimeOnly.TryParseExact(text, [Form, "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
