namespace SoeBot.Connectors.Mapping;

/// <summary>A mapping as people name it: a file, a built-in one by its word, or nothing for our own layout.</summary>
/// <param name="Mapping">Null when there are problems.</param>
/// <param name="Text">What tells it from another one.</param>
/// <param name="Problems">As people read them.</param>
public sealed record MappingFile(PlanMapping? Mapping, string Text, IReadOnlyList<string> Problems)
{
    public static async Task<MappingFile> ReadAsync(string? name, CancellationToken cancellation)
    {
        if (name is null) return new(PlanMapping.Native, "", []);
        if (name.Equals("adventureworks", StringComparison.OrdinalIgnoreCase)) return new(PlanMapping.AdventureWorks, "adventureworks", []);
        if (name.Equals("frepple", StringComparison.OrdinalIgnoreCase)) return new(PlanMapping.Frepple, "frepple", []);
        if (!File.Exists(name)) return new(null, "", [$"{name}: there is no such mapping file."]);
        var text = await File.ReadAllTextAsync(name, cancellation);
        var parsed = PlanMapping.Parse(text);
        return new(parsed.Mapping, text, [.. parsed.Problems.Select(problem => $"{Path.GetFileName(name)} {problem}")]);
    }
}
