using System.Text;
using SoeBot.Connectors.HandOver;
using SoeBot.Domain.HandOver;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.UnitTests.Store;
using Xunit;
using static SoeBot.UnitTests.HandOver.HandOverUnderTest;

namespace SoeBot.UnitTests.HandOver;

/// <summary>A receiver that reads files sees each whole or not at all, in order, and each once however often it is written.</summary>
public sealed class FileDropTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("soebot-handover-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, OnBothStores]
    public async Task Each_change_is_a_file_and_their_names_sort_as_they_were_approved(StoreProvider provider)
    {
        await using var plant = await NewAsync(provider, ("MES", new ReceiverSetting { Kind = ReceiverKind.File, Folder = _folder }));
        for (var at = 0; at < 5; at++)
        {
            await plant.ApproveAsync($"SO{at % 2}");
            if (at % 2 == 0) plant.Time.Advance(TimeSpan.FromMilliseconds(7));
        }
        await plant.TurnAsync();
        var files = Directory.GetFiles(_folder).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(Enumerable.Range(1, 5).Select(number => $"C-{number}"), files.Select(file => System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(file))!["data"]!["request"]!.GetValue<string>()));
        Assert.All(files, file => Assert.EndsWith(".json", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_that_looks_all_the_time_never_sees_a_part()
    {
        var body = Encoding.UTF8.GetBytes(new string('x', 4_000_000));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var looked = 0;
        var reader = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                foreach (var file in Directory.GetFiles(_folder, "*.json")) Assert.Equal(body.Length, new FileInfo(file).Length);
                Interlocked.Increment(ref looked);
                await Task.Yield();
            }
        }, CancellationToken.None);
        for (var at = 0; at < 10; at++) Assert.Equal(Delivered.Accepted, await FileDrop.WriteAsync(_folder, $"{at}.json", body, Stop));
        await end.CancelAsync();
        await reader;
        Assert.True(looked > 0);
        Assert.Equal(10, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public async Task What_a_dead_process_left_unfinished_is_taken_away_and_a_repeat_changes_nothing()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, ".a.json.123.part"), "hal", Stop);
        Assert.Equal(Delivered.Accepted, await FileDrop.WriteAsync(_folder, "a.json", "whole"u8.ToArray(), Stop));
        Assert.Equal(Delivered.Accepted, await FileDrop.WriteAsync(_folder, "a.json", "another"u8.ToArray(), Stop));
        Assert.Equal(["whole"], Directory.GetFiles(_folder).Select(File.ReadAllText));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_tried_again_until_it_is()
    {
        var folder = Path.Combine(_folder, "share");
        await using var plant = await NewAsync(StoreProvider.Sqlite, ("MES", new ReceiverSetting { Kind = ReceiverKind.File, Folder = folder }));
        var change = await plant.ApproveAsync("SO63216");
        await plant.TurnAsync();
        Assert.Equal((HandOverState.Waiting, "its folder is not there"), ((await plant.OfAsync(change, "MES")).State, (await plant.OfAsync(change, "MES")).Reason));
        Directory.CreateDirectory(folder);
        await plant.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(Directory.GetFiles(folder));
    }
}
