namespace SoeBot.People.Leavers;

/// <summary>The section <c>Directory</c>: how it is found out that somebody's account is closed.</summary>
public sealed class DirectoryOptions
{
    public const string Section = "Directory";

    /// <summary>Ask Microsoft Graph once a day; needs the application permission User.Read.All. Off: only who leaves the team is noticed.</summary>
    public bool AskGraph { get; set; }

    /// <summary>Of Microsoft Graph: https, or http on this machine. Another one for another cloud.</summary>
    public Uri Address { get; set; } = new("https://graph.microsoft.com/v1.0");
}
