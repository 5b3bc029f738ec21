using System.Text;
using System.Text.RegularExpressions;

namespace SoeBot.Teams.Cards.PlainText;

/// <summary>The markdown subset of Teams' cards: how to keep text from meaning something in it, and how to read it without it.</summary>
internal static partial class MarkdownText
{
    private const string Special = "*_[]()~\\`";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (Special.Contains(letter, StringComparison.Ordinal))
            {
                escaped.Append('\\').Append(letter);
            }
            else if (letter is '\r' or '\n' or '\t' or '\u2028' or '\u2029' or '\u0085')
            {
                escaped.Append(' ');
            }
            else if (!char.IsControl(letter) && letter is not ('\u202A' or '\u202B' or '\u202D' or '\u202E'))
            {
                escaped.Append(letter);
            }
        }

        // A client looks for the literal mention text, so a backslash would not be enough; and an entity would bring it back.
        var result = Entity().Replace(escaped.ToString(), "&amp;");
        result = MentionTag().Replace(result, "&lt;");
        return BlockStart().Replace(result, "$1\\$2");
    }

    public static string EscapeAddress(string address) =>
        address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

    public static string ToPlain(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        for (var at = 0; at < markdown.Length; at++)
        {
            var letter = markdown[at];
            if (letter == '\\' && at + 1 < markdown.Length && char.IsPunctuation(markdown[at + 1]) | char.IsSymbol(markdown[at + 1]))
            {
                plain.Append(markdown[++at]);
            }
            else if (letter == ']' && at + 1 < markdown.Length && markdown[at + 1] == '(')
            {
                var end = EndOfAddress(markdown, at + 2);
                plain.Append(" (").Append(ToPlain(markdown[(at + 2)..end])).Append(')');
                at = end;
            }
            else if (letter == '\r')
            {
                plain.Append('\n');
            }
            else if (letter is not ('*' or '_' or '[' or ']' or '`'))
            {
                plain.Append(letter);
            }
        }

        return MentionMarkup().Replace(plain.ToString(), "")
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);
    }

    private static int EndOfAddress(string markdown, int start)
    {
        for (var at = start; at < markdown.Length; at++)
        {
            if (markdown[at] == '\\')
            {
                at++;
            }
            else if (markdown[at] == ')')
            {
                return at;
            }
        }

        return markdown.Length;
    }

    [GeneratedRegex("&(?=#?[A-Za-z0-9]{1,32};)")]
    private static partial Regex Entity();

    [GeneratedRegex("<(?=\\s*/?\\s*at\\b)", RegexOptions.IgnoreCase)]
    private static partial Regex MentionTag();

    [GeneratedRegex("</?at>", RegexOptions.IgnoreCase)]
    private static partial Regex MentionMarkup();

    [GeneratedRegex("^(\\s*\\d*)([-+#>.](?=\\s|$)|[#>])")]
    private static partial Regex BlockStart();
}
