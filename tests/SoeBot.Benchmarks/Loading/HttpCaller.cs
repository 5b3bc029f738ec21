using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SoeBot.Benchmarks.Loading;

/// <summary>
/// One kept-alive HTTP/1.1 connection on the loopback address that posts the same bytes with a number of their own. It allocates
/// nothing per call, so that what is counted is the server's.
/// </summary>
internal sealed class HttpCaller : ICaller
{
    /// <summary>Stands in a body wherever a new number is wanted; reads as a Guid.</summary>
    public const string Number = "cafe0000cafe0000cafe0000cafe0000";

    private static long last = Random.Shared.NextInt64(1L << 40, 1L << 60);

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[256 * 1024];
    private readonly byte[] _request;
    private readonly int[] _numbers;

    public HttpCaller(Uri address, string token, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\n"
            + $"Content-Type: application/json; charset=utf-8\r\nContent-Length: {bytes.Length}\r\n\r\n";
        _request = [.. Encoding.ASCII.GetBytes(head), .. bytes];
        _numbers = [.. Places(_request, Encoding.ASCII.GetBytes(Number))];
        _socket.Connect(new IPEndPoint(IPAddress.Loopback, address.Port));
    }

    public async ValueTask CallAsync()
    {
        var number = Interlocked.Increment(ref last);
        foreach (var at in _numbers) Utf8Formatter.TryFormat(number, _request.AsSpan(at, 16), out _, new('x', 16));
        await _socket.SendAsync(_request);
        var filled = 0;
        while (!IsWhole(_answer.AsSpan(0, filled)))
        {
            var read = await _socket.ReceiveAsync(_answer.AsMemory(filled));
            if (read == 0) throw new InvalidOperationException("The server hung up.");
            filled += read;
        }
        if (_answer[9] != '2') throw new InvalidOperationException(Encoding.UTF8.GetString(_answer, 0, filled));
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var length = answer[..head].IndexOf("Content-Length: "u8);
        if (length < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
        return Utf8Parser.TryParse(answer[(length + 16)..head], out int bytes, out _) && answer.Length >= head + 4 + bytes;
    }

    private static IEnumerable<int> Places(byte[] text, byte[] part)
    {
        for (var at = text.AsSpan().IndexOf(part); at >= 0;)
        {
            yield return at;
            var next = text.AsSpan(at + part.Length).IndexOf(part);
            at = next < 0 ? -1 : at + part.Length + next;
        }
    }
}
