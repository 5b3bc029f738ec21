using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Sop;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Sop;
using SoeBot.Teams;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Sop;

/// <summary>S&amp;OP sends a topic of the day down to the weekly meeting and hears what became of it (R14).</summary>
internal sealed class SentDown(SopStore store, PeopleStore people, Rights rights, PlantProfiles plants, PlantClock clock)
{
    private const int MostText = 300;
    private static readonly TimeSpan DoneShown = TimeSpan.FromDays(31);

    public async Task<Effect> SendAsync(Turn turn, string text, CancellationToken ct)
    {
        if (!await rights.HasAnyAsync(turn.Plant, turn.By, ct)) return turn.Refuse(await rights.WhoCanAsync(turn.Plant, "send a topic down", ct));
        // The line's own number makes a second delivery the same topic.
        var topic = SopTopic.SendDown(Guid.CreateVersion7(turn.Now), turn.Plant, text.Cut(MostText), turn.By, turn.Now);
        var effect = turn.Answer(SayCard.Of($"Sent down to the weekly meeting: {topic.Text}")) with
        {
            Audit = [new AuditLine(turn.Plant, turn.Now, turn.By, "sop-topic.send", topic.Id.ToString("N"), topic.Text)],
        };
        await store.SendDownAsync(topic, effect with
        {
            Messages = [.. effect.Messages, new NewMessage { Plant = turn.Plant, Key = $"sent-down:{topic.Id:N}", Kind = MessageKind.Record, Target = new MessageTarget.Channel(turn.Plant), Card = new CardRef(SentDownCard.Source, ""), TrackAs = $"{SentDownCard.Source}:{turn.Plant}" }],
        }, ct);
        return Effect.None;
    }

    public async Task<PressAnswer> DoneAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Guid("in_topic") is not { } id) return PressAnswer.Say("Choose a topic.");
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return PressAnswer.Say(await rights.WhoCanAsync(press.Plant, "close a topic", ct));
        await store.ChangeTopicAsync(press.Plant, id, topic => topic.Done(press.Input.Text("in_answer")?.Cut(200), press.By, press.Now)
            ? (true, new Effect
            {
                Audit = [new AuditLine(press.Plant, press.Now, press.By, SopVerbs.TopicDone, id.ToString("N"), topic.Answer)],
                Messages = [press.Edit($"{SentDownCard.Source}:{press.Plant}", new CardRef(SentDownCard.Source, ""), $"{id:N}")],
            })
            : (false, Effect.None), ct);
        return PressAnswer.Show(await DrawAsync(press.Plant, ct));
    }

    public async Task<Card> DrawAsync(PlantId id, CancellationToken ct)
    {
        var (plant, now) = (plants.Get(id), clock.Now(id));
        var topics = await store.TopicsAsync(id, now - DoneShown, ct);
        return SentDownCard.Draw(new(plant, plant.Calendar.DayOf(now), topics, await people.NamesAsync([.. topics.SelectMany(topic => new[] { topic.By, topic.DoneBy }).OfType<PersonKey>().Distinct()], ct)));
    }
}
