using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Connectors.Csv;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.SentPlans;

namespace SoeBot.Import.Chat;

/// <summary>Notes the files of a message and answers at once; they are read behind it, because that may take longer than a message may.</summary>
internal sealed class ReceivePlanFiles(SentPlanStore sent, PlanFileRights rights, PlantProfiles plants)
{
    private const int MostFiles = 10;

    public async Task<Effect> RunAsync(Turn turn, CancellationToken ct)
    {
        if (turn.Use != ConversationUse.Personal) return Say(turn, "Send plan files in your own chat with me.");
        if (turn.Files.FirstOrDefault(file => !PlanParts.IsPlanFile(file.Name)) is { } other)
            return Say(turn, $"I do not read {DataLine.Short(other.Name, 60)}.\nA plan comes as one Excel workbook (.xlsx) with a sheet for each table, as .csv files in one message, or as a .zip of them.");
        if (turn.Files.Count > MostFiles) return Say(turn, $"At most {MostFiles} files in one message. Pack them into a .zip.");
        var mine = (await rights.PlantsAsync(turn.By, ct)).Where(id => plants.Find(id) is not null).ToList();
        var named = plants.All.Where(plant => IsNamed(turn.Text, plant)).Select(plant => plant.Id).ToList();
        if (named is [var one] && !mine.Contains(one)) return Say(turn, (await rights.RefusalAsync(one, turn.By, ct))!);
        if (mine.Count == 0) return Say(turn, (await rights.RefusalAsync(turn.Plant, turn.By, ct))!);

        PlantId? plant = named is [var wanted] ? wanted : mine is [var only] ? only : null;
        var plan = new SentPlan(
            turn.InboxId, turn.Tenant, turn.Conversation, turn.By, plant, [.. turn.Files.Select(file => new SentPlanFile(file.Name, file.DownloadUrl))],
            plant is null ? SentPlanState.Asking : SentPlanState.Waiting, 0, []);
        var card = plant is null ? PlanFileCards.Ask : PlanFileCards.Reading;
        var message = turn.ToConversation(new CardRef(card, $"{plan.Id}"), $"in:{turn.InboxId}:0") with { Plant = plant ?? turn.Plant };
        await sent.AddAsync(plan, turn.Now, new Effect
        {
            InboxDone = turn.InboxId, Messages = [message],
            Audit = [new AuditLine(plant ?? turn.Plant, turn.Now, turn.By, "plan-file.send", PlanFileCards.Names(plan.Files))],
        }, ct);
        return Effect.None;
    }

    private static bool IsNamed(string text, PlantProfile plant) => Stands(text, plant.Name) || Stands(text, plant.Id.Value);

    private static bool Stands(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length]));
    }

    private static Effect Say(Turn turn, string words) => turn.Answer(SayCard.Of(words));
}
