namespace SoeBot.Pages;

/// <summary>Pages that are opened in a browser. Section <c>Pages</c>.</summary>
public sealed class PagesOptions
{
    public const string Section = "Pages";

    /// <summary>How browsers reach this app, e.g. "https://soebot.example.com". Left out: the address it listens on, which only this machine may know.</summary>
    public string? Address { get; set; }

    internal static bool IsAddress(string? address) =>
        string.IsNullOrEmpty(address) || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Query.Length == 0 && uri.Fragment.Length == 0);
}
