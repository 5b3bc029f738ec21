using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SoeBot.Connectors.HandOver;

/// <summary>Signs a webhook in the manner of the Standard Webhooks specification 1.0: HMAC-SHA256 over "id.timestamp.body". <c>HAND-OVER.md</c> shows how it is verified.</summary>
public static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const int LeastBytes = 24, MostBytes = 64;

    /// <summary>The bytes of a secret as it is written in settings, "whsec_" and base64 of 24 to 64 bytes; null when it is none.</summary>
    public static byte[]? Key(string? secret)
    {
        if (secret is null || !secret.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var count) && count is >= LeastBytes and <= MostBytes ? bytes[..count] : null;
    }

    /// <param name="key">As from <see cref="Key"/>.</param>
    /// <param name="id">Of the message, the same in every try.</param>
    /// <param name="timestamp">Of this try; whole seconds count.</param>
    /// <param name="body">As it is sent.</param>
    /// <returns>"v1," and base64.</returns>
    public static string Of(byte[] key, string id, DateTimeOffset timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes($"{id}.{Seconds(timestamp)}.");
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. head, .. body]))}";
    }

    /// <summary>Since 1970, as the header says it.</summary>
    public static string Seconds(DateTimeOffset timestamp) => timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
