using System.Runtime.CompilerServices;
using Xunit;

namespace SoeBot.UnitTests.Teams;

/// <summary>Compares with a file beside the test; a difference writes the received text next to it for a person to look at.</summary>
internal static class Approved
{
    public static void Text(string name, string received, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, "Approved", name);
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (approved.TrimEnd() == received.TrimEnd())
        {
            return;
        }

        var beside = file + ".received";
        Directory.CreateDirectory(Path.GetDirectoryName(beside)!);
        File.WriteAllText(beside, received.TrimEnd() + "\n");
        Assert.Equal(approved.TrimEnd(), received.TrimEnd());
    }
}
