using System.Globalization;

namespace SoeBot.JourneyTests;

/// <summary>How much a test does: little by default, more by an environment variable.</summary>
internal static class Sizes
{
    /// <summary>Whether each death is died on each store; without it the stores share them out.</summary>
    public static bool AllDeaths => Of("SOEBOT_KILLS", 1) > 1;

    public static int Of(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
