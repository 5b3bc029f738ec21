using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Outbox;
using SoeBot.Store.Reading;
using SoeBot.Teams.Routing;

namespace SoeBot.Channel;

/// <summary>Turns a press of the wire into one of ours: who, where, which plant. A press without an identity gets words, never a right.</summary>
internal sealed class PressRoutes(PlantProfiles plants, PlantClock clock, Places places, Guests guests, OutboxStore outbox)
{
    public void Map(CardRouter router, PressList presses)
    {
        foreach (var (verb, answer) in presses.All)
            router.On(verb, verb, (_, press, ct) => AnswerAsync(press, answer, ct), presses.OnlyReads(verb));
        router.RefreshMayNotReach(Writes);
        foreach (var register in presses.Refreshes.Values) register(router);
    }

    /// <summary>All of the store writes, but for what was made to read only.</summary>
    internal static bool? Writes(Type type) =>
        type.Assembly != typeof(OutboxStore).Assembly ? null : type.Namespace != typeof(DecisionSight).Namespace;

    private async Task<PressAnswer> AnswerAsync(CardPress wire, AnswerPress answer, CancellationToken ct)
    {
        var activity = wire.Activity;
        var named = wire.Input.Text("p") is { } text ? plants.Find(new PlantId(text)) : null;
        if (await places.LearnAsync(activity, named?.Id, ct) is not { Person: { } person } seen)
            return PressAnswer.Say("I cannot see who you are in this conversation, so I cannot take this press. Use your own chat with me.");
        if (seen.IsGuest ?? await guests.IsGuestAsync(person.Key, ct)) return PressAnswer.Say(GuestWords.Refusal);
        if (wire.MessageId is { } message) await outbox.SeenAsync(seen.Tenant, activity.Conversation!.Id!, message, ct);
        return await answer(new Press
        {
            Plant = seen.Plant, By = person.Key, ByName = person.Name, Tenant = seen.Tenant, Conversation = activity.Conversation!.Id!,
            Input = wire.Input, ActivityId = activity.Id ?? Guid.CreateVersion7(clock.Now(seen.Plant)).ToString("N"), Now = clock.Now(seen.Plant),
        }, ct);
    }
}
