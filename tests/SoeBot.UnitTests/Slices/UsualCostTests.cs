using SoeBot.Decisions;
using SoeBot.Store;
using SoeBot.Store.Outbox;
using SoeBot.Store.Reading;
using SoeBot.UnitTests.Meetings;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Slices;

/// <summary>
/// How often the store is asked in the most usual work: a plant's year is some twenty thousand commands, and most of the machine's time. A
/// number that grows is to be meant. What sending costs beside the card: <see cref="Channel.Sending.SendCostTests"/>.
/// </summary>
public sealed class UsualCostTests
{
    private const string Recorded = """{"p":"sample","r":"0199f5c0000070008000000000000001","in_text":"Get a second quote","in_owner":"omar","in_due":"2014-01-07","in_about":"63217"}""";
    private const string Taken = """{"p":"sample","r":1,"v":1}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task A_decisions_reminder_reads_the_decision_and_the_people_in_it(StoreProvider provider)
    {
        using var said = new Said();
        await using var slices = await GivenDecisionAsync(provider, said);

        Assert.Equal((2, 0), await DrawnAsync(said, slices, new(DecisionCard.Chase, "1:due")));
    }

    [Theory, OnBothStores]
    public async Task Take_it_is_one_transaction_and_the_card_that_follows(StoreProvider provider)
    {
        using var said = new Said();
        await using var slices = await GivenDecisionAsync(provider, said);
        said.Forget();

        await slices.PressAsync(SlicesUnderTest.Omar, Verbs.Take, Taken);

        Assert.Equal((11, 1), said.SoFar);
    }

    [Theory, OnBothStores]
    public async Task The_agenda_reads_what_it_shows_once(StoreProvider provider)
    {
        using var said = new Said();
        await using var meeting = await MeetingUnderTest.NewAsync(provider, said);
        await meeting.TypeAsync(MeetingUnderTest.Lea, "start");
        var id = (await meeting.OpenAsync())!.Id.ToString();
        said.Forget();

        using (ReadOnce.Begin()) await meeting.Registry.Cards.DrawAsync(MeetingUnderTest.Plant, new("agenda", id), Stop);

        // The plan's number is not asked for where that was done less than 20 ms ago.
        Assert.InRange(said.SoFar.Commands, 9, 10);
        Assert.Equal(0, said.SoFar.Commits);
    }

    [Theory, OnBothStores]
    public async Task Deriving_where_nothing_changed_adds_nothing(StoreProvider provider)
    {
        using var said = new Said();
        await using var meeting = await MeetingUnderTest.NewAsync(provider, said);
        await meeting.TickAsync();
        said.Forget();

        await meeting.TickAsync();

        Assert.InRange(said.SoFar.Commands, 11, 12);
        Assert.Equal(1, said.SoFar.Commits);
    }

    private static async Task<SlicesUnderTest> GivenDecisionAsync(StoreProvider provider, Said said)
    {
        var slices = await SlicesUnderTest.NewAsync(provider: provider, said: said);
        await slices.PressedAsync(SlicesUnderTest.Lea, Verbs.Record, Recorded);
        await slices.SentAsync();
        return slices;
    }

    private static async Task<(int Commands, int Commits)> DrawnAsync(Said said, SlicesUnderTest slices, CardRef card)
    {
        said.Forget();
        using (ReadOnce.Begin()) Assert.NotNull(await slices.Registry.Cards.DrawAsync(SlicesUnderTest.Plant, card, Stop));
        return said.SoFar;
    }
}
