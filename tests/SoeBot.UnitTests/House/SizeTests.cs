using Xunit;

namespace SoeBot.UnitTests.House;

public sealed class SizeTests
{
    private const int Most = 250;

    private static readonly SourceFile[] Ours =
        [.. SourceFile.Below("src", "tests").Where(f => !f.Path.Contains("/Migrations/", StringComparison.Ordinal))];

    [Fact]
    public void No_file_is_longer_than_can_be_read_at_once()
    {
        var lines = Ours.Select(f => f.Lines).Order().ToArray();
        Console.WriteLine($"{lines.Length} files, median {lines[lines.Length / 2]} lines, longest {lines[^1]}");
        Offences.None(Ours.Where(f => f.Lines > Most).Select(f => $"{f.Path}: {f.Lines} lines, split it"));
    }
}
