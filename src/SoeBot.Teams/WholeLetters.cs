namespace SoeBot.Teams;

/// <summary>Shortens without leaving half a letter at the end, which no database and no JSON would take.</summary>
public static class WholeLetters
{
    /// <param name="text">Of any length.</param>
    /// <param name="most">UTF-16 units that may stay.</param>
    public static string Cut(this string text, int most) =>
        text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
