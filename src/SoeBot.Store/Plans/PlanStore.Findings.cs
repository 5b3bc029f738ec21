using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Store.Database;

namespace SoeBot.Store.Plans;

public sealed partial class PlanStore
{
    /// <summary>A second computation of the same version takes the place of the first.</summary>
    public async Task SaveFindingsAsync(PlantId plant, int version, PlanFindings findings, CancellationToken cancellation)
    {
        await _database.WriteAsync(async db =>
        {
            await db.Findings.Where(row => row.Plant == plant && row.Version == version).ExecuteDeleteAsync(cancellation);
            db.Findings.AddRange(
                Part(nameof(PlanFindings.LookAhead), findings.LookAhead),
                Part(nameof(PlanFindings.AtRisk), findings.AtRisk),
                Part(nameof(PlanFindings.Exceptions), findings.Exceptions),
                Part(nameof(PlanFindings.Weeks), findings.Weeks));
            await StampAsync(db, plant, cancellation);

            FindingRow Part<T>(string name, T part) =>
                new() { Plant = plant, Version = version, Part = name, Json = JsonSerializer.Serialize(part, Conversions.Json) };
        }, cancellation);
        _memory.Changed(plant);
    }

    /// <summary>Null while they are not computed.</summary>
    public async Task<PlanFindings?> FindingsAsync(PlantId plant, int version, CancellationToken cancellation) =>
        await HeldAsync(plant, version, cancellation) ?? await _database.ReadAsync(db => FindingsAsync(db, plant, version, cancellation), cancellation);

    public async Task<LookAhead?> LookAheadAsync(PlantId plant, int version, CancellationToken cancellation) =>
        (await HeldAsync(plant, version, cancellation))?.LookAhead
        ?? await PartAsync<LookAhead>(plant, version, nameof(PlanFindings.LookAhead), cancellation);

    public async Task<IReadOnlyList<RankedOrder>?> AtRiskAsync(PlantId plant, int version, CancellationToken cancellation) =>
        (await HeldAsync(plant, version, cancellation))?.AtRisk
        ?? await PartAsync<List<RankedOrder>>(plant, version, nameof(PlanFindings.AtRisk), cancellation);

    public async Task<IReadOnlyList<PlanException>?> ExceptionsAsync(PlantId plant, int version, CancellationToken cancellation) =>
        (await HeldAsync(plant, version, cancellation))?.Exceptions
        ?? await PartAsync<List<PlanException>>(plant, version, nameof(PlanFindings.Exceptions), cancellation);

    public async Task<IReadOnlyList<WeekNumbers>?> WeeksAsync(PlantId plant, int version, CancellationToken cancellation) =>
        (await HeldAsync(plant, version, cancellation))?.Weeks
        ?? await PartAsync<List<WeekNumbers>>(plant, version, nameof(PlanFindings.Weeks), cancellation);

    /// <summary>Null for every version but the one in use.</summary>
    private async ValueTask<PlanFindings?> HeldAsync(PlantId plant, int version, CancellationToken cancellation) =>
        await _memory.GetAsync(plant, cancellation) is { } current && current.Version.Number == version ? current.Findings : null;

    private static async Task<PlanFindings?> FindingsAsync(SoeDb db, PlantId plant, int version, CancellationToken cancellation)
    {
        var parts = await db.Findings.Where(row => row.Plant == plant && row.Version == version)
            .ToDictionaryAsync(row => row.Part, row => row.Json, cancellation);
        return parts.Count == 0 ? null : new PlanFindings(
            Read<LookAhead>(parts[nameof(PlanFindings.LookAhead)]),
            Read<List<RankedOrder>>(parts[nameof(PlanFindings.AtRisk)]),
            Read<List<PlanException>>(parts[nameof(PlanFindings.Exceptions)]),
            Read<List<WeekNumbers>>(parts[nameof(PlanFindings.Weeks)]));
    }

    private Task<T?> PartAsync<T>(PlantId plant, int version, string part, CancellationToken cancellation)
        where T : class =>
        _database.ReadAsync(async db => await db.Findings
            .Where(row => row.Plant == plant && row.Version == version && row.Part == part)
            .Select(row => row.Json).FirstOrDefaultAsync(cancellation) is { } json ? Read<T>(json) : null, cancellation);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Conversions.Json)!;
}
