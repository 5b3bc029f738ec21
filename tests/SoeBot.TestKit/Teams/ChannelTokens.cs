using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SoeBot.TestKit.Teams;

/// <summary>Signs channel tokens as Microsoft does, and as a forger would. Made by hand, so that every wrong form can be made.</summary>
public sealed class ChannelTokens : IDisposable
{
    public const string Issuer = "https://api.botframework.com";

    // Making a key costs a tenth of a second, and every test has a Teams of its own.
    private static readonly ConcurrentDictionary<string, RSAParameters> Made = new();

    private readonly Dictionary<string, (RSA Key, string[]? Endorsements)> _keys = [];

    internal ChannelTokens(string appId, string serviceUrl)
    {
        AppId = appId;
        ServiceUrl = serviceUrl;
        AddKey("key-1", "msteams", "webchat");
    }

    private string AppId { get; }

    private string ServiceUrl { get; }

    /// <summary>The key that signs when nothing else is said.</summary>
    public string CurrentKey { get; set; } = "key-1";

    /// <summary>How often the key set was read.</summary>
    public int TimesKeysWereRead { get; internal set; }

    /// <summary>A new key; it is published at once.</summary>
    /// <param name="id">The <c>kid</c>.</param>
    /// <param name="endorsements">Null: the key set says nothing about it.</param>
    public void AddKey(string id, params string[]? endorsements) => _keys[id] = (RSA.Create(Make(id)), endorsements);

    public void RemoveKey(string id) => _keys.Remove(id);

    /// <summary>A token as Teams sends it, but for what is given.</summary>
    public string Create(
        DateTimeOffset now,
        string? issuer = Issuer,
        string? audience = null,
        string? serviceUrl = null,
        TimeSpan? expiresIn = null,
        TimeSpan? validFrom = null,
        string? key = null,
        string serviceUrlClaim = "serviceurl")
    {
        var payload = new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = audience ?? AppId,
            ["exp"] = (now + (expiresIn ?? TimeSpan.FromHours(1))).ToUnixTimeSeconds(),
            ["nbf"] = (now + (validFrom ?? TimeSpan.FromMinutes(-1))).ToUnixTimeSeconds(),
        };
        if (serviceUrlClaim.Length > 0)
        {
            payload[serviceUrlClaim] = serviceUrl ?? ServiceUrl;
        }

        return Sign(payload, "RS256", key ?? CurrentKey);
    }

    /// <param name="payload">The claims.</param>
    /// <param name="algorithm"><c>RS256</c>, <c>RS512</c>, <c>none</c>, or <c>HS256</c> with the public key as the secret.</param>
    /// <param name="key">The <c>kid</c>; an unknown one signs with a key that is published nowhere.</param>
    public string Sign(JsonObject payload, string algorithm, string key)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = algorithm, ["kid"] = key };
        var text = $"{Encode(header.ToJsonString())}.{Encode(payload.ToJsonString())}";
        using var stranger = _keys.ContainsKey(key) ? null : RSA.Create(Make("stranger"));
        var rsa = stranger ?? _keys[key].Key;
        var bytes = Encoding.ASCII.GetBytes(text);
        return text + "." + algorithm switch
        {
            "RS256" => Encode(rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            "RS512" => Encode(rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
            "HS256" => Encode(HMACSHA256.HashData(Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()), bytes)),
            _ => "",
        };
    }

    public void Dispose()
    {
        foreach (var (key, _) in _keys.Values)
        {
            key.Dispose();
        }
    }

    internal JsonObject KeySet() => new()
    {
        ["keys"] = new JsonArray([.. _keys.Select(one => (JsonNode)Key(one.Key, one.Value.Key.ExportParameters(false), one.Value.Endorsements))]),
    };

    private static JsonObject Key(string id, RSAParameters parameters, string[]? endorsements)
    {
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["x5t"] = id,
            ["n"] = Encode(parameters.Modulus!),
            ["e"] = Encode(parameters.Exponent!),
        };
        if (endorsements is not null)
        {
            key["endorsements"] = new JsonArray([.. endorsements.Select(one => (JsonNode)one)]);
        }

        return key;
    }

    private static RSAParameters Make(string id) => Made.GetOrAdd(id, _ =>
    {
        using var key = RSA.Create(2048);
        return key.ExportParameters(true);
    });

    private static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
