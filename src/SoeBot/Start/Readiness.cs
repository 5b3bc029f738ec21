using SoeBot.Store;
using SoeBot.Store.Inbox;
using SoeBot.Teams.Checks;

namespace SoeBot.Start;

/// <summary>Ready when the plants are prepared, the store answers and posts of Teams can be recognised.</summary>
internal sealed class Readiness(StoreSchema schema, ChannelReadiness channel, InboxStore inbox)
{
    private volatile bool _prepared;

    public void Set() => _prepared = true;

    /// <returns>What is missing; null when nothing is.</returns>
    public async Task<string?> MissingAsync(CancellationToken ct) =>
        !_prepared ? "the plants are not prepared yet"
        : !channel.IsReady ? "Teams' signing keys could not be fetched yet"
        : !await schema.CanConnectAsync(ct) ? "the store does not answer"
        : null;

    /// <summary>What an administrator should look at; empty when there is nothing. The bot works all the same.</summary>
    public async Task<string> RemarkAsync(CancellationToken ct) =>
        await inbox.ParkedCountAsync(ct) is > 0 and var parked ? $", {parked} parked: an administrator types \"parked\" to see them" : "";
}

internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => "alive");
        app.MapGet("/health/ready", async (Readiness readiness, CancellationToken ct) =>
            await readiness.MissingAsync(ct) is { } missing
                ? Results.Text($"not ready: {missing}", statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Text($"ready{await readiness.RemarkAsync(ct)}"));
    }
}
