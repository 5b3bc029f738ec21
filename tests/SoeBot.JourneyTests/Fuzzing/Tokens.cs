using System.Text.Json.Nodes;
using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Fuzzing;

/// <summary>Values of the Authorization header: mostly good, else expired, foreign, forged or broken.</summary>
internal sealed class Tokens
{
    private readonly string _good;
    private readonly List<string> _bad;

    public Tokens(FakeTeams teams, DateTimeOffset now)
    {
        var tokens = teams.Tokens;
        tokens.AddKey("unendorsed", null);
        _good = "Bearer " + tokens.Create(now, expiresIn: TimeSpan.FromHours(6));
        var claims = new JsonObject
        {
            ["iss"] = ChannelTokens.Issuer, ["aud"] = teams.AppId, ["serviceurl"] = teams.ServiceUrl.AbsoluteUri,
            ["exp"] = (now + TimeSpan.FromHours(6)).ToUnixTimeSeconds(), ["nbf"] = now.ToUnixTimeSeconds(),
        };
        _bad =
        [
            .. ((string[])
            [
                tokens.Create(now, expiresIn: TimeSpan.FromMinutes(-6)), tokens.Create(now, validFrom: TimeSpan.FromMinutes(6)), tokens.Create(now, issuer: "https://api.botframework.us"),
                tokens.Create(now, issuer: $"https://login.microsoftonline.com/{teams.TenantId}/v2.0"), tokens.Create(now, issuer: null), tokens.Create(now, audience: "another"),
                tokens.Create(now, audience: $"api://{teams.AppId}"), tokens.Create(now, key: "nobody"), tokens.Create(now, key: "unendorsed"), tokens.Create(now, serviceUrl: "https://evil.example/"),
                tokens.Create(now, serviceUrlClaim: ""), tokens.Sign(claims, "none", "key-1"), tokens.Sign(claims, "HS256", "key-1"), tokens.Sign(claims, "RS512", "key-1"), tokens.Sign([], "RS256", "key-1"),
                tokens.Sign(new JsonObject { ["iss"] = new JsonArray(), ["aud"] = new JsonObject(), ["exp"] = "soon", ["nbf"] = -1e300 }, "RS256", "key-1"),
                tokens.Sign(new JsonObject { ["iss"] = ChannelTokens.Issuer, ["aud"] = teams.AppId, ["exp"] = 1e300, ["nbf"] = -1e300 }, "RS256", "key-1"),
                "e30.e30.", "..", "a.b.c", "", " ", "null", new string('A', 15_000), new string('.', 5_000),
            ]).Select(one => "Bearer " + one),
            "", "Bearer", "Basic dXNlcjpwYXNz", _good["Bearer ".Length..], "Negotiate x", _good + ", " + _good,
        ];
    }

    public string Next(Random random) => random.Next(10) switch
    {
        0 => _bad[random.Next(_bad.Count)],
        1 when random.Next(2) == 0 => Altered(random),
        _ => _good,
    };

    /// <summary>One letter of it is another one.</summary>
    private string Altered(Random random)
    {
        var letters = _good.ToCharArray();
        letters[random.Next(letters.Length)] = (char)random.Next('!', '~');
        return new string(letters);
    }
}
