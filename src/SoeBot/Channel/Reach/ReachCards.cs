using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Store.Conversations;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Reach;
using SoeBot.Teams.Cards;

namespace SoeBot.Channel.Reach;

/// <summary>The cards of the second road: a person asked in the channel, and a place that is lost.</summary>
internal sealed class ReachCards(ReachStore reach, PeopleStore people, ConversationStore conversations, PlantProfiles plants) : ISlice
{
    public const string Asked = "asked-in-channel", LostPlace = "lost-place";

    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(Asked, (request, ct) => DrawAskedAsync(registry.Cards, request, ct));
        registry.Cards.Add(LostPlace, DrawLostPlaceAsync);
    }

    public static string About(PersonKey person, CardRef card) => $"{person}|{card.Source}|{card.About}";

    /// <summary>Which item, that an answer is needed, and the button if it may be pressed by all who read it. Nothing of the card that could not be delivered.</summary>
    private async Task<Card?> DrawAskedAsync(CardSources cards, CardRequest request, CancellationToken ct)
    {
        if (request.About.Split('|', 3) is not [var who, var source, var about] || PersonKey.Parse(who) is not { } person) return null;
        if (await cards.AskAsync(request.Plant, new(source, about), ct) is not { } ask || (ask.Whose is { } whose && whose != person)) return null;
        var name = (await people.FindAsync(person, ct))?.Name is { Length: > 0 } known ? known : "the owner";
        var mention = new CardMention(await people.MriAsync(person, ct) ?? person.ObjectId, name);
        var why = await reach.FindAsync(LaneOf(person), ct) is { } barrier ? $" ({ReachWords.Of(barrier.State)})" : "";
        return new Card
        {
            Summary = $"{name}: your answer is needed",
            FullWidth = false,
            Mentions = [mention],
            Body =
            [
                new TextBlock(CardText.Of($"{CardText.Mention(mention)}, your answer is needed: {DataLine.Short(ask.What, 200)}.")),
                TextBlock.Subtle($"I cannot write to {name}{why}. Asked in the channel instead."),
            ],
            Actions = ask.Button is { } button ? [button] : [],
        };
    }

    private async Task<Card?> DrawLostPlaceAsync(CardRequest request, CancellationToken ct)
    {
        if ((await reach.AllAsync(ct)).FirstOrDefault(one => one.Lane == request.About) is not { Place: { } id } lost) return null;
        var name = (await conversations.FindAsync(lost.Tenant, id, ct))?.Name;
        return new Card
        {
            Summary = $"I cannot write to {name ?? "a conversation"} any more",
            FullWidth = false,
            Body =
            [
                TextBlock.Heading($"I cannot write to {DataLine.Short(name ?? "a conversation", 60)} any more"),
                new TextBlock($"{plants.Find(request.Plant)?.Name ?? request.Plant.Value}: {ReachWords.Of(lost.State)}. What I had to say there was not sent."),
                new TextBlock("Add me there again, or write to me from the channel that takes its place."),
            ],
        };
    }

    private static string LaneOf(PersonKey person) => $"person:{person}";
}
