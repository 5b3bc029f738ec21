using SoeBot.Decisions;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.Plants;
using Xunit;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>Each step of the ladder reads the decision again before it speaks: who is asked, and why nobody is.</summary>
public sealed class DecisionChaseStepTests
{
    private const string Recorded = """{"p":"sample","r":"0199f5c0000070008000000000000002","in_text":"Get a second quote","in_owner":"omar","in_due":"2014-01-07","in_about":"63217"}""";
    private const string Key = "D-1@2014-01-07";
    private static readonly PlantProfile Profile = new PlantProfiles(Microsoft.Extensions.Options.Options.Create(new PlantsOptions())).Get(Plant);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_its_day_its_owner_is_asked()
    {
        await using var slices = await GivenAsync();
        var asked = Assert.Single((await ReadAsync(slices, DecisionChase.Due, At(7))).People);
        Assert.Equal(("owner", Omar, "1:due"), (asked.Slot, asked.For, asked.Card.About));
    }

    [Fact]
    public async Task Two_days_over_the_lead_is_asked_with_the_owner_in_copy()
    {
        await using var slices = await GivenAsync();
        Assert.Equal([("lead", Lea), ("owner", Omar)], (await ReadAsync(slices, DecisionChase.Escalate, At(9))).People.Select(asked => (asked.Slot, asked.For)));
    }

    [Theory]
    [InlineData(Verbs.Done, """{"p":"sample","r":1,"v":1,"in_note":"here it is"}""", "D-1: ")]
    [InlineData(Verbs.Redate, """{"p":"sample","r":1,"v":1,"in_due":"2014-01-13","in_why":"supplier slow"}""", "D-1 has another date or owner meanwhile")]
    public async Task What_was_answered_meanwhile_is_not_asked_again(string verb, string data, string why)
    {
        await using var slices = await GivenAsync();
        await slices.PressedAsync(Omar, verb, data);
        foreach (var kind in (string[])[DecisionChase.Due, DecisionChase.Overdue, DecisionChase.Escalate])
            Assert.StartsWith(why, (await ReadAsync(slices, kind, At(9))).Over, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_downtime_the_older_steps_give_way_to_the_newest()
    {
        await using var slices = await GivenAsync();
        Assert.Equal("the next step of the ladder has come meanwhile", (await ReadAsync(slices, DecisionChase.Due, At(8))).Over);
        Assert.Null((await ReadAsync(slices, DecisionChase.Overdue, At(8))).Over);
        Assert.Equal("the next step of the ladder has come meanwhile", (await ReadAsync(slices, DecisionChase.Overdue, At(9))).Over);
    }

    [Fact]
    public async Task A_day_over_it_counts_as_missed_and_stays_open()
    {
        await using var slices = await GivenAsync();
        var due = new Occurrence(Plant, DecisionChase.Overdue, Key, At(8));
        await slices.Store.Outbox.AddAsync(new() { Occurrences = [due] }, Stop);
        await slices.Registry.Occurrences.All[DecisionChase.Overdue].Work(due, Profile, At(8), Stop);
        var decision = (await slices.Store.Decisions.FindAsync(Plant, 1, Stop))!;
        Assert.Equal((DecisionStatus.Missed, true, 1), (decision.Status, decision.IsOpen, decision.Misses));
    }

    private static async Task<SlicesUnderTest> GivenAsync()
    {
        var slices = await NewAsync();
        await slices.PressedAsync(Lea, Verbs.Record, Recorded);
        await slices.PressedAsync(Omar, Verbs.Take, """{"p":"sample","r":1,"v":1}""");
        return slices;
    }

    private static Task<Standing> ReadAsync(SlicesUnderTest slices, string kind, DateTimeOffset now) =>
        slices.Registry.Occurrences.All[kind].Read!(new Occurrence(Plant, kind, Key, now), Profile, now, Stop);

    private static DateTimeOffset At(int day) => LocalTime.At(Profile.Calendar.Zone, new DateOnly(2014, 1, day), new(8, 30));
}
