using System.Security.Cryptography;
using System.Text;

namespace SoeBot.Domain.Minutes;

/// <summary>The secret part of the address of a printable page. It is shown once and kept as its hash only, so that the store gives nobody a page.</summary>
public static class MinutesLink
{
    /// <summary>192 bits: nobody guesses one.</summary>
    public const int Bytes = 24;

    private const int Letters = Bytes / 3 * 4;

    /// <param name="random"><see cref="Bytes"/> of chance.</param>
    /// <exception cref="ArgumentException">Another number of bytes.</exception>
    public static string Write(ReadOnlySpan<byte> random) => random.Length == Bytes
        ? Convert.ToBase64String(random).Replace('+', '-').Replace('/', '_')
        : throw new ArgumentException($"A link is made of {Bytes} bytes.", nameof(random));

    /// <summary>False for whatever cannot be a link: the store is not asked then.</summary>
    public static bool CouldBe(string text) => text.Length == Letters && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    public static string Hash(string link) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(link)));
}
