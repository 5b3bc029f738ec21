using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Store.Plans;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>An export lies in the watched folder when the bot starts; later another system posts a zip, and one that is none.</summary>
public sealed class When_another_system_brings_the_plan
{
    private const string Key = "a key of the plant, long enough";
    private const string Items = "number,name\nCP-25,Pump\n";
    private static readonly DateTime Start = new(2026, 11, 23, 6, 0, 0);

    [Fact]
    public async Task It_is_in_use_by_each_way()
    {
        var watched = Directory.CreateTempSubdirectory("soebot-watched-");
        await File.WriteAllTextAsync(Path.Combine(watched.FullName, "items.csv"), Items, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(watched.FullName, "ready"), "", TestContext.Current.CancellationToken);
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, Start, builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Plants:works:ImportKey"] = Key, ["Plants:works:Watch:Folder"] = watched.FullName, ["Plants:works:Watch:Marker"] = "ready", ["Plants:works:Import:LargestMegabytes"] = "31",
        }));
        while (!Directory.Exists(Path.Combine(watched.FullName, "done"))) await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Equal((1, "the watched folder"), (await bot.Services.GetRequiredService<PlanStore>().NewestAsync(BotUnderTest.PlantId, TestContext.Current.CancellationToken)) is { } first ? (first.Number, first.By) : default);

        var (status, answer) = await PostAsync(bot, Zip(Items + "CP-26,Pump with a hat\n"), Key);
        Assert.Equal((HttpStatusCode.OK, 2), (status, (int?)answer!["version"]));
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(bot, [], "wrong")).Status);
        // More than the server's own limit of 30 MB for a request.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(bot, new byte[30_500_000], Key)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(bot, new byte[31_500_000], Key, chunked: true)).Status);
        Assert.Equal(2, (await bot.Services.GetRequiredService<PlanStore>().NewestAsync(BotUnderTest.PlantId, TestContext.Current.CancellationToken))!.Number);
        watched.Delete(recursive: true);
    }

    private static async Task<(HttpStatusCode Status, JsonNode? Answer)> PostAsync(BotUnderTest bot, byte[] body, string key, bool chunked = false)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Endpoint, "/api/plants/works/plan"));
        request.Content = chunked ? new StreamContent(new MemoryStream(body)) : new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        request.Headers.Add("X-Import-Key", key);
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private static byte[] Zip(string items)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry("items.csv").Open());
            writer.Write(items);
        }
        return file.ToArray();
    }
}
