using System.Text.Json;

namespace SoeBot.Teams.Activities;

/// <summary>
/// Reads fields that a stranger wrote: whatever is missing, of another kind or not readable as text (half a surrogate pair) is null.
/// </summary>
internal static class JsonReading
{
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static JsonElement? Field(this JsonElement? element, string name) => element is { } some ? some.Field(name) : null;

    /// <summary>The meeting events come with names in another case than everything else.</summary>
    public static JsonElement? FieldInAnyCase(this JsonElement? element, string name)
    {
        if (element is not { ValueKind: JsonValueKind.Object } some)
        {
            return null;
        }

        foreach (var property in some.EnumerateObject())
        {
            if (string.Equals(property.Name.Trim(), name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return null;
    }

    public static string? Text(this JsonElement? element)
    {
        if (element is not { ValueKind: JsonValueKind.String } some)
        {
            return null;
        }

        try
        {
            return some.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static string? Text(this JsonElement element, string name) => element.Field(name).Text();

    public static string? Text(this JsonElement? element, string name) => element.Field(name).Text();

    public static bool? Truth(this JsonElement? element) => element?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static DateTimeOffset? Instant(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } some && some.TryGetDateTimeOffset(out var instant) ? instant : null;

    public static IEnumerable<JsonElement> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } some ? some.EnumerateArray() : [];
}
