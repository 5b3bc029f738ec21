using SoeBot.Domain.People;
using SoeBot.Extensions;
using SoeBot.Plants;
using SoeBot.Store.Conversations;
using SoeBot.Store.People;
using SoeBot.Teams.Activities;
using SoeBot.Teams.Extensions;
using SoeBot.Teams.Routing;

namespace SoeBot.Channel;

/// <summary>
/// The message extension works in every chat of the tenant, also where the bot is not. So these places are not learned, and whoever
/// asks is looked up in the role table each time: without a role in any plant one sees a sentence and nothing else.
/// </summary>
internal sealed class ExtensionInvokes(PeopleStore people, ConversationStore conversations, PlantProfiles plants)
{
    private const string Unseen = "I cannot see who you are here, so I cannot show you anything. Use your own chat with me.";
    private const string NoRole = "You have no role in a plant yet, so I cannot show you anything. Ask an administrator of SoeBot for one.";
    private const string Unknown = "I no longer know this command. The app in Teams may be of another version than I am.";

    public void Map(InvokeRouter router, ExtensionList list) => router
        .OnQuery(async (query, ct) =>
        {
            if (!list.Queries.TryGetValue(query.Command, out var answer)) return ExtensionAnswer.Say(Unknown);
            var (asker, refusal) = await AskerAsync(query.Activity, ct);
            return asker is null ? ExtensionAnswer.Say(refusal) : await answer(query, asker, ct);
        })
        .OnChoices(async (search, ct) =>
            list.Datasets.TryGetValue(search.Dataset, out var find) && await AskerAsync(search.Activity, ct) is { Asker: { } asker } ? await find(search, asker, ct) : [])
        .OnDialog(
            (action, ct) => DialogAsync(list, action, command => command.Open, ct),
            (action, ct) => DialogAsync(list, action, command => command.Submit, ct));

    private async Task<DialogAnswer> DialogAsync(ExtensionList list, ExtensionAction action, Func<DialogCommand, AnswerDialog> which, CancellationToken ct)
    {
        if (!list.Dialogs.TryGetValue(action.Command, out var command)) return DialogAnswer.Say(Unknown);
        var (asker, refusal) = await AskerAsync(action.Activity, ct);
        return asker is null ? DialogAnswer.Say(refusal) : await which(command)(action, asker, ct);
    }

    private async Task<(Asker? Asker, string Refusal)> AskerAsync(Activity activity, CancellationToken ct)
    {
        if (activity is not { From.AadObjectId: { Length: > 0 } objectId, TenantId: { Length: > 0 } tenant }) return (null, Unseen);
        var key = PersonKey.Of(tenant, objectId);
        var held = (await people.PlantsOfAsync(key, ct)).Where(plant => plants.Find(plant) is not null).ToList();
        if (held.Count == 0) return (null, NoRole);
        var place = activity.Conversation?.IdWithoutThread ?? "";
        if (held.Count > 1 && await conversations.PlantsOfAsync(tenant, place, ct) is { Count: > 0 } own) held = [.. held.OrderByDescending(own.Contains)];
        return (new Asker(key, activity.From.Name ?? "", tenant, place, held, activity.Id ?? ""), "");
    }
}
