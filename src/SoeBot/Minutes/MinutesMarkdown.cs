using System.Text;
using SoeBot.Cards;

namespace SoeBot.Minutes;

/// <summary>Minutes as a markdown file. What people typed is escaped, so that it neither formats nor links.</summary>
internal static class MinutesMarkdown
{
    private const string Special = "\\`*_{}[]<>()#+-!|~";

    public static string Write(MinutesDocument minutes)
    {
        var text = new StringBuilder();
        Line($"# {Plain(minutes.Title)}");
        Line($"{Plain(minutes.Plant)}. {Plain(minutes.Held)}");
        if (minutes.Decisions.Count > 0)
        {
            Line("## Decisions");
            text.Append("| Decision | What | Owner | Due | About |\n| --- | --- | --- | --- | --- |\n");
            foreach (var one in minutes.Decisions) Row($"| {Plain(one.Name)} | {Plain(one.Text)} | {Plain(one.Owner)} | {Plain(one.Due)} | {Plain(one.AboutAndWithout)} |\n");
            text.Append('\n');
        }
        Line("## Meeting");
        List(minutes.Facts.Select(fact => $"**{fact.Label}:** {Plain(fact.Value)}"));
        Section("Numbers of that moment", minutes.Numbers.Select(number => $"**{Plain(number.Name)}:** {Plain(number.Value)}{(number.Counts.Length > 0 ? $", {Plain(number.Counts)}" : "")}. {Plain(DataLine.Capital(number.Definition, 400))} ({Plain(number.Origin)})"));
        Section("Orders at risk", minutes.Reviews.Select(Plain));
        Section("Steps", minutes.Steps.Select(Plain));
        Section("Parked for S&OP", minutes.Parked.Select(Plain));
        return text.ToString();

        void Line(string line) => text.Append(line).Append("\n\n");

        void Row(string row) => text.Append(row);

        void Section(string title, IEnumerable<string> lines)
        {
            var all = lines.ToList();
            if (all.Count == 0) return;
            Line($"## {title}");
            List(all);
        }

        void List(IEnumerable<string> lines)
        {
            foreach (var line in lines) text.Append("- ").Append(line).Append('\n');
            text.Append('\n');
        }
    }

    /// <summary>One line, in which nothing means anything.</summary>
    private static string Plain(string words)
    {
        var text = new StringBuilder(words.Length);
        for (var at = 0; at < words.Length; at++)
        {
            var letter = words[at];
            if (char.IsControl(letter) || letter is '\u2028' or '\u2029') { text.Append(' '); continue; }
            if (IsDirection(letter)) continue;
            // A hyphen or a plus means something at the start of a line only, and no text stands there; a bare address would become a link.
            if (letter is not ('-' or '+' or '(' or ')' or '!') && (Special.Contains(letter, StringComparison.Ordinal) || (letter == ':' && words.AsSpan(at).StartsWith("://")))) text.Append('\\');
            text.Append(letter);
        }
        return text.ToString().Trim();
    }

    /// <summary>Marks that turn the direction of what follows.</summary>
    private static bool IsDirection(char letter) => letter is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
