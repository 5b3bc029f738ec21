using System.Globalization;
using SoeBot.Connectors.Csv;

namespace SoeBot.Connectors.Reading.Checks;

/// <summary>R139: files that are sound and old, because an export stopped working and the last one is sent again and again.</summary>
internal static class AgeCheck
{
    /// <summary>By the time stamps of the files; where nobody tells them, by the newest day on which anything happened in them.</summary>
    public static void Old(IReadOnlyList<TableRead> sent, SourceFiles files, Func<DateOnly?> newest, ReadRequest request, ProblemList problems, ProblemList warnings)
    {
        if (request.Limits.Age is not { } limit) return;
        var found = limit.Refuses ? problems : warnings;
        var end = (limit.Refuses ? " Not used: " : " It is used all the same: ")
            + string.Create(CultureInfo.InvariantCulture, $"at most {limit.Most.TotalHours:0} h are allowed. Check that the export still runs.");
        var stamped = sent.Select(table => table.Source).Distinct().Select(source => (Source: source, At: files.WrittenAt(source))).Where(file => file.At is not null).ToList();
        foreach (var (source, at) in stamped)
            if (limit.Now - at!.Value > limit.Most)
                found.Add(source, null, null, null, string.Create(CultureInfo.InvariantCulture, $"is of {limit.Shown(at.Value)}, {(limit.Now - at.Value).TotalHours:0} h old.") + end);
        if (stamped.Count == 0 && newest() is { } day && day < limit.DayOf(limit.Now - limit.Most))
            found.Add(
                string.Join(", ", sent.Select(table => table.Source).Distinct()), null, null, null,
                string.Create(CultureInfo.InvariantCulture, $"says of nothing that happened after {day:ddd d MMM}.") + end);
    }
}
