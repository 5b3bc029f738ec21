using System.Net;
using System.Net.Sockets;

namespace SoeBot.TestKit;

/// <summary>
/// A port that nobody listens on just now, and each time another one: below those that the system itself gives to connections, so that none of
/// these takes it while a process that is to listen there is down.
/// </summary>
public static class FreePort
{
    private const int First = 12_000, Count = 20_000;
    private static int _last = Random.Shared.Next(Count);

    public static int Find()
    {
        for (var attempt = 0; attempt < Count; attempt++)
        {
            var port = First + ((Interlocked.Increment(ref _last) & int.MaxValue) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: the next one.
            }
        }
        throw new InvalidOperationException("No port is free.");
    }
}
