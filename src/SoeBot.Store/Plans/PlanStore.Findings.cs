using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Publishing;
using SoeBot.Domain.Risk;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Plans;

public sealed partial class PlanStore
{
    /// <summary>A second computation of the same version takes the place of the first.</summary>
    public Task SaveFindingsAsync(PlantId plant, int version, PlanFindings findings, CancellationToken cancellation) =>
        SaveFindingsAsync(plant, version, findings, Effect.None, cancellation);

    /// <inheritdoc cref="SaveFindingsAsync(PlantId, int, PlanFindings, CancellationToken)"/>
    /// <param name="plant">Whose.</param>
    /// <param name="version">Of which version.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="effect">What is to be said about it, in the same transaction.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task SaveFindingsAsync(PlantId plant, int version, PlanFindings findings, Effect effect, CancellationToken cancellation)
    {
        await _database.WriteAsync(async db =>
        {
            await db.Findings.Where(row => row.Plant == plant && row.Version == version).ExecuteDeleteAsync(cancellation);
            db.Findings.AddRange(
                Part(nameof(PlanFindings.LookAhead), findings.LookAhead),
                Part(nameof(PlanFindings.AtRisk), findings.AtRisk),
                Part(nameof(PlanFindings.Exceptions), findings.Exceptions),
                Part(nameof(PlanFindings.Weeks), findings.Weeks),
                Part(nameof(PlanFindings.Figures), findings.Figures),
                Part(nameof(PlanFindings.Flags), findings.Flags),
                Part(nameof(PlanFindings.Problems), findings.Problems),
                Part(nameof(PlanFindings.ExceptionWeeks), findings.ExceptionWeeks),
                Part(nameof(PlanFindings.Kin), findings.Kin),
                Part(nameof(PlanFindings.Draft), findings.Draft),
                Part(nameof(PlanFindings.Carried), findings.Carried));
            await StampAsync(db, plant, cancellation);
            await EffectWriter.WriteAsync(db, effect, cancellation);

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

    /// <summary>Orders that were split or merged; of the version in use without a question to the database.</summary>
    public async Task<IReadOnlyList<OrderKin>> KinAsync(PlantId plant, int version, CancellationToken cancellation) =>
        (await HeldAsync(plant, version, cancellation))?.Kin
        ?? await PartAsync<List<OrderKin>>(plant, version, nameof(PlanFindings.Kin), cancellation) ?? [];

    public async Task<IReadOnlyList<PlanException>?> ExceptionsAsync(PlantId plant, int version, CancellationToken cancellation) =>
        (await HeldAsync(plant, version, cancellation))?.Exceptions
        ?? await PartAsync<List<PlanException>>(plant, version, nameof(PlanFindings.Exceptions), cancellation);

    public async Task<IReadOnlyList<WeekNumbers>?> WeeksAsync(PlantId plant, int version, CancellationToken cancellation) =>
        (await HeldAsync(plant, version, cancellation))?.Weeks
        ?? await PartAsync<List<WeekNumbers>>(plant, version, nameof(PlanFindings.Weeks), cancellation);

    /// <summary>Of the newest version before this one that has any: a process that died between publishing and computing left one without.</summary>
    public Task<PlanFindings?> FindingsBeforeAsync(PlantId plant, int version, CancellationToken cancellation) =>
        _database.ReadAsync(async db =>
        {
            var before = await db.Findings.Where(row => row.Plant == plant && row.Version < version).MaxAsync(row => (int?)row.Version, cancellation);
            return before is { } number ? await FindingsAsync(db, plant, number, cancellation) : null;
        }, cancellation);

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
            Read<List<WeekNumbers>>(parts[nameof(PlanFindings.Weeks)]))
            {
                Figures = Read<List<Figure>>(parts[nameof(PlanFindings.Figures)]),
                Flags = Read<List<PlanFlag>>(parts[nameof(PlanFindings.Flags)]),
                Problems = Read<List<ProcessProblem>>(parts[nameof(PlanFindings.Problems)]),
                ExceptionWeeks = Read<List<ExceptionWeek>>(parts[nameof(PlanFindings.ExceptionWeeks)]),
                Kin = Read<List<OrderKin>>(parts[nameof(PlanFindings.Kin)]),
                Draft = Read<WeekDraft>(parts[nameof(PlanFindings.Draft)]),
                Carried = Read<CarriedFacts>(parts[nameof(PlanFindings.Carried)]),
            };
    }

    private Task<T?> PartAsync<T>(PlantId plant, int version, string part, CancellationToken cancellation)
        where T : class =>
        _database.ReadAsync(async db => await db.Findings
            .Where(row => row.Plant == plant && row.Version == version && row.Part == part)
            .Select(row => row.Json).FirstOrDefaultAsync(cancellation) is { } json ? Read<T>(json) : null, cancellation);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Conversions.Json)!;
}
