using CsCheck;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Reminders;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class ReminderStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task A_day_holds_two_single_ones_and_a_digest_whoever_writes_them_at_the_same_time(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(at => Write(at % 2 == 0 ? store : other, One($"D-{at}@x"))));

        Assert.Equal(2, (await store.Outbox.RecentAsync(Given.Plant, 50, Stop)).Count);
        Assert.Equal(10, (await store.Reminders.HeldAsync(Given.Ben, Stop)).Count);
        Assert.All(await store.Reminders.HeldAsync(Given.Ben, Stop), one => Assert.Equal("two reminders went out today already", one.Reason));
        Assert.Single(await store.Occurrences.ListAsync(Given.Plant, Given.Now, Given.Now.AddDays(2), Stop), one => one.Occurrence.Kind == ReminderKinds.Digest);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(at => Write(at % 2 == 0 ? store : other, Digest())));
        Assert.Empty(await store.Reminders.HeldAsync(Given.Ben, Stop));
        Assert.Equal(10, (await store.Reminders.InDigestAsync(Digest().Key, Stop)).Count);
        Assert.Equal(3, (await store.Outbox.RecentAsync(Given.Plant, 50, Stop)).Count);
    }

    [Theory, OnBothStores]
    public async Task The_same_reminder_is_written_and_counted_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        for (var times = 0; times < 3; times++) await Write(store, One("D-1@x"));
        await Write(store, One("D-2@x"));

        Assert.Equal(2, (await store.Outbox.RecentAsync(Given.Plant, 50, Stop)).Count);
        Assert.Empty(await store.Reminders.HeldAsync(Given.Ben, Stop));
    }

    /// <summary>Whoever stands in for another is reminded of their own and of the other's in one effect.</summary>
    [Theory, OnBothStores]
    public async Task Two_for_one_reader_that_do_not_fit_wait_for_one_digest(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.Outbox.AddAsync(new Effect { Reminders = [One("D-1@x") with { DigestOnly = true }, One("D-1@x") with { Slot = "stand-in", DigestOnly = true }] }, Stop);

        Assert.Equal(2, (await store.Reminders.HeldAsync(Given.Ben, Stop)).Count);
        Assert.Single(await store.Occurrences.ListAsync(Given.Plant, Given.Now, Given.Now.AddDays(2), Stop), one => one.Occurrence.Kind == ReminderKinds.Digest);
    }

    [Theory, OnBothStores]
    public async Task One_that_was_put_off_comes_later_under_a_key_of_its_own(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var later = Given.Now.AddDays(1);
        await Write(store, One("D-1@x") with { PutOff = new(later, "no working day") });

        Assert.Empty(await store.Outbox.RecentAsync(Given.Plant, 50, Stop));
        var planned = Assert.Single(await store.Occurrences.ListAsync(Given.Plant, later, later.AddDays(1), Stop)).Occurrence;
        Assert.Equal(ReminderKinds.Later, planned.Kind);
        var waiting = (await store.Reminders.OfMessageAsync(planned.Key, Stop))!;
        Assert.Equal((ReminderState.PutOff, "no working day", later), (waiting.State, waiting.Reason, waiting.Until));

        await Write(store, One("D-1@x") with { At = later, Day = Given.Today.AddDays(1) });
        Assert.Equal(waiting.MessageKey, Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 50, Stop)).Key);
    }

    [Theory, OnBothStores]
    public async Task Old_ones_are_forgotten_and_what_still_waits_is_not(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        foreach (var key in (string[])["D-1@x", "D-2@x", "D-3@x"]) await Write(store, One(key));

        Assert.Equal(0, await store.Reminders.PurgeAsync(Given.Now, Stop));
        Assert.Equal(2, await store.Reminders.PurgeAsync(Given.Now.AddDays(90), Stop));
        Assert.Equal("D-3@x", Assert.Single(await store.Reminders.HeldAsync(Given.Ben, Stop)).OccurrenceKey);
    }

    [Theory, OnBothStores]
    public async Task What_waited_into_another_day_is_counted_for_that_one(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var tomorrow = Given.Today.AddDays(1);
        await Write(store, One("D-1@x"));
        await Write(store, One("D-2@x"));
        await Write(store, One("D-3@x") with { Day = tomorrow });

        Assert.True(await store.Reminders.CountAsync(One("D-1@x").Key, tomorrow, Stop));
        Assert.True(await store.Reminders.CountAsync(One("D-1@x").Key, tomorrow, Stop));
        Assert.False(await store.Reminders.CountAsync(One("D-2@x").Key, tomorrow, Stop));
    }

    [Theory, OnBothStores]
    public async Task A_digest_that_does_not_go_out_gives_back_what_it_held(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Write(store, One("D-1@x") with { DigestOnly = true });
        await Write(store, Digest());
        await store.Outbox.AddAsync(new Effect { ReminderChanges = [new(Digest().Key, ReminderState.Silent, "asked for later", Digest() with { PutOff = new(Given.Now.AddHours(30), "asked for later") })] }, Stop);

        Assert.Single(await store.Reminders.HeldAsync(Given.Ben, Stop));
        Assert.Contains(await store.Occurrences.ListAsync(Given.Plant, Given.Now, Given.Now.AddDays(3), Stop), one => one.Occurrence.Kind == ReminderKinds.Digest && one.Occurrence.DueAt == Given.Now.AddHours(30));
    }

    /// <summary>Whatever comes in whatever order: no day has more than it may, and every reminder is somewhere.</summary>
    [Fact]
    public async Task No_order_of_reminders_breaks_the_rule_of_quiet_or_loses_one()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        PersonKey[] people = [Given.Ana, Given.Ben];
        var written = new HashSet<string>();
        await Gen.Select(Gen.Int[0, 1], Gen.Int[0, 3], Gen.Int[0, 9], Gen.Int[0, 11]).Array[60].SampleAsync(async all =>
        {
            foreach (var (person, day, what, number) in all)
            {
                var one = (what == 0 ? Digest() : One($"D-{number}@x")) with { Person = people[person], For = people[person], Day = Given.Today.AddDays(day), DigestOnly = what == 1 };
                if (what == 2) one = one with { Class = ReminderClass.Urgent, Kind = "tell-customer" };
                await Write(store, one);
                written.Add(one.Key);
            }
        }, iter: 3, threads: 1);
        var counted = await store.AskAsync<long>("SELECT count(*) AS \"Value\" FROM reminder_days WHERE singles > 2 OR digests > 1");
        var over = await store.AskAsync<long>("SELECT count(*) AS \"Value\" FROM (SELECT person, day FROM reminders WHERE state = 'Written' AND class = 'Single' GROUP BY person, day HAVING count(*) > 2) x");
        var kept = await store.AskAsync<long>("SELECT count(*) AS \"Value\" FROM reminders");
        Assert.Equal((0, 0, written.Count), (counted, over, kept));
    }

    private static Task Write(StoreUnderTest store, NewReminder one) => store.Outbox.AddAsync(new Effect { Reminders = [one] }, Stop);

    private static NewReminder One(string key) => new()
    {
        Plant = Given.Plant, Kind = "decision-due", OccurrenceKey = key, Slot = "owner", Person = Given.Ben, For = Given.Ben, Class = ReminderClass.Single, Card = new("chase", key),
        At = Given.Now, Day = Given.Today, NextDigest = Given.Now.AddDays(1), DigestToday = Given.Now.AddMinutes(15),
    };

    /// <summary>Over a night in which the service was away: the new day has its digest already.</summary>
    [Theory, OnBothStores]
    public async Task A_digest_that_waited_has_no_room_in_a_day_with_one_of_its_own(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var (first, second) = (Digest(), Digest() with { Day = Digest().Day.AddDays(1), OccurrenceKey = "2026-11-24" });
        foreach (var digest in (NewReminder[])[first, second]) await store.Outbox.AddAsync(new Effect { Reminders = [digest] }, Stop);

        Assert.False(await store.Reminders.CountAsync(first.Key, second.Day, Stop));
        Assert.True(await store.Reminders.CountAsync(first.Key, second.Day.AddDays(1), Stop));
    }

    private static NewReminder Digest() => One("") with { Kind = "owner-digest", Class = ReminderClass.Digest, Slot = "digest", OccurrenceKey = "2026-11-23" };
}
