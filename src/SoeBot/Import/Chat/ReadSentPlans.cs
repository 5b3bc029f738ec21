using Microsoft.Extensions.Options;
using SoeBot.Connectors.Csv;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.SentPlans;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Files;

namespace SoeBot.Import.Chat;

/// <summary>Fetches the files of one message and imports them as the command line would; what came of it is committed with the plan version.</summary>
internal sealed class ReadSentPlans(
    SentPlanStore sent, ImportPlan import, FileDownload download, PlanFileRights rights, PlantProfiles plants, PlantClock clock, TimeProvider time, IOptions<BotOptions> bot)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    public async Task RunAsync(SentPlan plan, CancellationToken ct)
    {
        if (plan.Plant is not { } id || plants.Find(id) is not { } plant)
        {
            await sent.SettleAsync(Settled(plan, SentPlanState.Refused, ["Not imported: this plant is not in the settings any more."]), ct);
            return;
        }
        var request = new ImportRequest
        {
            Plant = plant, Files = PlanParts.None, Name = PlanFileCards.Names(plan.Files), Way = "a file in chat", By = plan.By, OnceADay = true,
            Effect = report => Settled(plan, report.Version is null ? SentPlanState.Refused : report.IsNew ? SentPlanState.Published : SentPlanState.Unchanged, report.Lines),
        };
        if (await rights.RefusalAsync(id, plan.By, ct) is { } refused)
        {
            await sent.SettleAsync(Settled(plan, SentPlanState.Refused, [refused]), ct);
            return;
        }
        using var files = new StagedFiles();
        var (problem, again) = await FetchAsync(plan, files, ct);
        if (again && plan.Tries < SentPlanStore.MaxTries)
            await sent.RetryAsync(plan.Id, time.GetUtcNow() + (Pause * plan.Tries), ct);
        else if (problem is not null)
            await import.RefuseAsync(request, [problem], 1, ct);
        else
            await import.RunAsync(request with { Files = files }, ct);
    }

    /// <summary>It broke again and again: the person is told the id under which the log has it.</summary>
    public Task GiveUpAsync(SentPlan plan, string errorId, CancellationToken ct) =>
        sent.SettleAsync(Settled(plan, SentPlanState.Refused, [$"Not imported: something broke on my side. The plan in use stays. Error {errorId}: an administrator finds it in the log."]), ct);

    private async Task<(ImportProblem? Problem, bool Again)> FetchAsync(SentPlan plan, StagedFiles files, CancellationToken ct)
    {
        var most = bot.Value.LargestFileMegabytes;
        var left = most * 1_000_000L;
        foreach (var file in plan.Files)
        {
            var got = await download.ReadAsync(file.Url ?? "", left, ct);
            var problem = got.Outcome switch
            {
                DownloadOutcome.Read => null,
                DownloadOutcome.HostNotAllowed => "lies where I may not fetch files from. Attach it from your own computer or OneDrive.",
                DownloadOutcome.TooLarge => $"is too large: all files of a message together may have {most} MB.",
                DownloadOutcome.Expired => "cannot be fetched any more: Teams' address of it has expired, or the file was deleted. Send it again.",
                DownloadOutcome.NotReached => "could not be fetched: there was no answer. Send it again later.",
            };
            if (problem is not null) return (new(file.Name, null, null, null, problem), got.Outcome == DownloadOutcome.NotReached);
            left -= got.Content.Length;
            if (await files.AddAsync(file.Name, new MemoryStream(got.Content, writable: false), null, ct) is { } unusable) return (unusable, false);
        }
        return (null, false);
    }

    private Effect Settled(SentPlan plan, SentPlanState state, IReadOnlyList<string> report)
    {
        var plant = plan.Plant!.Value;
        return new Effect
        {
            SentPlanDone = new SentPlanResult(plan.Id, state, report),
            Audit = [new AuditLine(plant, clock.Now(plant), plan.By, "plan-file.read", PlanFileCards.Names(plan.Files), state.ToString())],
            Messages =
            [
                new NewMessage
                {
                    Plant = plant, Key = $"plan-file:{plan.Id}:report", Kind = MessageKind.Answer, Card = new CardRef(PlanFileCards.Report, $"{plan.Id}"),
                    Target = new MessageTarget.Conversation(plan.Tenant, plan.Conversation),
                },
            ],
        };
    }
}
