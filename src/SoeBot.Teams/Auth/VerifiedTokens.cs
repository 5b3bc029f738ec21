using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SoeBot.Teams.Auth;

/// <summary>
/// Remembers for a few minutes which tokens were good, because Teams sends the same one for an hour and its signature is the dearest
/// part of a refusal or a press. By hash, so that no token stays in memory; never past the token's end; and minutes only, so that a
/// key that was taken away stops counting.
/// </summary>
internal sealed class VerifiedTokens(TimeProvider clock)
{
    public const int Most = 1000;
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (ChannelTicket Ticket, DateTimeOffset Until)> _tickets = new(StringComparer.Ordinal);

    public int Count => _tickets.Count;

    public ChannelTicket? Find(string token) =>
        _tickets.TryGetValue(Hash(token), out var found) && clock.GetUtcNow() < found.Until ? found.Ticket : null;

    /// <param name="token">Checked in full just now.</param>
    /// <param name="ticket">What it says.</param>
    /// <param name="end">As the token says, without any forgiveness.</param>
    public void Remember(string token, ChannelTicket ticket, DateTimeOffset end)
    {
        var now = clock.GetUtcNow();
        if (end <= now)
        {
            return;
        }

        if (_tickets.Count >= Most)
        {
            MakeRoom(now);
        }

        _tickets[Hash(token)] = (ticket, end < now + Longest ? end : now + Longest);
    }

    private void MakeRoom(DateTimeOffset now)
    {
        foreach (var (hash, one) in _tickets)
        {
            if (one.Until <= now)
            {
                _tickets.TryRemove(hash, out _);
            }
        }

        // All still good: the price of forgetting them is one full check each.
        if (_tickets.Count >= Most)
        {
            _tickets.Clear();
        }
    }

    private static string Hash(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), hash);
        return Convert.ToBase64String(hash);
    }
}
