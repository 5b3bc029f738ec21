using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace SoeBot.UnitTests.Teams.Auth;

/// <summary>Stands in for Entra's token address and for the identity endpoint of a machine in Azure; keeps what it was asked.</summary>
internal sealed class FakeEntra : HttpMessageHandler
{
    private readonly List<Asked> _asked = [];

    public sealed record Asked(Uri Address, IReadOnlyDictionary<string, string> Form);

    public IReadOnlyList<Asked> All
    {
        get
        {
            lock (_asked) return [.. _asked];
        }
    }

    /// <summary>What it says in place of a token.</summary>
    public string? Refuses { get; set; }

    /// <summary>Holds back every answer until it is over.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        int number;
        lock (_asked)
        {
            _asked.Add(new Asked(request.RequestUri!, Read(body.Length > 0 ? body : request.RequestUri!.Query.TrimStart('?'))));
            number = _asked.Count;
        }

        await Gate.WaitAsync(cancellationToken);
        return Refuses is null
            ? Json(HttpStatusCode.OK, new Dictionary<string, object>
            {
                ["token_type"] = "Bearer",
                ["access_token"] = "token-" + number.ToString(CultureInfo.InvariantCulture),
                ["expires_in"] = 3599,
                ["expires_on"] = TimeProvider.System.GetUtcNow().AddSeconds(3599).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                ["resource"] = "https://api.botframework.com",
            })
            : Json(HttpStatusCode.Unauthorized, new Dictionary<string, object> { ["error"] = "invalid_client", ["error_description"] = Refuses });
    }

    private static HttpResponseMessage Json(HttpStatusCode status, Dictionary<string, object> body) =>
        new(status) { Content = JsonContent.Create(body) };

    private static Dictionary<string, string> Read(string form) => form.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')));
}
