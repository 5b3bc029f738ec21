using System.Buffers.Binary;
using System.IO.Compression;
using SoeBot.Package;
using Xunit;

namespace SoeBot.UnitTests.Package;

/// <summary>What Teams asks of the two icons: it refuses or distorts others.</summary>
public sealed class IconTests
{
    private const int Rgb = 2, RgbWithAlpha = 6;

    [Fact]
    public void The_colour_icon_is_192_by_192_without_a_hole()
    {
        var png = ManifestTemplate.File("color.png");
        Assert.Equal((192, 192, Rgb), Header(png));
    }

    [Fact]
    public void The_outline_icon_is_32_by_32_white_on_transparent()
    {
        var png = ManifestTemplate.File("outline.png");
        Assert.Equal((32, 32, RgbWithAlpha), Header(png));

        var pixels = Pixels(png, width: 32, height: 32);
        Assert.All(pixels.Where(p => p.Alpha > 0), p => Assert.Equal((255, 255, 255), (p.Red, p.Green, p.Blue)));
        Assert.Contains(pixels, p => p.Alpha == 0);
        Assert.Contains(pixels, p => p.Alpha == 255);
    }

    private static (int Width, int Height, int Colour) Header(byte[] png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), png[25]);

    /// <summary>Eight bits a channel, four channels, not interlaced (PNG specification, 9: filtering).</summary>
    private static (int Red, int Green, int Blue, int Alpha)[] Pixels(byte[] png, int width, int height)
    {
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8)) packed.Write(png, at + 8, length);
            at += length + 12;
        }
        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);

        var stride = width * 4;
        byte[] above = new byte[stride], row = new byte[stride];
        var pixels = new List<(int, int, int, int)>();
        for (var y = 0; y < height; y++)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(row);
            for (var x = 0; x < stride; x++)
            {
                int left = x < 4 ? 0 : row[x - 4], corner = x < 4 ? 0 : above[x - 4];
                row[x] += (byte)(filter switch { 1 => left, 2 => above[x], 3 => (left + above[x]) / 2, 4 => Nearest(left, above[x], corner), _ => 0 });
            }
            for (var x = 0; x < stride; x += 4) pixels.Add((row[x], row[x + 1], row[x + 2], row[x + 3]));
            (above, row) = (row, above);
        }
        return [.. pixels];
    }

    private static int Nearest(int left, int above, int corner)
    {
        int sum = left + above - corner, toLeft = Math.Abs(sum - left), toAbove = Math.Abs(sum - above), toCorner = Math.Abs(sum - corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
