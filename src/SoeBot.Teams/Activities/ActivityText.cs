using System.Net;
using System.Text.RegularExpressions;

namespace SoeBot.Teams.Activities;

/// <summary>What a person wrote, without the markup of Teams (protocol notes 3.5).</summary>
public static partial class ActivityText
{
    /// <summary>
    /// The bot's own mention is gone, other people stay as <c>@Name</c>, entities are letters again and white space is single.
    /// Line breaks stay.
    /// </summary>
    public static string Strip(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in activity.Mentions.Where(mention => mention.Text.Length > 0 && mention.Id == activity.Recipient?.Id))
        {
            text = text.Replace(mention.Text, " ", StringComparison.OrdinalIgnoreCase);
        }

        var own = activity.Recipient?.Name?.Trim();
        text = MentionTag().Replace(text, match =>
        {
            var name = WebUtility.HtmlDecode(match.Groups[1].Value).Trim();
            return string.Equals(name, own, StringComparison.OrdinalIgnoreCase) ? " " : "@" + name;
        });
        text = WebUtility.HtmlDecode(LineBreak().Replace(text, "\n"));
        return string.Join('\n', text.Split('\n', '\r').Select(line => Blank().Replace(line, " ").Trim()).Where(line => line.Length > 0));
    }

    [GeneratedRegex("<at(?:\\s[^<>]{0,100})?>([^<>]{0,200})</at>", RegexOptions.IgnoreCase)]
    private static partial Regex MentionTag();

    [GeneratedRegex("<br\\s{0,4}/?>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    // \s knows the no-break space; zero-width ones come with pasted text.
    [GeneratedRegex("[\\s\u200B\u2060\uFEFF]+")]
    private static partial Regex Blank();
}
