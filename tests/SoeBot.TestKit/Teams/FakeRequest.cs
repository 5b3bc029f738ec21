using System.Text.Json.Nodes;

namespace SoeBot.TestKit.Teams;

/// <summary>A request that the bot made.</summary>
/// <param name="Order">Among all requests, from 1.</param>
/// <param name="Method">As on the wire.</param>
/// <param name="Path">With escapes resolved.</param>
/// <param name="RawPath">As on the wire, with the query.</param>
/// <param name="Body">Null if there was none.</param>
/// <param name="Headers">As on the wire.</param>
/// <param name="At">By the fake's clock.</param>
public sealed record FakeRequest(
    int Order,
    string Method,
    string Path,
    string RawPath,
    JsonObject? Body,
    IReadOnlyDictionary<string, string> Headers,
    DateTimeOffset At)
{
    /// <summary>What was answered; 0 if the connection was cut or no answer came.</summary>
    public int Status { get; internal set; }

    public override string ToString() => $"{Order}. {Method} {Path} -> {Status}";
}
