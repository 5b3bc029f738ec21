using System.Globalization;
using System.Text.Json;
using SoeBot.Teams.Activities;

namespace SoeBot.Teams.Routing;

/// <summary>
/// What came with a press: our own data and the card's inputs (<c>in_...</c>), merged by Teams. All of it passed through a client,
/// so all of it may be forged: it says what somebody asks for, never what they may do. A value that cannot be read is null.
/// </summary>
public sealed class CardInput
{
    /// <summary>No field of a card takes more.</summary>
    private const int MostText = 4000;

    private readonly JsonElement? _data;

    internal CardInput(JsonElement? data) => _data = data;

    public static CardInput Empty { get; } = new(null);

    public static CardInput Parse(string json) => new(JsonDocument.Parse(json).RootElement.Clone());

    /// <summary>Trimmed; null when missing, blank or longer than any field takes.</summary>
    public string? Text(string name)
    {
        var field = _data.Field(name);
        var text = field?.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? field.Value.GetRawText() : field.Text();
        return string.IsNullOrWhiteSpace(text) || text.Length > MostText ? null : text.Trim();
    }

    public bool Has(string name) => Text(name) is not null;

    public int? Whole(string name) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public decimal? Number(string name) =>
        decimal.TryParse(Text(name), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    public Guid? Guid(string name) => System.Guid.TryParse(Text(name), out var value) ? value : null;

    /// <summary>A day of the plant: an input of days carries no zone.</summary>
    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;

    public TimeOnly? Time(string name) =>
        TimeOnly.TryParseExact(Text(name), ["HH:mm", "HH:mm:ss", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : null;

    /// <summary>A toggle; missing is false.</summary>
    public bool IsOn(string name) => string.Equals(Text(name), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The values of an input that takes several.</summary>
    public IReadOnlyList<string> Choices(string name) =>
        Text(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
