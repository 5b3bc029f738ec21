using System.Text;

namespace SoeBot.Domain.Exceptions;

/// <summary>Cause codes of a source as people read them. The code itself stays with the exception.</summary>
public static class CauseWords
{
    /// <summary>"drive-fault", "DRIVE_FAULT" and "driveFault" become "drive fault"; what is no such code ("E-4711", "motor burnt out") stays as it is.</summary>
    public static string Readable(string code)
    {
        if (code.Any(char.IsDigit) || code.Any(char.IsWhiteSpace)) return code;
        var shouted = !code.Any(char.IsLower);
        var words = new StringBuilder(code.Length + 4);
        foreach (var letter in code)
        {
            if (letter is '-' or '_' or '.' or '/') words.Append(' ');
            else if (!shouted && char.IsUpper(letter) && words.Length > 0 && words[^1] != ' ' && char.IsLower(words[^1])) words.Append(' ').Append(char.ToLowerInvariant(letter));
            else words.Append(char.ToLowerInvariant(letter));
        }
        var text = words.ToString().Trim();
        // Two or three capitals alone are a name of the plant's, such as QC.
        return shouted && code.Length <= 3 || text.Length == 0 ? code : text;
    }
}
