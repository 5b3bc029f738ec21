using SoeBot.Meetings;
using SoeBot.Teams.Cards;
using Xunit;
using static SoeBot.UnitTests.Meetings.MeetingUnderTest;

namespace SoeBot.UnitTests.Meetings;

public sealed class MeetingCardsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>For looking at: with SOEBOT_CARDS_TO the cards are put into that folder, for tests/cards/render.sh.</summary>
    [Fact]
    public async Task Draw_EveryCardOfAMeeting_IsSoundAndSaysSomething()
    {
        await using var bot = await NewAsync();
        bot.At(13, 0);
        var cards = new Dictionary<string, Card?> { ["meeting-ask"] = await DrawAsync(MeetingCardSources.Ask, "2014-01-08|19:meeting") };
        await bot.TypeAsync(Lea, "start");
        var id = (await bot.OpenAsync())!.Id.ToString();
        bot.At(13, 12);
        cards["agenda-over"] = await DrawAsync(AgendaCard.Source, id);
        await bot.TypeAsync(Lea, "park: second press for line 2");
        for (var step = 0; step < 3; step++) await bot.TypeAsync(Lea, "next");
        bot.At(13, 16);
        cards["agenda-top-ten"] = await DrawAsync(AgendaCard.Source, id);
        cards["meeting-order"] = await DrawAsync(OrderReviewCard.Source, id);
        var first = (await bot.OpenAsync())!.Order!;
        cards["meeting-why"] = await DrawAsync(MeetingCardSources.Why, $"{id}|{Verbs.Watch}|{first}");
        cards["meeting-why-skip"] = await DrawAsync(MeetingCardSources.Why, $"{id}|{Verbs.Skip}|");
        cards["meeting-chair"] = await DrawAsync(MeetingCardSources.Chair, id);
        cards["park-form"] = await DrawAsync(MeetingCardSources.ParkForm, id);
        cards["meeting-no-decision"] = await DrawAsync(MeetingSays.NoDecision, $"{id}|30");
        await bot.DecideAsync(first, Omar, new DateOnly(2014, 1, 10));
        cards["meeting-order-decided"] = await DrawAsync(OrderReviewCard.Source, id);
        foreach (var verb in (string[])[Verbs.Decided, Verbs.Watch, Verbs.Escalate])
            await bot.PressAsync(Lea, verb, new { r = id, order = (await bot.OpenAsync())!.Order, in_why = "the castings come on Friday" });
        cards["meeting-orders-done"] = await DrawAsync(OrderReviewCard.Source, id);
        cards["meeting-changes"] = await DrawAsync(ChangesCard.Source, id);
        cards["meeting-limits"] = await DrawAsync(LimitsCard.Source, id);
        cards["meeting-upwards"] = await DrawAsync(UpwardsCard.Source, id);
        await bot.DecideAsync();
        cards["meeting-guard"] = await DrawAsync(GuardCard.Source, $"{id}|near");
        await bot.PressAsync(Lea, Verbs.ToChat, new { r = id, s = "3" });
        cards["read-back"] = await DrawAsync("read-back", id);
        cards["agenda-last"] = await DrawAsync(AgendaCard.Source, id);
        bot.At(16, 0);
        cards["meeting-ended"] = await DrawAsync(MeetingCardSources.Ended, id);
        await bot.TickAsync();
        cards["agenda-unfinished"] = await DrawAsync(AgendaCard.Source, id);

        Assert.All(cards, card => Assert.True(card.Value is not null, card.Key));
        Assert.All(cards, card => Assert.Empty(CardLinter.Check(card.Value!)));
        if (Environment.GetEnvironmentVariable("SOEBOT_CARDS_TO") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        foreach (var (name, card) in cards) await File.WriteAllTextAsync(Path.Combine(folder, name + ".json"), CardJson.WriteText(card!, indented: true), Stop);

        Task<Card?> DrawAsync(string source, string about) => bot.Registry.Cards.DrawAsync(Plant, new(source, about), Stop);
    }
}
