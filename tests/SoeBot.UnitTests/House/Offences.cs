using Xunit;

namespace SoeBot.UnitTests.House;

internal static class Offences
{
    /// <summary>Fails with all of them, each on its line: an assertion on a collection would cut them off.</summary>
    public static void None(IEnumerable<string> offences)
    {
        var all = offences.Distinct().ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
