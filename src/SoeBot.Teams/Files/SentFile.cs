using SoeBot.Teams.Activities;

namespace SoeBot.Teams.Files;

/// <summary>A file that a person attached in their own chat (protocol notes 3.6); elsewhere Teams tells a bot nothing of files.</summary>
/// <param name="Name">As the person named it: hostile text.</param>
/// <param name="DownloadUrl">Gives the bytes for a short while to whoever has it. Checked before it is used.</param>
public sealed record SentFile(string Name, string DownloadUrl)
{
    public const string ContentType = "application/vnd.microsoft.teams.file.download.info";
    private const int LongestName = 200;

    public static IReadOnlyList<SentFile> In(Activity activity) =>
        [.. from one in activity.Attachments
            where one.ContentType == ContentType
            let url = one.Content.Field("downloadUrl").Text()
            where url is not null
            select new SentFile(NameOf(one), url)];

    private static string NameOf(Attachment one)
    {
        var name = one.Name is { Length: > 0 } given ? given : $"file.{one.Content.Field("fileType").Text()}";
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Length <= LongestName ? name : Path.GetFileNameWithoutExtension(name).Cut(LongestName) + Path.GetExtension(name).Cut(10);
    }
}
