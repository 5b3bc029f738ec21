using System.Globalization;

namespace SoeBot.Connectors.Mapping;

/// <summary>Reads a row condition.</summary>
internal static class ConditionParsing
{
    public static RowCondition? Condition(JsonPlace place)
    {
        var parts = place.Properties(["column", "is", "isNot", "from", "upTo", "all", "any"]);
        if (parts.TryGetValue("all", out var all) && parts.Count == 1) return new RowCondition { All = Each(all) };
        if (parts.TryGetValue("any", out var any) && parts.Count == 1) return new RowCondition { Any = Each(any) };
        var tests = parts.Keys.Count(k => k != "column");
        if (!parts.TryGetValue("column", out var column) || tests == 0 || parts.ContainsKey("all") || parts.ContainsKey("any")
            || (tests > 1 && (parts.ContainsKey("is") || parts.ContainsKey("isNot"))))
        {
            place.Wrong("a condition is { column, is }, { column, isNot }, { column, from and/or upTo }, { all: [...] } or { any: [...] }.");
            return null;
        }
        return new RowCondition
        {
            Column = column.Text() ?? "",
            Is = parts.GetValueOrDefault("is")?.Texts() ?? parts.GetValueOrDefault("isNot")?.Texts(),
            Negated = parts.ContainsKey("isNot"),
            From = parts.TryGetValue("from", out var from) ? Day(from) : null,
            UpTo = parts.TryGetValue("upTo", out var upTo) ? Day(upTo) : null,
        };
    }

    private static RowCondition[] Each(JsonPlace place)
    {
        var conditions = place.Items().Select(Condition).OfType<RowCondition>().ToArray();
        if (conditions.Length == 0) place.Wrong("at least one condition is expected here.");
        return conditions;
    }

    private static MappedDay? Day(JsonPlace place)
    {
        if (place.Text() is not { } text) return null;
        foreach (var anchor in new[] { "today", "week" })
        {
            if (!text.StartsWith(anchor, StringComparison.Ordinal)) continue;
            var plus = 0;
            var rest = text[anchor.Length..];
            if (rest.Length == 0 || (rest[0] is '+' or '-' && int.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out plus)))
                return new MappedDay(anchor == "week", plus);
        }
        place.Wrong("a day is today or week (the first day of this week), with days added or taken away: today-7, week+13.");
        return null;
    }
}
