#:property PublishAot=false
#:property UseAppHost=false
#:property RestorePackagesWithLockFile=false

// The container's health check: an image without a shell has no curl either. Ends with 0 when the bot is ready.
using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
try
{
    var port = Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS")?.Split(';')[0] ?? "8080";
    using var answer = await client.GetAsync($"http://127.0.0.1:{port}/health/ready");
    Console.WriteLine((int)answer.StatusCode);
    return answer.IsSuccessStatusCode ? 0 : 1;
}
catch (Exception reason) when (reason is HttpRequestException or TaskCanceledException)
{
    Console.WriteLine(reason.Message);
    return 1;
}
