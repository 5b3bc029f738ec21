using System.Text.Json;

namespace SoeBot.Connectors.Mapping;

/// <summary>A place in the mapping's JSON that knows its path and says what is wrong there.</summary>
internal sealed record JsonPlace(JsonElement Element, string Path, List<string> Problems)
{
    public void Wrong(string words) => Problems.Add($"{Path}: {words}");

    /// <summary>The properties of an object; each that is not among the known names is a problem and left out.</summary>
    public Dictionary<string, JsonPlace> Properties(IReadOnlyCollection<string>? known = null, string what = "property")
    {
        var found = new Dictionary<string, JsonPlace>(StringComparer.Ordinal);
        if (Element.ValueKind != JsonValueKind.Object)
        {
            Wrong($"an object in braces is expected here, not {Kind}.");
            return found;
        }
        foreach (var property in Element.EnumerateObject())
        {
            var place = this with { Element = property.Value, Path = $"{Path}.{property.Name}" };
            if (known is null || known.Contains(property.Name)) found[property.Name] = place;
            else place.Wrong($"there is no such {what}; nearest: {NearestNames.Of(property.Name, known)}.");
        }
        return found;
    }

    /// <summary>Says which of the names are missing among the properties.</summary>
    public void Need(Dictionary<string, JsonPlace> properties, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (!properties.ContainsKey(name)) Wrong($"{name} is missing.");
    }

    public string? Text()
    {
        if (Element.ValueKind == JsonValueKind.String) return Element.GetString();
        Wrong($"a text in quotes is expected here, not {Kind}.");
        return null;
    }

    /// <summary>One text, or a list of texts.</summary>
    public IReadOnlyList<string> Texts() => Element.ValueKind == JsonValueKind.Array
        ? [.. Items().Select(i => i.Text()).OfType<string>()]
        : Text() is { } text ? [text] : [];

    public char? Character()
    {
        if (Text() is not { } text) return null;
        if (text.Length == 1) return text[0];
        Wrong("exactly one character is expected here.");
        return null;
    }

    public int? Whole()
    {
        if (Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var number)) return number;
        Wrong($"a whole number is expected here, not {Kind}.");
        return null;
    }

    public decimal? Number()
    {
        if (Element.ValueKind == JsonValueKind.Number && Element.TryGetDecimal(out var number)) return number;
        Wrong($"a number is expected here, not {Kind}.");
        return null;
    }

    public bool? Flag()
    {
        if (Element.ValueKind is JsonValueKind.True or JsonValueKind.False) return Element.GetBoolean();
        Wrong($"true or false is expected here, not {Kind}.");
        return null;
    }

    public IReadOnlyList<JsonPlace> Items()
    {
        if (Element.ValueKind == JsonValueKind.Array)
            return [.. Element.EnumerateArray().Select((item, i) => this with { Element = item, Path = $"{Path}[{i}]" })];
        Wrong($"a list in brackets is expected here, not {Kind}.");
        return [];
    }

    private string Kind => Element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
