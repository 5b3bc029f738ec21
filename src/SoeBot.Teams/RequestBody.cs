using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace SoeBot.Teams;

/// <summary>A posted body in a borrowed buffer: what is read from it must not outlive it.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int Usual = 16 * 1024;

    private byte[] _buffer;
    private int _length;

    private RequestBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Null when it is larger than <paramref name="most"/> bytes; then no more than that was read.</summary>
    public static async Task<RequestBody?> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        // One more than is told, so that the end is seen without growing.
        var body = new RequestBody((int)(request.ContentLength ?? Usual) + 1);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(body.Room(), request.HttpContext.RequestAborted)) > 0)
            {
                body._length += read;
                if (body._length > most)
                {
                    body.Dispose();
                    return null;
                }
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _length) = ([], 0);
    }

    private Memory<byte> Room()
    {
        if (_length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(_length);
    }
}
