using SoeBot.Domain.Fences;
using SoeBot.Domain.Meetings;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Plants;

/// <summary>Meetings are Wednesday 13:00; the week of 23 December 2013 is shut from Wednesday on, the one after it wholly.</summary>
public sealed class MeetingDatesTests
{
    private static readonly PlantProfile Plant = new()
    {
        Id = Given.Plant, Name = "Bothell", MeetingDay = DayOfWeek.Wednesday, MeetingStart = new(13, 0), MeetingMinutes = 90,
        Calendar = new() { Zone = TimeZoneInfo.Utc, Holidays = new DayRange(new(2013, 12, 25), new(2014, 1, 5)).Each().ToHashSet() },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task NextAsync_KnowsWhatWasMovedAndWhatWasCancelled(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var dates = new MeetingDates(store.MeetingDates);
        Assert.Equal(At(2, 5, 13), await dates.NextAsync(Plant, At(2, 3, 8), Stop));

        await ChangeAsync(store, (2, 3), date => date.MoveTo(At(2, 6, 9), At(2, 5, 13), Given.Ana, "fair", At(2, 3, 8)));
        await ChangeAsync(store, (2, 10), date => date.Cancel(Given.Ana, null, At(2, 3, 9)));

        Assert.Equal(At(2, 6, 9), await dates.NextAsync(Plant, At(2, 5, 14), Stop));
        Assert.Equal(At(2, 19, 13), await dates.NextAsync(Plant, At(2, 6, 9), Stop));
        var planned = await dates.BetweenAsync(Plant, At(2, 3, 8), At(2, 28, 8), Stop);
        Assert.Equal([("2014-02-03", true), ("2014-02-17", false), ("2014-02-24", false)], planned.Select(one => (one.Key, one.Moved)));
        var change = Assert.Single((await store.MeetingDates.OfWeeksAsync(Given.Plant, new(2014, 2, 3), new(2014, 2, 3), Stop))[0].Changes);
        Assert.Equal(new MeetingDateChange(At(2, 5, 13), At(2, 6, 9), Given.Ana, "fair", At(2, 3, 8)), change);
    }

    [Theory, OnBothStores]
    public async Task NextAsync_FindsADateMovedIntoTheWeekAfterOrBeforeItsOwn(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var dates = new MeetingDates(store.MeetingDates);
        await ChangeAsync(store, (2, 3), date => date.MoveTo(At(2, 10, 9), At(2, 5, 13), Given.Ana, null, At(2, 3, 8)));
        await ChangeAsync(store, (2, 24), date => date.MoveTo(At(2, 21, 9), At(2, 26, 13), Given.Ana, null, At(2, 3, 8)));

        Assert.Equal(At(2, 10, 9), await dates.NextAsync(Plant, At(2, 10, 8), Stop));
        Assert.Equal(At(2, 21, 9), await dates.NextAsync(Plant, At(2, 20, 8), Stop));
        Assert.Equal(At(3, 5, 13), await dates.NextAsync(Plant, At(2, 21, 9), Stop));
    }

    [Theory, OnBothStores]
    public async Task NextAsync_AroundAShutdown_MeetsOnTheLastWorkingDayBeforeAndSkipsTheShutWeek(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var dates = new MeetingDates(store.MeetingDates);

        Assert.Equal(At(12, 24, 13, 2013), await dates.NextAsync(Plant, At(12, 20, 8, 2013), Stop));
        Assert.Equal(At(1, 8, 13), await dates.NextAsync(Plant, At(12, 24, 13, 2013), Stop));
    }

    [Fact]
    public void MoveTo_ThePastOrAWholeWeekAway_IsRefused()
    {
        var (usual, now) = (At(2, 5, 13), At(2, 3, 8));
        var date = MeetingDate.Of(Given.Plant, new(2014, 2, 3), usual);

        Assert.Equal(MeetingDateOutcome.InThePast, date.MoveTo(now, usual, Given.Ana, null, now));
        Assert.Equal(MeetingDateOutcome.TooFar, date.MoveTo(At(2, 12, 13), usual, Given.Ana, null, now));
        Assert.Equal(MeetingDateOutcome.SameAsBefore, date.MoveTo(usual, usual, Given.Ana, null, now));
        Assert.Equal(MeetingDateOutcome.Changed, date.Cancel(Given.Ana, null, now));
        Assert.Equal(MeetingDateOutcome.SameAsBefore, date.Cancel(Given.Ana, null, now));
        Assert.Equal(MeetingDateOutcome.Changed, date.MoveTo(usual, usual, Given.Ana, null, now));
        Assert.Equal(2, date.Changes.Count);
    }

    private static DateTimeOffset At(int month, int day, int hour, int year = 2014) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    private static async Task ChangeAsync(StoreUnderTest store, (int Month, int Day) week, Func<MeetingDate, MeetingDateOutcome> change)
    {
        var first = new DateOnly(2014, week.Month, week.Day);
        var result = await store.MeetingDates.ChangeAsync(Given.Plant, first, MeetingDates.Usual(Plant, Plant.Calendar.WeekOf(first)), date => (change(date), Effect.None), Stop);
        Assert.Equal(MeetingDateOutcome.Changed, result.Outcome);
    }
}
