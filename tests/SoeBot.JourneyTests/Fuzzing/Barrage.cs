using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;

namespace SoeBot.JourneyTests.Fuzzing;

/// <summary>Posts the mutations of one seed, several at a time, and judges each answer. The same seed gives the same posts.</summary>
internal sealed class Barrage(Uri endpoint, Seeds seeds, Tokens tokens, int seed) : IDisposable
{
    private const int AtATime = 8, Absurd = 600 * 1024;
    private static readonly string?[] ContentTypes = ["text/plain", "application/xml", "application/json; charset=utf-16", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "nonsense", null];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };

    public ConcurrentQueue<string> Faults { get; } = new();

    public ConcurrentDictionary<int, int> Statuses { get; } = [];

    public Task PostAsync(int from, int to, CancellationToken cancellation) => Parallel.ForAsync(
        from, to, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellation }, async (number, ct) => await PostAsync(number, ct));

    public void Dispose() => _http.Dispose();

    private async Task PostAsync(int number, CancellationToken cancellation)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var body = Mutation.Of(seeds.All[random.Next(seeds.All.Count)], seeds.Words, random);
        if (random.Next(500) == 0) body = [.. body, .. Enumerable.Repeat((byte)' ', random.Next(2) == 0 ? Absurd : 10 * Absurd)];
        using var request = new HttpRequestMessage(random.Next(200) == 0 ? HttpMethod.Put : HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        if (random.Next(20) > 0) request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        else if (ContentTypes[random.Next(ContentTypes.Length)] is { } other) request.Content.Headers.TryAddWithoutValidation("Content-Type", other);
        if (random.Next(50) == 0) request.Headers.TransferEncodingChunked = true;
        if (tokens.Next(random) is { Length: > 0 } token) request.Headers.TryAddWithoutValidation("Authorization", token);
        try
        {
            using var response = await _http.SendAsync(request, cancellation);
            var answer = await response.Content.ReadAsStringAsync(cancellation);
            Statuses.AddOrUpdate((int)response.StatusCode, 1, (_, count) => count + 1);
            if (Judge.Find(body, (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), answer) is { } fault)
                Faults.Enqueue($"No. {number}: {fault}\n{Shown(body)}\n-> {(int)response.StatusCode} {(answer.Length > 2000 ? answer[..2000] : answer)}");
        }
        catch (HttpRequestException broken)
        {
            Statuses.AddOrUpdate(0, 1, (_, count) => count + 1);
            // Whoever sends megabytes unasked may be cut off while they still send.
            if (body.Length < Absurd) Faults.Enqueue($"No. {number}: no answer, {broken.Message} {broken.InnerException?.Message}\n{Shown(body)}");
        }
    }

    private static string Shown(byte[] body) => Encoding.UTF8.GetString(body, 0, Math.Min(3000, body.Length));
}
