using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Extensions;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Reminders;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Occurrences;

/// <summary>What becomes of a reminder between its moment and its reader. The plant is in Berlin, works Monday to Friday from six to six.</summary>
public sealed class ReminderTurnsTests : IAsyncLifetime
{
    private const string Kind = "decision-due";
    private static readonly PersonKey Omar = PersonKey.Of(Given.Tenant, "omar"), Petra = PersonKey.Of(Given.Tenant, "petra");
    private static readonly DateTimeOffset MondayAtEight = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(MondayAtEight);
    private readonly PlantProfiles _plants = new(Options.Create(new PlantsOptions()));
    private readonly OccurrenceKinds _kinds = new();
    private StoreUnderTest _store = null!;
    private Reminding _reminding = null!;
    private ReminderTurns _turns = null!;
    private Standing _standing = new([Owner(Omar)]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PlantProfile Plant => _plants.Default;

    public async ValueTask InitializeAsync()
    {
        _store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        var kinds = _kinds;
        _reminding = new Reminding(kinds, new StandIns(_store.Absences), _store.People, _store.Reminders);
        _reminding.Add(Kind, null, (_, _, _, _) => Task.FromResult(_standing));
        _turns = new ReminderTurns(kinds, _reminding, _store.Reminders, _plants, new PlantClock(_time), _time);
        _turns.Register(new SliceRegistry(new CardSources(), new CommandList(), new PressList(), kinds, new ExtensionList(), new HintList()));
        await _store.People.SeenAsync(Omar, "Omar Haddad", null, null, null, Stop);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task On_a_working_morning_it_goes_out()
    {
        var message = await RemindAsync();
        Assert.Equal(new MessageTarget.Person(Omar), message!.Target);
        Assert.Null(await _turns.StopAsync(message, Stop));
    }

    [Theory]
    [InlineData("2026-11-23T19:00Z", "2026-11-24T07:00Z", "outside the shift")]
    [InlineData("2026-11-28T09:00Z", "2026-11-30T07:00Z", "no working day")]
    public async Task Outside_the_shift_it_waits_for_the_next_working_morning(string at, string until, string why)
    {
        Assert.Null(await RemindAsync(DateTimeOffset.Parse(at, null)));
        var waiting = Assert.Single(await _store.Reminders.PutOffAsync(Omar, Stop));
        Assert.Equal((DateTimeOffset.Parse(until, null), why), (waiting.Until!.Value, waiting.Reason));
    }

    /// <summary>Tokyo: eight in the morning in Berlin is four in the afternoon, five past ten is past six.</summary>
    [Fact]
    public async Task The_shift_is_counted_by_the_clock_of_the_person()
    {
        await _store.People.SeenAsync(Omar, "Omar Haddad", null, "Asia/Tokyo", null, Stop);
        Assert.NotNull(await RemindAsync());
        Assert.Null(await RemindAsync(MondayAtEight.AddHours(2.1), "D-2@x"));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero), (await _store.Reminders.PutOffAsync(Omar, Stop))[0].Until);
    }

    [Fact]
    public async Task The_deputy_is_reminded_of_who_is_away_and_the_owner_hears_nothing()
    {
        await AwayAsync();
        Assert.Equal(new MessageTarget.Person(Petra), (await RemindAsync())!.Target);
        Assert.Single(await _store.Outbox.RecentAsync(Plant.Id, 9, Stop));
    }

    [Fact]
    public async Task Snoozed_comes_when_asked_for_and_quiet_comes_with_the_digest()
    {
        var until = MondayAtEight.AddDays(2);
        await _store.Reminders.AskAsync(Omar, new(until, null), Effect.None, Stop);
        Assert.Null(await RemindAsync());
        Assert.Equal(until, (await _store.Reminders.PutOffAsync(Omar, Stop))[0].Until);

        await _store.Reminders.AskAsync(Omar, new(null, new DateOnly(2026, 11, 23)), Effect.None, Stop);
        Assert.Null(await RemindAsync(key: "D-2@x"));
        Assert.Equal("asked for quiet today", (await _store.Reminders.HeldAsync(Omar, Stop))[0].Reason);
    }

    /// <summary>Written, and then it waited in the outbox while something changed.</summary>
    [Theory]
    [InlineData("closed", OutboxState.Silent, ReminderState.Silent, "D-1: kept")]
    [InlineData("given", OutboxState.Silent, ReminderState.Redirected, "somebody else answers for it now")]
    [InlineData("away", OutboxState.Silent, ReminderState.Redirected, "Omar Haddad is away until Wed 25 Nov")]
    [InlineData("evening", OutboxState.Silent, ReminderState.PutOff, "outside the shift")]
    [InlineData("snoozed", OutboxState.Silent, ReminderState.PutOff, "asked to be reminded from Wed 25 Nov 08:00")]
    [InlineData("quiet", OutboxState.Silent, ReminderState.Held, "asked for quiet today")]
    public async Task What_waited_in_the_outbox_is_read_again_before_it_goes(string meanwhile, OutboxState message, ReminderState state, string why)
    {
        var waiting = (await RemindAsync())!;
        if (meanwhile == "closed") _standing = Standing.Silent("D-1: kept");
        if (meanwhile == "given") _standing = new([Owner(Petra)]);
        if (meanwhile == "away") await AwayAsync();
        if (meanwhile == "evening") _time.Advance(TimeSpan.FromHours(12));
        if (meanwhile == "snoozed") await _store.Reminders.AskAsync(Omar, new(MondayAtEight.AddDays(2), null), Effect.None, Stop);
        if (meanwhile == "quiet") await _store.Reminders.AskAsync(Omar, new(null, new DateOnly(2026, 11, 23)), Effect.None, Stop);

        var stop = (await _turns.StopAsync(waiting, Stop))!;
        Assert.Equal((message, state, why), (stop.State, stop.Reminder!.State, stop.Reason));
        await _store.Outbox.AddAsync(new Effect { ReminderChanges = [stop.Reminder] }, Stop);
        Assert.Equal(state, (await _store.Reminders.FindAsync(stop.Reminder.Key, Stop))!.State);
        if (state == ReminderState.Redirected) Assert.Contains(await _store.Outbox.RecentAsync(Plant.Id, 9, Stop), one => one.Target == new MessageTarget.Person(Petra));
    }

    /// <summary>The customer waits: not for the morning, not for the third of the day, not for the end of a snooze.</summary>
    [Fact]
    public async Task What_is_urgent_goes_out_at_any_hour_and_is_not_counted()
    {
        await _store.Reminders.AskAsync(Omar, new(MondayAtEight.AddDays(2), new DateOnly(2026, 11, 23)), Effect.None, Stop);
        _standing = new([Owner(Omar) with { IsUrgent = true }]);
        for (var at = 0; at < 3; at++) Assert.NotNull(await RemindAsync(MondayAtEight.AddHours(14), $"D-{at}@x"));

        await _store.Reminders.AskAsync(Omar, AskedQuiet.None, Effect.None, Stop);
        _standing = new([Owner(Omar)]);
        Assert.NotNull(await RemindAsync(key: "D-7@x"));
    }

    [Fact]
    public async Task What_waited_over_night_and_finds_its_day_full_waits_for_the_digest()
    {
        var waiting = (await RemindAsync())!;
        _time.Advance(TimeSpan.FromDays(1));
        await RemindAsync(key: "D-2@x");
        await RemindAsync(key: "D-3@x");
        Assert.Equal(ReminderState.Held, (await _turns.StopAsync(waiting, Stop))!.Reminder!.State);
    }

    /// <summary>The third of the day waits for the digest, and before it comes its reader goes on leave: the deputy has it, and no digest is written to an empty desk.</summary>
    [Fact]
    public async Task What_was_held_for_somebody_who_went_away_is_handed_on()
    {
        foreach (var key in (string[])["D-1@x", "D-2@x", "D-3@x"]) await RemindAsync(key: key);
        Assert.Single(await _store.Reminders.HeldAsync(Omar, Stop));
        await AwayAsync();
        _time.Advance(TimeSpan.FromDays(1));

        var due = ReminderKinds.DigestAt(Plant.Id, Omar, _time.GetUtcNow());
        await _store.Outbox.AddAsync((await _kinds.All[ReminderKinds.Digest].Work(due, Plant, _time.GetUtcNow(), Stop))!, Stop);

        Assert.Empty(await _store.Reminders.HeldAsync(Omar, Stop));
        var handed = Assert.Single(await _store.Outbox.RecentAsync(Plant.Id, 1, Stop));
        Assert.Equal(new MessageTarget.Person(Petra), handed.Target);
        Assert.Contains("D-3@x", handed.Key);
    }

    private static Asked Owner(PersonKey person) => new("owner", person, new CardRef("chase", "1"));

    private async Task<OutboxMessage?> RemindAsync(DateTimeOffset? at = null, string key = "D-1@x")
    {
        var effect = await _reminding.OfAsync(_standing, new Occurrence(Plant.Id, Kind, key, MondayAtEight), Plant, at ?? _time.GetUtcNow(), Stop);
        await _store.Outbox.AddAsync(effect, Stop);
        return (await _store.Outbox.RecentAsync(Plant.Id, 1, Stop)) is [var message] && message.Key.Contains(key, StringComparison.Ordinal) ? message : null;
    }

    private Task<EnterResult> AwayAsync() => _store.Absences.EnterAsync(
        [new NewAbsence(Guid.NewGuid(), Plant.Id, Omar, new DayRange(new(2026, 11, 20), new(2026, 11, 25)), Petra, AbsenceScope.All, Omar, GivesRights: true)], MondayAtEight, _ => Effect.None, Stop);
}
