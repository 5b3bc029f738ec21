using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Import.Post;
using SoeBot.UnitTests.Connectors.Corpus;
using SoeBot.UnitTests.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Import;

/// <summary>POST /api/plants/{plant}/plan: who may, what is taken, and each answer.</summary>
public sealed class PostPlanTests
{
    private const string Key = "a key of the plant, long enough", Zip = "application/zip", Csv = "text/csv";
    private static readonly byte[] Good = Broken.Zip(("items.csv", Broken.Bytes(GivenFiles.Items)), ("purchases.csv", Broken.Bytes(GivenFiles.Purchases)));

    [Fact]
    public async Task A_zip_becomes_the_plan_and_the_same_again_is_the_same()
    {
        await using var test = await OpenAsync();

        var (status, answer) = await PostAsync(test, Good, Zip);
        Assert.Equal(200, status);
        Assert.Equal(("published", 1, 2), ((string?)answer["outcome"], (int?)answer["version"], (int?)answer["tables"]!["purchases"]));
        var (again, same) = await PostAsync(test, Good, Zip);
        Assert.Equal((200, "unchanged", 1), (again, (string?)same["outcome"], (int?)same["version"]));
        Assert.Equal("posted", (await test.CurrentAsync())!.By);
    }

    [Fact]
    public async Task A_single_table_needs_its_name_and_takes_the_others_from_the_version_in_use()
    {
        await using var test = await OpenAsync();
        await PostAsync(test, Good, Zip);
        var purchases = Broken.Bytes(GivenFiles.Purchases.Replace(",50,0", ",60,0", StringComparison.Ordinal));

        Assert.Equal(400, (await PostAsync(test, purchases, Csv)).Status);
        var (status, answer) = await PostAsync(test, purchases, Csv, "?name=purchases.csv");
        Assert.Equal((200, 2), (status, (int?)answer["version"]));
        Assert.Equal("items", (string?)answer["kept"]![0]);
    }

    [Theory]
    [InlineData("works", "wrong", 401), InlineData("works", "", 401), InlineData("elsewhere", Key, 404), InlineData("works ", Key, 404)]
    public async Task Whoever_has_no_key_gets_nothing(string plant, string key, int status)
    {
        await using var test = await OpenAsync();
        Assert.Equal(status, (await PostAsync(test, Good, Zip, plant: plant, key: key)).Status);
        Assert.Null(await test.CurrentAsync());
    }

    [Fact]
    public async Task Without_a_key_in_the_settings_the_plant_is_closed()
    {
        await using var test = await ImportUnderTest.StartAsync();
        Assert.Equal(404, (await PostAsync(test, Good, Zip, key: "")).Status);
    }

    [Theory]
    [InlineData("image/png", "", 415), InlineData("", "", 415), InlineData("application/octet-stream", "?name=plan.txt", 415), InlineData("multipart/form-data; boundary=x", "", 415)]
    [InlineData("application/octet-stream", "?name=../../plan.zip", 200), InlineData("application/zip", "?name=anything", 200)]
    public async Task What_it_is_is_told_by_its_type_or_its_name(string type, string query, int status)
    {
        await using var test = await OpenAsync();
        Assert.Equal(status, (await PostAsync(test, Good, type, query)).Status);
    }

    [Fact]
    public async Task Too_much_is_refused_whether_it_is_announced_or_not()
    {
        await using var test = await OpenAsync(("Import:LargestMegabytes", "1"));
        var much = new byte[1_100_000];
        Random.Shared.NextBytes(much);

        Assert.Equal(413, (await PostAsync(test, much, Zip)).Status);
        var (status, answer) = await PostAsync(test, much, Zip, announced: false);
        Assert.Equal(413, status);
        Assert.Contains("1 MB", (string?)answer["reason"], StringComparison.Ordinal);
        // Unpacked it may have five times as much, and no more.
        Assert.Equal(422, (await PostAsync(test, Broken.Zip(("items.csv", new byte[5_100_000])), Zip)).Status);
        Assert.Null(await test.CurrentAsync());
    }

    [Fact]
    public async Task What_is_broken_comes_back_as_a_list_and_is_said_once_to_the_lead()
    {
        await using var test = await OpenAsync();
        await test.LeadAsync("lena");
        await PostAsync(test, Good, Zip);
        var broken = Broken.Bytes(GivenFiles.Purchases.Replace("2026-08-24", "soon", StringComparison.Ordinal));

        var (status, answer) = await PostAsync(test, broken, Csv, "?name=purchases.csv");
        await PostAsync(test, broken, Csv, "?name=purchases.csv");

        Assert.Equal((422, "refused", 1), (status, (string?)answer["outcome"], (int?)answer["problemCount"]));
        var problem = answer["problems"]![0]!;
        Assert.Equal(("purchases.csv", 2, "due", "soon"), ((string?)problem["file"], (int?)problem["row"], (string?)problem["column"], (string?)problem["value"]));
        Assert.Equal(
            ["The plan for Pump works was not taken (posted: purchases.csv).\npurchases.csv, row 2, column due, value \"soon\": is no date; expected is a date like 2026-08-24 (year-month-day). Correct it.\nNot imported: 1 problem. Plan version 1 stays in use."],
            await test.SaidAsync());
    }

    /// <summary>Bad content is never a fault of ours.</summary>
    [Fact]
    public async Task Whatever_is_posted_the_answer_is_no_fault()
    {
        await using var test = await OpenAsync();
        foreach (var broken in BrokenPlanTests.All.Where(one => one.Answer.Length > 0 && !one.Name.Contains("bomb", StringComparison.Ordinal)))
        {
            var files = Broken.Sound();
            broken.Spoil(files);
            var (name, content) = files.Count == 1 ? (files.Keys.Single(), files.Values.Single()) : ("plan.zip", Broken.Zip([.. files.Select(file => (file.Key, file.Value))]));
            var (status, _) = await PostAsync(test, content, "application/octet-stream", $"?name={Uri.EscapeDataString(name)}");
            Assert.True(status == 422, $"{broken.Name}: {status}");
        }
    }

    private static Task<ImportUnderTest> OpenAsync(params (string, string)[] settings) => ImportUnderTest.StartAsync([("ImportKey", Key), .. settings]);

    private static async Task<(int Status, JsonNode Answer)> PostAsync(
        ImportUnderTest test, byte[] body, string type, string query = "", string plant = "works", string key = Key, bool announced = true)
    {
        using var answer = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = test.Get<IServiceProvider>() };
        http.Request.Body = new MemoryStream(body);
        http.Request.ContentType = type;
        http.Request.ContentLength = announced ? body.Length : null;
        http.Request.QueryString = new QueryString(query);
        if (key.Length > 0) http.Request.Headers[PostPlan.KeyHeader] = key;
        http.Response.Body = answer;
        await (await test.Get<PostPlan>().RunAsync(plant, http)).ExecuteAsync(http);
        return (http.Response.StatusCode, JsonNode.Parse(Encoding.UTF8.GetString(answer.ToArray()))!);
    }
}
