using SoeBot.Store;

namespace SoeBot.Start;

/// <summary>Ready when the plants are prepared and the store answers.</summary>
internal sealed class Readiness(StoreSchema schema)
{
    private volatile bool _prepared;

    public void Set() => _prepared = true;

    public async Task<bool> IsReadyAsync(CancellationToken ct) => _prepared && await schema.CanConnectAsync(ct);
}

internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => "alive");
        app.MapGet("/health/ready", async (Readiness readiness, CancellationToken ct) =>
            await readiness.IsReadyAsync(ct) ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}
