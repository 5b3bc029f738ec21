using System.IO.Compression;
using System.Text;
using SoeBot.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Csv;

public sealed class PlanPartsTests
{
    [Fact]
    public void FromZip_FilesInFolders_AreFoundByTheirNames()
    {
        var parts = PlanParts.FromZip(Zip(("export/Items.csv", "number,name\n"), ("export/", "")));

        Assert.Equal(["Items.csv"], parts.Names);
        using var reader = new StreamReader(parts.Open("items.CSV")!);
        Assert.Equal("number,name\n", reader.ReadToEnd());
        Assert.Null(parts.Open("orders.csv"));
    }

    [Fact]
    public void FromZip_SameNameTwice_IsRefused() => Assert.Equal(
        "The zip holds items.csv twice.",
        Assert.Throws<InvalidDataException>(() => PlanParts.FromZip(Zip(("a/items.csv", "x"), ("b/items.csv", "y")))).Message);

    [Fact]
    public void FromZip_UnpacksToMoreThanAllowed_IsRefused() => Assert.Equal(
        "The zip unpacks to more than is allowed.",
        Assert.Throws<InvalidDataException>(() => PlanParts.FromZip(Zip(("items.csv", new string('0', 1_000_000))), limit: 100_000)).Message);

    private static MemoryStream Zip(params (string Name, string Text)[] files)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        stream.Position = 0;
        return stream;
    }
}
