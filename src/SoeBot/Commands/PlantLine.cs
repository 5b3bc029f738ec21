using SoeBot.Plants;

namespace SoeBot.Commands;

/// <summary>"at risk bothell", "bothell: look ahead": where there are several plants a line may name the one it is about (product page 5).</summary>
internal static class PlantLine
{
    private static readonly string[] Before = [" in", " at", " of", " for"];

    /// <summary>Null when the line names none, or when the name belongs to what is said: "decide: Omar drives to Bothell".</summary>
    /// <param name="text">As typed.</param>
    /// <param name="plants">All of the installation.</param>
    /// <param name="isCommand">Whether a line means something of its own, guesses aside.</param>
    public static (PlantProfile Plant, string Text)? Read(string text, IReadOnlyCollection<PlantProfile> plants, Func<string, bool> isCommand)
    {
        if (plants.Count < 2) return null;
        foreach (var (name, plant) in plants.SelectMany(plant => (string[])[plant.Name, plant.Id.Value], (plant, name) => (name, plant)).OrderByDescending(one => one.name.Length))
        {
            if (text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && text[name.Length..] is [':' or ',' or ' ', ..] behind && behind[1..].Trim() is { Length: > 0 } rest && isCommand(rest)) return (plant, rest);
            // Behind it only where the line as a whole says nothing: a decision or a status may end with the name of a place.
            var end = text.TrimEnd('?', '.', '!', ' ');
            if (!end.EndsWith($" {name}", StringComparison.OrdinalIgnoreCase) || isCommand(text)) continue;
            var left = end[..^(name.Length + 1)].TrimEnd();
            foreach (var word in Before)
                if (left.EndsWith(word, StringComparison.OrdinalIgnoreCase)) left = left[..^word.Length].TrimEnd();
            if (left.Length > 0 && isCommand(left)) return (plant, left);
        }
        return null;
    }
}
