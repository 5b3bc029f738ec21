using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Reach;
using SoeBot.Teams;
using SoeBot.Teams.Activities;
using SoeBot.Teams.Files;

namespace SoeBot.Channel;

/// <summary>What to do with one inbound activity. Learns who and where from every one of them, because install events come twice, late or never.</summary>
internal sealed class ActivityWork(
    Places places, TrialRoles trial, CommandList commands, HintList hints, RosterNews roster, Rights rights, Guests guests, PlantProfiles plants, PlantClock clock, ConversationStore conversations, ReachStore reach, TimeProvider time)
{
    /// <summary>Drawn by its own part, and not at all when nothing is missing.</summary>
    private const string SetupCard = "setup";

    public async Task<Effect> WorkAsync(Activity activity, long inboxId, CancellationToken ct)
    {
        if (await places.LearnAsync(activity, named: null, ct) is not { } seen) return Effect.None;
        return activity.Type switch
        {
            ActivityTypes.Message => await MessageAsync(activity, seen, inboxId, ct),
            ActivityTypes.ConversationUpdate when activity.BotWasAdded => await WelcomeAsync(seen, ct),
            ActivityTypes.InstallationUpdate when activity.Action is "add" or "add-upgrade" => await WelcomeAsync(seen, ct),
            ActivityTypes.ConversationUpdate when activity.BotWasRemoved => await GoneAsync(seen, ct),
            ActivityTypes.InstallationUpdate when activity.Action is "remove" or "remove-upgrade" => await GoneAsync(seen, ct),
            ActivityTypes.ConversationUpdate when activity.MembersAdded.Count + activity.MembersRemoved.Count > 0 => await roster.LearnAsync(activity, seen, ct),
            ActivityTypes.Event when activity.MeetingEvent is { } told && hints.Meetings is { } listen => await listen(Hint(activity, seen, told), ct),
            _ => Effect.None,
        };
    }

    private async Task<Effect> MessageAsync(Activity activity, SeenPlace seen, long inboxId, CancellationToken ct)
    {
        var text = ActivityText.Strip(activity);
        // A card's Submit arrives as a message without text; our cards have no such button.
        if (text.Length == 0 && activity.Value is not null) return Effect.None;
        if (seen.Person is not { } person) return Say(seen, inboxId, "I cannot see who you are in this conversation, so I cannot act for you. Write to me in your own chat.");
        var turn = new Turn
        {
            Plant = seen.Plant, By = person.Key, ByName = person.Name, Tenant = seen.Tenant, Conversation = activity.Conversation!.Id!, Use = seen.Use,
            Text = text.Length == 0 ? "help" : text.Cut(2000), InboxId = inboxId, Now = clock.Now(seen.Plant),
            Files = SentFile.In(activity),
            Mentioned = [.. activity.Mentions.Where(m => m.Id is not null && m.Id != activity.Recipient?.Id).Select(m => (m.Id!, m.Name ?? ""))],
        };
        if (PlantLine.Read(turn.Text, plants.All, line => commands.Find(line) is { Command.Id: not "guess" }) is var (plant, rest)) turn = turn with { Plant = plant.Id, Text = rest, Now = clock.Now(plant.Id) };
        if ((seen.IsGuest ?? await guests.IsGuestAsync(person.Key, ct)) && commands.Find(turn.Text)?.Command.Id != GuestWords.MaySee) return turn.Refuse(GuestWords.Refusal);
        await trial.GrantFirstAsync(turn, ct);
        return turn.Files.Count > 0 && commands.Files is { } take
            ? await take(turn, ct)
            : commands.Find(turn.Text) is { } found
            ? await found.Command.Handle(turn, found.Words, ct)
            : turn.Answer(SayCard.Of($"I read \"{turn.Text}\" and do not know what to do with it.\nType help for what fits you."));
    }

    /// <summary>In a team or meeting the administrators are asked, each in their own chat and once, who does what, as long as somebody is missing.</summary>
    private async Task<Effect> WelcomeAsync(SeenPlace seen, CancellationToken ct)
    {
        var asked = seen.Use == ConversationUse.Personal ? [] : await rights.HoldersAsync(seen.Plant, Role.Administrator, ct);
        return new()
        {
            Messages =
            [
                Message(seen, $"welcome:{seen.Conversation}", new CardRef(WelcomeCard.Source, seen.Use.ToString())),
                .. asked.Where(administrator => administrator.Tenant == PersonKey.Of(seen.Tenant, "").Tenant).Select(administrator => new NewMessage
                {
                    Plant = seen.Plant, Key = $"setup:{seen.Plant}:{administrator.ObjectId}", Kind = MessageKind.Record, Card = new CardRef(SetupCard, ""), Target = new MessageTarget.Person(administrator),
                }),
            ],
        };
    }

    /// <summary>Events tell the machine's time, the plant may live in another.</summary>
    private MeetingHint Hint(Activity activity, SeenPlace seen, MeetingEvent told) => new(
        seen.Plant, seen.Tenant, seen.Conversation, new Uri(activity.ServiceUrl!), activity.ChannelData.MeetingId, told,
        told.At is { } at ? at + clock.Offset(seen.Plant) : clock.Now(seen.Plant));

    private static Effect Say(SeenPlace seen, long inboxId, string words) => new() { Messages = [Message(seen, $"in:{inboxId}:0", SayCard.Of(words))] };

    private async Task<Effect> GoneAsync(SeenPlace seen, CancellationToken ct)
    {
        await conversations.RemovedAsync(seen.Tenant, seen.Conversation, ct);
        await reach.RemovedAsync(seen.Tenant, seen.Conversation, seen.Use == ConversationUse.Personal ? seen.Person?.Key : null, time.GetUtcNow(), ct);
        return Effect.None;
    }

    private static NewMessage Message(SeenPlace seen, string key, CardRef card) => new()
    {
        Plant = seen.Plant, Key = key, Kind = MessageKind.Answer, Card = card, Target = new MessageTarget.Conversation(seen.Tenant, seen.Conversation),
    };
}
