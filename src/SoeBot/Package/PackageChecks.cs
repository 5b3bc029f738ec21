using System.Globalization;
using System.Text.RegularExpressions;

namespace SoeBot.Package;

/// <summary>What can be wrong with the input, each as one line that names the option and says what to give instead.</summary>
internal static partial class PackageChecks
{
    public static IEnumerable<string> Problems(PackageInput input) =>
        new[]
        {
            Id("--app-id", input.AppId, "the client id of the bot's app registration"),
            input.TeamsAppId is null ? null : Id("--teams-app-id", input.TeamsAppId, "an id of your own for the Teams catalogue"),
            Host(input.Domain),
            Number().IsMatch(input.Version) ? null : $"--app-version \"{input.Version}\" is not three numbers such as 1.0.1.",
            string.IsNullOrWhiteSpace(input.Name) ? "--name is empty." : null,
            string.IsNullOrWhiteSpace(input.Developer) ? "--developer is empty." : null,
            Page("--website", input.Website),
            Page("--privacy", input.Privacy),
            Page("--terms", input.Terms),
            Target(input.Out),
        }.OfType<string>();

    private static string? Id(string option, string? typed, string meaning) =>
        string.IsNullOrWhiteSpace(typed) ? $"{option} is missing: give {meaning}, e.g. 11111111-2222-3333-4444-555555555555."
        : !Guid.TryParseExact(typed, "D", out var id) ? $"{option} \"{typed}\" is not an id of the form 11111111-2222-3333-4444-555555555555."
        : id == Guid.Empty ? $"{option} is all zeros: give {meaning}."
        : null;

    private static string? Host(string? typed)
    {
        const string instead = "give the bare name, e.g. soebot.example.com.";
        if (string.IsNullOrWhiteSpace(typed)) return $"--domain is missing: {instead}";
        if (typed.Contains("://", StringComparison.Ordinal)) return $"--domain \"{typed}\" has a scheme: {instead}";
        if (typed.AsSpan().IndexOfAny("/?#@") >= 0) return $"--domain \"{typed}\" has more than a host name in it: {instead}";
        if (Port().IsMatch(typed)) return $"--domain \"{typed}\" has a port: {instead} Teams calls port 443 only.";
        if (typed.Contains('*', StringComparison.Ordinal)) return $"--domain \"{typed}\" has a wildcard: {instead}";
        if (Uri.CheckHostName(typed) is UriHostNameType.IPv4 or UriHostNameType.IPv6) return $"--domain \"{typed}\" is an address, not a name: {instead}";
        if (typed.Any(letter => !char.IsAscii(letter))) return $"--domain \"{typed}\" has letters beyond ASCII: {Ascii(typed)}";
        if (typed.Length > 253 || !PublicName().IsMatch(typed)) return $"--domain \"{typed}\" is not a public host name: {instead}";
        return null;
    }

    private static string Ascii(string typed)
    {
        try { return $"give {new IdnMapping().GetAscii(typed)}."; }
        catch (ArgumentException) { return "give its ASCII form."; }
    }

    private static string? Page(string option, string? typed) =>
        typed is null || (Uri.TryCreate(typed, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps)
            ? null : $"{option} \"{typed}\" is not a full https address.";

    private static string? Target(string typed) =>
        string.IsNullOrWhiteSpace(typed) ? "--out is empty: give the name of the zip file."
        : Directory.Exists(typed) ? $"--out \"{typed}\" is a folder: give the name of the zip file."
        : Path.GetDirectoryName(Path.GetFullPath(typed)) is { } folder && !Directory.Exists(folder) ? $"--out \"{typed}\": there is no folder {folder}."
        : null;

    [GeneratedRegex(@"^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[^:]*:\d*\z")]
    private static partial Regex Port();

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PublicName();
}
