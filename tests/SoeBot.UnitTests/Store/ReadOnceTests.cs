using SoeBot.Domain.People;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Reading;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class ReadOnceTests
{
    private static readonly DateOnly Week = new(2026, 11, 23);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task Whatever_weeks_are_asked_for_the_same_dates_are_given_as_without_it(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        foreach (var at in (int[])[-60, -3, 0, 1, 2, 70]) await CancelAsync(store, Week.AddDays(7 * at));
        (int From, int To)[] asked = [(-4, 2), (0, 0), (-1, 100), (3, 5), (-70, -50), (-2, 1)];

        var without = new List<string>();
        foreach (var (from, to) in asked) without.Add(await DatesAsync(store, from, to));
        using var once = ReadOnce.Begin();
        for (var at = 0; at < asked.Length; at++) Assert.Equal(without[at], await DatesAsync(store, asked[at].From, asked[at].To));
    }

    [Fact]
    public async Task What_was_read_is_not_read_again_until_it_is_over()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        using (ReadOnce.Begin())
        {
            Assert.Equal("", await DatesAsync(store, 0, 1));
            await ElsewhereAsync(() => CancelAsync(store, Week));
            Assert.Equal("", await DatesAsync(store, -1, 1));
        }
        Assert.Equal("2026-11-23", await DatesAsync(store, 0, 1));
    }

    [Theory, OnBothStores]
    public async Task What_this_work_wrote_itself_is_read_anew(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        using var once = ReadOnce.Begin();
        Assert.Empty((await store.Absences.StaffingAsync(Given.Plant, Week, Stop)).Holders);
        Assert.Equal("", await DatesAsync(store, 0, 1));

        await store.People.GrantAsync(Given.Plant, Given.Ana, Role.Lead, Effect.None, Stop);
        await CancelAsync(store, Week);

        Assert.Equal(Given.Ana, Assert.Single((await store.Absences.StaffingAsync(Given.Plant, Week, Stop)).Holders).Person);
        Assert.Equal("2026-11-23", await DatesAsync(store, 0, 1));
    }

    /// <summary>As another process does it.</summary>
    private static async Task ElsewhereAsync(Func<Task> work)
    {
        Task running;
        using (ExecutionContext.SuppressFlow()) running = Task.Run(work);
        await running;
    }

    private static async Task CancelAsync(StoreUnderTest store, DateOnly week) =>
        await store.MeetingDates.ChangeAsync(Given.Plant, week, Given.Now.AddYears(3), date => (date.Cancel(Given.Ana, "stock count", Given.Now), Effect.None), Stop);

    private static async Task<string> DatesAsync(StoreUnderTest store, int from, int to) =>
        string.Join(' ', (await store.MeetingDates.OfWeeksAsync(Given.Plant, Week.AddDays(7 * from), Week.AddDays(7 * to), Stop)).Select(date => $"{date.Week:yyyy-MM-dd}"));
}
