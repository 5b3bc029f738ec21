using System.Net;
using Microsoft.Extensions.Options;
using SoeBot.Check;
using SoeBot.Connectors.Http;
using SoeBot.Plants;
using SoeBot.UnitTests.Import;
using Xunit;

namespace SoeBot.UnitTests.Check;

/// <summary>Whether plans can come by themselves is found out before the first one does not.</summary>
public sealed class PlanWaysCheckTests
{
    [Fact]
    public async Task A_folder_that_can_be_used_is_good_and_looks_as_before()
    {
        var folder = Directory.CreateTempSubdirectory("soebot-check-test-");
        folder.CreateSubdirectory("done");
        Assert.Equal($"ok    watched       works: {folder.FullName} can be read and written", await CheckAsync(("Watch:Folder", folder.FullName)));
        Assert.Equal(["done"], folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(one => one.Name));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("work"), InlineData("done"), InlineData("refused")]
    public async Task A_file_in_the_way_of_a_folder_is_a_fault(string place)
    {
        var folder = Directory.CreateTempSubdirectory("soebot-check-test-");
        var file = Path.Combine(folder.FullName, place);
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        Assert.Equal($"FAULT watched       works: {file} is a file where a folder is needed. Move it away.", await CheckAsync(("Watch:Folder", folder.FullName)));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(""), InlineData("done"), InlineData("refused")]
    public async Task A_folder_that_takes_no_file_is_a_fault(string place)
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "Only Linux has a folder into which not even its administrator can write.");
        var folder = Directory.CreateTempSubdirectory("soebot-check-test-");
        var closed = "/proc/self";
        if (place.Length > 0) Directory.CreateSymbolicLink(closed = Path.Combine(folder.FullName, place), "/proc/self");
        Assert.StartsWith($"FAULT watched       works: this account cannot write into {closed}. Give it the right", await CheckAsync(("Watch:Folder", place.Length > 0 ? folder.FullName : closed)), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "ok    fetched       works: https://erp.example/plan.zip gives plan.zip, fetched at 05:30, 12:00")]
    [InlineData(HttpStatusCode.Forbidden, "FAULT fetched       works: https://erp.example/plan.zip does not accept the secret (403). Check Pull:Url, Pull:Name, Pull:HeaderName and Pull:Secret.")]
    [InlineData(HttpStatusCode.BadGateway, "FAULT fetched       works: https://erp.example/plan.zip answers with 502. Check the host in Pull:Url and the way from here to it.")]
    [InlineData(null, "FAULT fetched       works: https://erp.example/plan.zip is no host that can be found from here. Check the host in Pull:Url and the way from here to it.")]
    public async Task The_address_is_asked_with_its_secret(HttpStatusCode? status, string line) =>
        Assert.Equal(line, await CheckAsync(new Source(status), ("Pull:Url", "https://erp.example/plan.zip?key=1"), ("Pull:Secret", "Bearer it"), ("Pull:Times:0", "12:00"), ("Pull:Times:1", "05:30")));

    private static Task<string> CheckAsync(params (string, string)[] settings) => CheckAsync(new Source(null), settings);

    private static async Task<string> CheckAsync(Source source, params (string, string)[] settings)
    {
        await using var test = await ImportUnderTest.StartAsync(settings);
        var output = new StringWriter();
        using var http = new HttpClient(source);
        await PlanWaysCheck.RunAsync(test.Get<PlantProfiles>(), test.Get<IOptions<PlantsOptions>>().Value, new PlanFetch(http, test.Time), new CheckSheet(output), TestContext.Current.CancellationToken);
        return output.ToString().TrimEnd();
    }

    private sealed class Source(HttpStatusCode? status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("Bearer it", request.Headers.GetValues("Authorization").Single());
            return status is { } known ? Task.FromResult(new HttpResponseMessage(known) { Content = new ByteArrayContent([1]) }) : throw new HttpRequestException(HttpRequestError.NameResolutionError);
        }
    }
}
