namespace SoeBot.Connectors.Http;

/// <summary>What a fetched file is called, and by its ending what it is.</summary>
internal static class FetchedName
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/zip"] = ".zip", ["application/x-zip-compressed"] = ".zip",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ".xlsx", ["text/csv"] = ".csv", ["application/csv"] = ".csv",
    };

    /// <summary>The setting's name, else what the answer or the address says. Null when none of them ends as a plan does.</summary>
    public static string? Of(FetchRequest request, HttpResponseMessage response)
    {
        var disposition = response.Content.Headers.ContentDisposition;
        string?[] names = [request.Name, (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"'), Uri.UnescapeDataString(request.Url.Segments[^1])];
        var known = names.OfType<string>().Select(name => name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..]).FirstOrDefault(IsPlan);
        if (known is not null) return known;
        return Kinds.GetValueOrDefault(response.Content.Headers.ContentType?.MediaType ?? "") is { } kind && kind != ".csv" ? $"plan{kind}" : null;
    }

    private static bool IsPlan(string name) => Path.GetExtension(name).ToLowerInvariant() is ".zip" or ".xlsx" or ".csv";
}
