using System.Text;
using System.Text.Json;

namespace SoeBot.Connectors.HandOver;

/// <summary>Why a receiver said no, out of its answer: problem details (RFC 9457), a field that names a reason, or the first line of plain text. Hostile text.</summary>
internal static class RefusalWords
{
    private const int MostBytes = 4096, MostLetters = 200;
    private static readonly string[] Fields = ["detail", "reason", "message", "error", "title"];

    public static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var bytes = new byte[MostBytes];
        var read = 0;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            read = await body.ReadAtLeastAsync(bytes, MostBytes, throwOnEndOfStream: false, cancellation);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            // The no itself was read; only its reason is lost.
            cancellation.ThrowIfCancellationRequested();
        }
        var text = Encoding.UTF8.GetString(bytes, 0, read);
        var words = OneLine(response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true ? OfJson(text)
            : response.Content.Headers.ContentType?.MediaType is null or "text/plain" ? text.TrimStart().Split('\n')[0] : null);
        return words is { Length: > 0 } ? words : $"no reason given ({(int)response.StatusCode})";
    }

    private static string? OfJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.String) return json.RootElement.GetString();
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            foreach (var field in Fields)
                if (json.RootElement.TryGetProperty(field, out var found) && found.ValueKind == JsonValueKind.String && found.GetString() is { Length: > 0 } words) return words;
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? OneLine(string? text)
    {
        if (text is null) return null;
        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return line.Length <= MostLetters ? line : line[..(char.IsHighSurrogate(line[MostLetters - 1]) ? MostLetters - 1 : MostLetters)];
    }
}
