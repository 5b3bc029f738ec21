using System.Text;
using SoeBot.Cards;
using SoeBot.Plants;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Inbox;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Activities;

namespace SoeBot.Channel.Parked;

/// <summary>Whoever wrote a line that failed too often gets a sentence instead of silence, and the log a line under the same id.</summary>
internal sealed class TellParked(InboxStore inbox, ConversationStore conversations, PlantProfiles plants, ILogger<TellParked> log)
{
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var parked in await inbox.UntoldAsync(ct))
        {
            var errorId = ParkedWords.ErrorId(parked.Id);
            Log.InboundParked(log, parked.Id, errorId, parked.Reason);
            await inbox.TellAsync(parked.Id, await SayAsync(parked, errorId, ct), ct);
        }
    }

    /// <summary>Nobody waits for the answer to an event.</summary>
    private async Task<Effect> SayAsync(ParkedMessage parked, string errorId, CancellationToken ct)
    {
        if (ActivityParser.Parse(Encoding.UTF8.GetBytes(parked.Body)).Activity is not { Type: ActivityTypes.Message, TenantId: { } tenant, Conversation.Id: { Length: > 0 } id }) return Effect.None;
        var bound = await conversations.PlantsOfAsync(tenant, id, ct);
        return new Effect
        {
            Messages =
            [
                new NewMessage
                {
                    Plant = bound is [var plant, ..] && plants.Find(plant) is not null ? plant : plants.Default.Id, Key = $"parked:{parked.Id}", Kind = MessageKind.Answer,
                    Target = new MessageTarget.Conversation(tenant, id),
                    Card = SayCard.Of($"I could not work on what you wrote here: something broke on my side each time I tried.\nAn administrator can see why and try it again. Error {errorId}."),
                },
            ],
        };
    }
}
