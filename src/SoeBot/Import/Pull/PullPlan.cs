using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Http;
using SoeBot.Connectors.Mapping;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Import.Post;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Plants;

namespace SoeBot.Import.Pull;

/// <summary>What is remembered of a plant's address.</summary>
/// <param name="For">Address and mapping that the tag was read with; with others everything is read anew.</param>
/// <param name="Failures">In a row, since the last answer that was one.</param>
internal sealed record PullState(string For, string? ETag, DateTimeOffset? LastModified, int Failures);

/// <summary>Fetches a plant's plan at its times of the day. A failure is tried again by the occurrence; it is said once, however long it lasts.</summary>
internal sealed class PullPlan(PlanFetch fetch, ImportPlan import, ImportRules rules, ImportNews news, PlantStore notes) : ISlice
{
    public const string Kind = "plan-pull";
    private const string Note = "plan-pull";

    /// <summary>A night's maintenance window is over after the second minute, mostly.</summary>
    private const int SaidAt = 3;

    public void Register(SliceRegistry registry) => registry.Occurrences.Add(Kind, DeriveAsync, WorkAsync, Urgency.Low);

    private Task<IReadOnlyList<Occurrence>> DeriveAsync(PlantProfile plant, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var found = new List<Occurrence>();
        var pull = rules.Of(plant.Id).Pull;
        if (pull.Url is { Length: > 0 })
            for (var day = plant.Calendar.DayOf(from); day <= plant.Calendar.DayOf(until); day = day.AddDays(1))
                found.AddRange(pull.Times.Select(at => new Occurrence(plant.Id, Kind, $"{day:yyyy-MM-dd} {at:HH:mm}", plant.Calendar.At(day, at))));
        return Task.FromResult<IReadOnlyList<Occurrence>>(found);
    }

    private async Task<Effect?> WorkAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var pull = rules.Of(plant.Id).Pull;
        if (pull.Url is not { Length: > 0 } address) return null;
        var what = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{address}\n{(await MappingFile.ReadAsync(plant.Mapping, ct)).Text}")));
        var state = await notes.GetNoteAsync(plant.Id, Note, ct) is { } note && JsonSerializer.Deserialize<PullState>(note) is { } known && known.For == what ? known : new(what, null, null, 0);
        var readers = await news.ReadersAsync(plant.Id, ct);
        var most = rules.Of(plant.Id).Import.LargestMegabytes * 1_000_000L;

        using var staged = new StagedFiles(most * PostPlan.Unpacked);
        ImportProblem? unusable = null;
        var got = await fetch.ReadAsync(
            new FetchRequest(new Uri(address), most, pull.Timeout)
            {
                Name = pull.Name, ETag = state.ETag, LastModified = state.LastModified, Secret = pull.Secret is { Length: > 0 } secret ? new(pull.HeaderName, secret) : null,
            },
            async (name, body, written, token) =>
            {
                unusable = await staged.AddAsync(name, body, written, token, most);
                return unusable is null || !staged.IsTooLarge;
            }, ct);

        if (got.Outcome == FetchOutcome.NotChanged) return new Effect { Notes = [Remember(plant, state with { Failures = 0 })] };
        if (got.Outcome != FetchOutcome.Fetched) return await FailAsync(plant, occurrence, state, got, readers, ct);

        var request = new ImportRequest { Plant = plant, Files = staged, Name = got.Name!, Way = "fetched", OnceADay = true };
        request = request with
        {
            Effect = report => news.Refused(request, report, readers) with
            {
                // What was refused is read again next time: a setting or the mapping may have been mended by then.
                Notes = [Remember(plant, new(what, report.Version is null ? null : got.ETag, report.Version is null ? null : got.Written, 0))],
                OccurrenceDone = occurrence,
            },
        };
        if (unusable is null) await import.RunAsync(request, ct);
        else await import.RefuseAsync(request, [unusable], 1, ct);
        return Effect.None;
    }

    /// <exception cref="IOException">It is worth another try: the occurrence machinery makes it.</exception>
    private async Task<Effect?> FailAsync(PlantProfile plant, Occurrence occurrence, PullState state, Fetched got, IReadOnlyList<PersonKey> readers, CancellationToken ct)
    {
        // An answer that stays the same is not tried again before the next time of the day.
        var final = got.Outcome == FetchOutcome.Refused;
        var failures = final ? Math.Max(state.Failures + 1, SaidAt) : state.Failures + 1;
        var host = new Uri(rules.Of(plant.Id).Pull.Url!).Host;
        var said = state.Failures < SaidAt && failures >= SaidAt
            ? ImportNews.Say(plant, readers, $"pull:{plant.Id}:{occurrence.Key}", $"The plan of {plant.Name} could not be fetched: {host} {got.Problem}\nThe plan in use stays. I go on trying at its times and say no more of it until it works again.")
            : Effect.None;
        if (final) return said with { Notes = [Remember(plant, state with { Failures = failures })] };
        await notes.SetNoteAsync(plant.Id, Note, JsonSerializer.Serialize(state with { Failures = failures }), said, ct);
        throw new IOException($"{host} {got.Problem}");
    }

    private static PlantNote Remember(PlantProfile plant, PullState state) => new(plant.Id, Note, JsonSerializer.Serialize(state));
}
