using System.Globalization;

namespace SoeBot.JourneyTests;

/// <summary>How much a test does: little by default, more by an environment variable.</summary>
internal static class Sizes
{
    public static int Of(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
