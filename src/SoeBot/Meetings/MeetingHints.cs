using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.OnlineMeetings;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Teams.Activities;
using SoeBot.Teams.Conversations;

namespace SoeBot.Meetings;

/// <summary>
/// What Teams tells of the meeting: the start asks whether to open it, the end whether to close it, coming and going is attendance.
/// Without any of it the meeting runs the same.
/// </summary>
internal sealed class MeetingHints(MeetingStore meetings, OnlineMeetingStore online, PeopleStore people, PlantProfiles plants, MeetingClient client)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), Fresh = TimeSpan.FromHours(12);

    public async Task<Effect> RunAsync(MeetingHint hint, CancellationToken ct)
    {
        await LearnAsync(hint, ct);
        return hint.Event.Kind switch
        {
            MeetingEventKind.Started => Ask(hint),
            MeetingEventKind.Ended => await OfferCloseAsync(hint, ct),
            MeetingEventKind.Joined or MeetingEventKind.Left => await AttendAsync(hint, ct),
        };
    }

    private Effect Ask(MeetingHint hint)
    {
        var day = $"{plants.Get(hint.Plant).Calendar.DayOf(hint.At):yyyy-MM-dd}";
        return Say(hint, $"meeting-ask:{hint.Conversation}:{day}", new CardRef(MeetingCardSources.Ask, $"{day}|{hint.Conversation}"));
    }

    private async Task<Effect> OfferCloseAsync(MeetingHint hint, CancellationToken ct) =>
        await OpenHereAsync(hint, ct) is { } meeting ? Say(hint, $"meeting-ended:{meeting.Id}", new CardRef(MeetingCardSources.Ended, meeting.Id.ToString())) : Effect.None;

    private async Task<Effect> AttendAsync(MeetingHint hint, CancellationToken ct)
    {
        var found = hint.Event.Participants.Where(one => one.Account.AadObjectId is { Length: > 0 }).Take(100).ToList();
        if (found.Count == 0) return Effect.None;
        var keys = found.Select(one => PersonKey.Of(hint.Tenant, one.Account.AadObjectId!)).ToList();
        var known = await people.NamesAsync(keys, ct);
        foreach (var (one, key) in found.Zip(keys).Where(pair => !known.ContainsKey(pair.Second))) await NameAsync(hint, one.Account, key, ct);

        var edit = await OpenHereAsync(hint, ct) is { } meeting
            ? new Effect
            {
                Messages =
                [
                    new Origin(hint.Plant, meeting.Chair, hint.Tenant, hint.Conversation, hint.At)
                        .Edit($"{MeetingCards.Agenda}:{meeting.Id}", new CardRef(AgendaCard.Source, meeting.Id.ToString()), $"here:{hint.At.UtcTicks}:{hint.Event.Kind}:{keys[0].ObjectId}"),
                ],
            }
            : Effect.None;
        await online.SeeAsync(hint.Conversation, plants.Get(hint.Plant).Calendar.DayOf(hint.At), keys, hint.Event.Kind == MeetingEventKind.Joined, hint.At, edit, ct);
        return Effect.None;
    }

    /// <summary>Somebody who never wrote to us: the event may lack the name, and then Teams is asked for it.</summary>
    private async Task NameAsync(MeetingHint hint, ChannelAccount account, PersonKey key, CancellationToken ct)
    {
        if (account.Name is null && hint.MeetingId is { } id)
        {
            using var patience = Soon(ct);
            account = (await client.ParticipantAsync(hint.ServiceUrl, id, key.ObjectId, hint.Tenant, patience.Token)).Value?.Account ?? account;
        }
        if (account.Name is { Length: > 0 } name) await people.SeenAsync(key, name, account.Id, null, null, ct);
    }

    private async Task LearnAsync(MeetingHint hint, CancellationToken ct)
    {
        if (hint.MeetingId is not { } id || (await online.FindAsync(hint.Conversation, ct) is { } known && hint.At - known.At < Fresh)) return;
        using var patience = Soon(ct);
        if ((await client.MeetingAsync(hint.ServiceUrl, id, patience.Token)).Value is not { } found) return;
        PersonKey? organizer = found.OrganizerAadObjectId is { Length: > 0 } objectId ? PersonKey.Of(hint.Tenant, objectId) : null;
        await online.LearnAsync(new(hint.Conversation, found.Title ?? hint.Event.Title, found.ScheduledStartTime, found.ScheduledEndTime, organizer, hint.At), ct);
    }

    private async Task<Meeting?> OpenHereAsync(MeetingHint hint, CancellationToken ct) =>
        await meetings.OpenAsync(hint.Plant, ct) is { } meeting && meeting.Conversation.Split(';')[0] == hint.Conversation ? meeting : null;

    private static CancellationTokenSource Soon(CancellationToken ct)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        return patience;
    }

    private static Effect Say(MeetingHint hint, string key, CardRef card) => new()
    {
        Messages = [new NewMessage { Plant = hint.Plant, Key = key, Kind = MessageKind.Answer, Card = card, Target = new MessageTarget.Conversation(hint.Tenant, hint.Conversation) }],
    };
}
