using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using SoeBot.Connectors.Csv;
using SoeBot.Domain.Plan;
using SoeBot.Plants;

namespace SoeBot.Import.Post;

/// <summary>
/// A plan posted by another system: a zip, a workbook or a single table. It goes to disk as it comes, never whole into memory,
/// and then the way of every other plan. The same content again on the same day gives the same version.
/// </summary>
internal sealed class PostPlan(ImportPlan import, ImportRules rules, ImportNews news, PlantProfiles plants, IHostApplicationLifetime lifetime)
{
    public const string KeyHeader = "X-Import-Key";

    /// <summary>Unpacked, a plan may have so many times what it has as it travels.</summary>
    public const int Unpacked = 5;
    private readonly ConcurrentDictionary<PlantId, bool> _busy = new();

    public async Task<IResult> RunAsync(string id, HttpContext http)
    {
        // A plant without a key is closed, and closed looks like absent.
        if (plants.Find(new PlantId(id)) is not { } plant || rules.Of(plant.Id).ImportKey is not { Length: > 0 } key) return PlanAnswer.Say(404, "There is no plant of this name that takes plans.");
        if (!IsKey(key, http.Request.Headers[KeyHeader].ToString())) return PlanAnswer.Say(401, $"The header {KeyHeader} does not carry this plant's key.");
        var (name, problem) = PostedName.Of(http.Request);
        if (problem is not null) return problem;
        var most = rules.Of(plant.Id).Import.LargestMegabytes * 1_000_000L;
        if (http.Request.ContentLength > most) return TooLarge(most);
        if (!_busy.TryAdd(plant.Id, true))
        {
            http.Response.Headers.RetryAfter = "10";
            return PlanAnswer.Say(409, $"Another plan for {plant.Name} is being read. Send this one again after it.");
        }
        try
        {
            return await ReceiveAsync(plant, name!, most, http);
        }
        catch (BadHttpRequestException broken)
        {
            return broken.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge(most) : PlanAnswer.Say(400, "The request broke off or is none. Send it again.");
        }
        finally
        {
            _busy.TryRemove(plant.Id, out _);
        }
    }

    private async Task<IResult> ReceiveAsync(PlantProfile plant, string name, long most, HttpContext http)
    {
        // The server's own limit is for forms; here the body goes to disk.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = most;
        using var staged = new StagedFiles(most * Unpacked);
        var readers = await news.ReadersAsync(plant.Id, http.RequestAborted);
        var request = new ImportRequest { Plant = plant, Files = staged, Name = name, Way = "posted", OnceADay = true };
        request = request with { Effect = report => news.Refused(request, report, readers) };
        var unusable = await staged.AddAsync(name, http.Request.Body, null, http.RequestAborted, most);
        if (staged.IsTooLarge) return TooLarge(most);
        // From here on it is ours: a sender that hangs up and sends again finds what came of it.
        return PlanAnswer.Of(plant, unusable is null
            ? await import.RunAsync(request, lifetime.ApplicationStopping)
            : await import.RefuseAsync(request, [unusable], 1, lifetime.ApplicationStopping));
    }

    /// <summary>Takes as long for a wrong key as for the right one, whatever their lengths.</summary>
    private static bool IsKey(string key, string given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));

    private static IResult TooLarge(long most) => PlanAnswer.Say(413, $"A posted plan may have {most / 1_000_000} MB. Pack it as a zip, or leave out what is not plan data.");
}

internal static class PlanRoutes
{
    public static void MapPlans(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/plants/{plant}/plan", (string plant, HttpContext http, PostPlan post) => post.RunAsync(plant, http)).DisableAntiforgery();
}
