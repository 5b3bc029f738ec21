using System.Globalization;
using System.Net;
using System.Text;

namespace SoeBot.Teams.Extensions;

/// <summary>
/// The words of a message, without its markup. One pass over the letters, because the tree builder of HTML can be made to spend
/// seconds and gigabytes on a small text; what is returned is text and is never read as markup again.
/// </summary>
public static class MessageText
{
    private static readonly HashSet<string> Breaks = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "p", "div", "li", "ul", "ol", "tr", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr", "attachment",
    };

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "title", "template", "textarea", "iframe" };

    public static string OfHtml(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<' || !IsTag(html, at))
            {
                text.Append(html[at++]);
                continue;
            }

            var name = NameAt(html, at);
            at = EndOfTag(html, at);
            if (Unread.Contains(name))
            {
                at = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase) is var close and >= 0 ? close : html.Length;
            }
            else if (Breaks.Contains(name.TrimStart('/')))
            {
                text.Append('\n');
            }
        }

        return Clean(WebUtility.HtmlDecode(text.ToString()));
    }

    /// <summary>Single blanks, no empty lines, nothing that cannot be seen or that turns the direction of the rest.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var waiting = '\0';
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r')
            {
                waiting = '\n';
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                waiting = waiting == '\n' ? '\n' : ' ';
            }
            else if (IsSeen(rune))
            {
                if (waiting != '\0' && clean.Length > 0)
                {
                    clean.Append(waiting);
                }

                waiting = '\0';
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    // The two joiners belong to the spelling of some languages and to some pictures.
    private static bool IsSeen(Rune rune) => rune.Value is '\u200C' or '\u200D'
        || (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse) && rune != Rune.ReplacementChar);

    /// <summary>"2 &lt; 3" is no tag.</summary>
    private static bool IsTag(string html, int at) =>
        at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?');

    private static string NameAt(string html, int at)
    {
        var end = at + 1;
        while (end < html.Length && end - at < 20 && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '/'))
        {
            end++;
        }

        return html[(at + 1)..end].TrimEnd('/');
    }

    /// <summary>A <c>&gt;</c> within quotes ends no tag; a tag that never ends takes the rest with it.</summary>
    private static int EndOfTag(string html, int at)
    {
        if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0)
        {
            return html.IndexOf("-->", at + 4, StringComparison.Ordinal) is var close and >= 0 ? close + 3 : html.Length;
        }

        var quote = '\0';
        for (at++; at < html.Length; at++)
        {
            if (quote != '\0')
            {
                quote = html[at] == quote ? '\0' : quote;
            }
            else if (html[at] is '"' or '\'')
            {
                quote = html[at];
            }
            else if (html[at] == '>')
            {
                return at + 1;
            }
        }

        return html.Length;
    }
}
