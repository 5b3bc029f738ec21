using System.Text;
using System.Text.Json;

namespace SoeBot.Teams.Activities;

/// <summary>
/// Reads fields that a stranger wrote: whatever is missing, of another kind or not readable as text (half a surrogate pair) is null.
/// </summary>
internal static class JsonReading
{
    private const int MostId = 1000, MostName = 100;

    public static JsonElement? Field(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
                ? value
                : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static JsonElement? Field(this JsonElement? element, string name) => element is { } some ? some.Field(name) : null;

    /// <summary>The meeting events come with names in another case than everything else.</summary>
    public static JsonElement? FieldInAnyCase(this JsonElement? element, string name)
    {
        if (element is not { ValueKind: JsonValueKind.Object } some)
        {
            return null;
        }

        try
        {
            var found = some.EnumerateObject().FirstOrDefault(one => string.Equals(one.Name.Trim(), name, StringComparison.OrdinalIgnoreCase));
            return found.Value.ValueKind == JsonValueKind.Undefined ? null : found.Value;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static string? Text(this JsonElement? element)
    {
        if (element is not { ValueKind: JsonValueKind.String } some)
        {
            return null;
        }

        try
        {
            // No database and no client can show a NUL, and nobody has it on a keyboard.
            return some.GetString()!.Replace("\0", "", StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static string? Text(this JsonElement element, string name) => element.Field(name).Text();

    public static string? Text(this JsonElement? element, string name) => element.Field(name).Text();

    /// <summary>An id is opaque and never long; what is blank, or longer than any database could index, is none.</summary>
    public static string? Id(this JsonElement element, string name) => Id(element.Field(name));

    /// <inheritdoc cref="Id(JsonElement, string)"/>
    public static string? Id(this JsonElement? element, string name) => Id(element.Field(name));

    /// <summary>A name as people have it: people write it themselves, and it stands on cards.</summary>
    public static string? Name(this JsonElement element, string name) => element.Text(name)?.Cut(MostName);

    /// <inheritdoc cref="Name(JsonElement, string)"/>
    public static string? Name(this JsonElement? element, string name) => element.Text(name)?.Cut(MostName);

    public static bool? Truth(this JsonElement? element) => element?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static int? Whole(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Number } some && some.TryGetInt32(out var value) ? value : null;

    public static DateTimeOffset? Instant(this JsonElement? element)
    {
        try
        {
            return element is { ValueKind: JsonValueKind.String } some && some.TryGetDateTimeOffset(out var instant) ? instant : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static IEnumerable<JsonElement> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } some ? some.EnumerateArray() : [];

    private static string? Id(JsonElement? field) => field.Text() is { } text && !string.IsNullOrWhiteSpace(text) && Encoding.UTF8.GetByteCount(text) <= MostId ? text : null;
}
