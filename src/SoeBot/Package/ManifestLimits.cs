using System.Text.Json.Nodes;

namespace SoeBot.Package;

/// <summary>Lengths beyond which Teams refuses an upload (manifest schema 1.25), so that one hears it here and not there.</summary>
internal static class ManifestLimits
{
    /// <summary>Path in the manifest (<c>*</c>: each of a list), most characters, and the option that a person can change it by.</summary>
    private static readonly (string Path, int Most, string? Option)[] Texts =
    [
        ("developer/name", 32, "--developer"),
        ("developer/websiteUrl", 2048, "--website"),
        ("developer/privacyUrl", 2048, "--privacy"),
        ("developer/termsOfUseUrl", 2048, "--terms"),
        ("name/short", 30, "--name"),
        ("name/full", 100, "--name"),
        ("description/short", 80, null),
        ("description/full", 4000, null),
        // The schema allows 128; a menu on a phone shows about 32.
        ("bots/*/commandLists/*/commands/*/title", 32, null),
        ("bots/*/commandLists/*/commands/*/description", 128, null),
        ("composeExtensions/*/commands/*/title", 32, null),
        ("composeExtensions/*/commands/*/description", 128, null),
    ];

    private static readonly (string Path, int Most)[] Lists =
    [
        ("bots", 1),
        ("bots/*/commandLists", 3),
        ("bots/*/commandLists/*/commands", 12),
        ("composeExtensions", 1),
        ("composeExtensions/*/commands", 10),
        ("validDomains", 16),
        ("authorization/permissions/resourceSpecific", 16),
    ];

    public static IEnumerable<string> Problems(JsonNode manifest) =>
        (from limit in Texts
         from node in At(manifest, limit.Path.Split('/'))
         let length = node.GetValue<string>().Length
         where length > limit.Most
         select $"{limit.Option ?? limit.Path} has {length} characters; Teams takes {limit.Most} for {limit.Path}.")
        .Concat(
         from limit in Lists
         from node in At(manifest, limit.Path.Split('/'))
         let count = node.AsArray().Count
         where count > limit.Most
         select $"{limit.Path} has {count} entries; Teams takes {limit.Most}.");

    private static IEnumerable<JsonNode> At(JsonNode node, ReadOnlyMemory<string> path)
    {
        if (path.IsEmpty) return [node];
        return path.Span[0] == "*" ? node.AsArray().SelectMany(item => At(item!, path[1..])) : At(node[path.Span[0]]!, path[1..]);
    }
}
