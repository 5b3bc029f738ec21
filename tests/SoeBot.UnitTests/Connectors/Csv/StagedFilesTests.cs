using System.IO.Compression;
using System.Text;
using SoeBot.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Csv;

public sealed class StagedFilesTests
{
    [Fact]
    public async Task AddAsync_FilesInFoldersOfAZip_AreFoundByTheirNames()
    {
        using var files = new StagedFiles();

        Assert.Null(await AddAsync(files, Zip(("export/Items.csv", "number,name\n"), ("export/", ""), ("__MACOSX/._Items.csv", "x"), (@"..\..\deep\bill.csv", "y"))));

        Assert.Equal(["bill.csv", "Items.csv"], files.Names.Order());
        using var reader = new StreamReader(files.Open("items.CSV")!);
        Assert.Equal("number,name\n", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Null(files.Open("orders.csv"));
        Assert.Equal(2024, files.WrittenAt("items.csv")!.Value.Year);
    }

    [Fact]
    public async Task AddAsync_SameNameTwice_IsRefused()
    {
        using var files = new StagedFiles();
        Assert.Equal("plan.zip: items.csv is there twice. Leave one of them.", await AddAsync(files, Zip(("a/items.csv", "x"), ("b/items.csv", "y"))));
    }

    [Fact]
    public async Task AddAsync_UnpacksToMoreThanAllowed_IsRefused()
    {
        using var files = new StagedFiles(limit: 2_000_000);
        Assert.Equal(
            "plan.zip: brings the files to more than 2 MB unpacked, which no plan needs. Remove what is not plan data.",
            await AddAsync(files, Zip(("items.csv", new string('0', 3_000_000)))));
    }

    [Fact]
    public async Task TakeAsync_AFileThatLiesThere_IsReadThereAndLeftThere()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "a", TestContext.Current.CancellationToken);
        using (var files = new StagedFiles()) Assert.Null(await files.TakeAsync("items.csv", path, null, TestContext.Current.CancellationToken));

        Assert.True(File.Exists(path));
        File.Delete(path);
    }

    [Fact]
    public void Sweep_WhatAKilledProcessLeft_GoesAndTheYoungerStays()
    {
        var (left, young) = (Directory.CreateTempSubdirectory("soebot-import-"), Directory.CreateTempSubdirectory("soebot-import-"));
        left.LastWriteTimeUtc = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        StagedFiles.Sweep(new DateTimeOffset(2020, 1, 2, 0, 0, 0, TimeSpan.Zero));

        Assert.False(Directory.Exists(left.FullName));
        Assert.True(Directory.Exists(young.FullName));
        young.Delete();
    }

    private static async Task<string?> AddAsync(StagedFiles files, byte[] zip) =>
        (await files.AddAsync("plan.zip", new MemoryStream(zip), null, TestContext.Current.CancellationToken))?.ToString();

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in files)
            {
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);
                using var part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return stream.ToArray();
    }
}
