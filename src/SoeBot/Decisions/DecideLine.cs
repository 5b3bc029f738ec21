using System.Text.RegularExpressions;
using SoeBot.Domain.Fences;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>Reads "Ravi gets a second quote for the frame by Friday": the due date and the order are taken out, the owner's name too when it leads the line, and "entered later" wherever it stands.</summary>
internal static partial class DecideLine
{
    public readonly record struct Reading(string Text, DateOnly? Due, string? Order)
    {
        /// <summary>The day as it was typed; null when none was.</summary>
        public DayReading.Found? Typed { get; init; }

        /// <summary>A meeting decided it that the bot did not see.</summary>
        public bool EnteredLater { get; init; }
    }

    public static Reading Read(string line, string? owner, DateOnly today, PlantCalendar calendar)
    {
        var isLater = Later().IsMatch(line);
        var text = isLater ? Later().Replace(line, " ").TrimStart() : line;
        var due = DayReading.In(text, today, calendar);
        if (due is { } found) text = text.Replace(found.Text, " ", StringComparison.Ordinal);
        var order = OrderIn().Match(text);
        // At the end it only says what the decision is about; in the middle it is part of the sentence.
        if (order.Success && text.TrimEnd().EndsWith(order.Value, StringComparison.Ordinal)) text = ForThat().Replace(text[..order.Index], "");
        if (owner is not null && LeadingName(text, owner) is { } name) text = Imperative(text[name.Length..].TrimStart(' ', ',', ':'));
        text = text.Trim(' ', ',', '.', ';', ':', '-');
        text = Blanks().Replace(LeadingVerb().Replace(text, ""), " ");
        return new(text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..], due?.Day, order.Success ? order.Value.ToUpperInvariant() : null) { Typed = due, EnteredLater = isLater };
    }

    /// <summary>"gets a quote", said of the owner, is the owner's "get a quote".</summary>
    private static string Imperative(string text)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 ? blank : text.Length;
        var (verb, rest) = (text[..end], text[end..]);
        if (verb.Length < 4 || !verb.EndsWith('s') || verb.EndsWith("ss", StringComparison.Ordinal) || verb.EndsWith("us", StringComparison.Ordinal) || !verb.All(char.IsLower)) return text;
        if (verb.EndsWith("ies", StringComparison.Ordinal)) return verb[..^3] + "y" + rest;
        return (EndsInEs().IsMatch(verb) ? verb[..^2] : verb[..^1]) + rest;
    }

    private static string? LeadingName(string text, string owner)
    {
        foreach (var name in (string[])[owner, owner.Split(' ')[0]])
            foreach (var written in (string[])["@" + name, name])
                if (text.StartsWith(written, StringComparison.OrdinalIgnoreCase) && (text.Length == written.Length || !char.IsLetter(text[written.Length]))) return text[..written.Length];
        return null;
    }

    [GeneratedRegex(@"(?<![\w.\-/])(?=[a-z])" + OrderNumber.Pattern + @"(?![\w/]|[.\-]\d)", RegexOptions.IgnoreCase)]
    private static partial Regex OrderIn();

    [GeneratedRegex(@"[\s,;(\-]*\bentered\s+later\b[):]?", RegexOptions.IgnoreCase)]
    private static partial Regex Later();

    /// <summary>"book a truck for", of which only the order was taken away.</summary>
    [GeneratedRegex(@"\s+(?:for|of|about|on|regarding)\s*(?:the\s+)?(?:order\s*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex ForThat();

    [GeneratedRegex(@"^(?:will|shall|to|should|must)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex LeadingVerb();

    [GeneratedRegex("(?:sh|ch|x|z|o|ss)es$")]
    private static partial Regex EndsInEs();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Blanks();
}
