using System.Globalization;
using System.Resources;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SoeBot.Package;

/// <summary>The Teams manifest with its blanks filled. Values are put into the parsed document, so no value can change its shape.</summary>
internal static partial class ManifestTemplate
{
    private static readonly ResourceManager Files = new("SoeBot.Package.PackageFiles", typeof(ManifestTemplate).Assembly);

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A file of the top-level folder "manifest", by its name.</summary>
    public static byte[] File(string name) =>
        Files.GetObject(name, CultureInfo.InvariantCulture) as byte[] ?? throw new InvalidOperationException($"The app was built without {name}.");

    public static JsonNode Fill(PackageInput input)
    {
        var blanks = new Dictionary<string, string>
        {
            ["{{BOT_ID}}"] = input.AppId!.ToLowerInvariant(),
            ["{{TEAMS_APP_ID}}"] = (input.TeamsAppId ?? input.AppId).ToLowerInvariant(),
            ["{{DOMAIN}}"] = input.Domain!.ToLowerInvariant(),
            ["{{VERSION}}"] = input.Version,
            ["{{NAME}}"] = input.Name.Trim(),
            ["{{DEVELOPER_NAME}}"] = input.Developer.Trim(),
            ["{{WEBSITE_URL}}"] = input.Website ?? $"https://{input.Domain.ToLowerInvariant()}/",
            ["{{PRIVACY_URL}}"] = input.Privacy ?? $"https://{input.Domain.ToLowerInvariant()}/privacy",
            ["{{TERMS_URL}}"] = input.Terms ?? $"https://{input.Domain.ToLowerInvariant()}/terms",
        };
        var manifest = JsonNode.Parse(File("manifest.template.json"))!;
        FillBelow(manifest, blanks);
        return manifest;
    }

    public static byte[] Bytes(JsonNode manifest) => [.. JsonSerializer.SerializeToUtf8Bytes(manifest, Readable), (byte)'\n'];

    private static void FillBelow(JsonNode node, Dictionary<string, string> blanks)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var member in members.ToArray()) if (member.Value is not null) FillBelow(member.Value, blanks);
                break;
            case JsonArray items:
                foreach (var item in items.ToArray()) if (item is not null) FillBelow(item, blanks);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && Blank().IsMatch(text):
                value.ReplaceWith(Filled(text, blanks));
                break;
        }
    }

    private static string Filled(string text, Dictionary<string, string> blanks) =>
        Blank().Replace(text, blank => blanks.TryGetValue(blank.Value, out var value)
            ? value : throw new InvalidOperationException($"The manifest template asks for {blank.Value}, which nothing fills."));

    [GeneratedRegex(@"\{\{\w+\}\}")]
    private static partial Regex Blank();
}
