using System.Net.Http.Headers;

namespace SoeBot.Import.Post;

/// <summary>What was posted, by its content type, and what it is called: ?name=purchases.csv, or the file name of the content disposition.</summary>
internal static class PostedName
{
    private const int Longest = 120;

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/zip"] = ".zip", ["application/x-zip-compressed"] = ".zip",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ".xlsx",
        ["text/csv"] = ".csv", ["application/csv"] = ".csv", ["text/plain"] = ".csv",
    };

    /// <returns>The name, or the answer that says why there is none.</returns>
    public static (string? Name, IResult? Problem) Of(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0) return (null, PlanAnswer.Say(415, "A content encoding is not taken. Send the file as it is, or as a zip."));
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var media) ? media.MediaType ?? "" : "";
        var given = Given(request);
        if (given.Length > Longest) return (null, PlanAnswer.Say(400, $"The name of the file has more than {Longest} characters."));
        var ending = Path.GetExtension(given).ToLowerInvariant();
        if (!Kinds.TryGetValue(type, out var kind))
            kind = type is "" or "application/octet-stream" && ending is ".zip" or ".xlsx" or ".csv" ? ending : null;
        if (kind is null)
            return (null, PlanAnswer.Say(415, "A plan is posted as application/zip, as a workbook (application/vnd.openxmlformats-officedocument.spreadsheetml.sheet) or as text/csv with ?name=purchases.csv."));
        if (kind == ".csv" && given.Length == 0) return (null, PlanAnswer.Say(400, "Say which table it is: ?name=purchases.csv"));
        return ((given.Length == 0 ? "plan" : Path.GetFileNameWithoutExtension(given)) + kind, null);
    }

    private static string Given(HttpRequest request)
    {
        var name = request.Query["name"].ToString();
        if (name.Length == 0 && ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition, out var disposition))
            name = (disposition.FileNameStar ?? disposition.FileName ?? "").Trim('"');
        return name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
    }
}
