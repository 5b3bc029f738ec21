using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Meetings;
using SoeBot.Store.Effects;
using Xunit;
using static SoeBot.UnitTests.Meetings.MeetingUnderTest;

namespace SoeBot.UnitTests.Meetings;

public sealed class When_a_meeting_is_held
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Missing_functions_are_named_and_a_deputy_opens_the_frozen_week()
    {
        await using var bot = await NewAsync();
        await bot.Store.Deputies.SetAsync(Plant, Role.PlantManager, Dana, Effect.None, Stop);

        var opened = string.Join(' ', await bot.TypeAsync(Lea, "start")).Replace('\n', ' ');
        Assert.Contains("Step 1 of 9: Last commitments", opened, StringComparison.Ordinal);
        Assert.Contains("Missing: planning, procurement, customer service (nobody has the role), plant manager", opened, StringComparison.Ordinal);
        Assert.Contains("cannot be approved in this meeting", opened, StringComparison.Ordinal);

        var meeting = (await bot.OpenAsync())!;
        var agenda = await bot.PressAsync(Dana, Verbs.Here, new { r = meeting.Id.ToString() });
        Assert.Contains("plant manager (deputy Dana Weiss)", agenda, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot be approved", agenda, StringComparison.Ordinal);
        Assert.DoesNotContain("Missing: planning, procurement, customer service (nobody has the role), plant manager", agenda, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_chair_the_lead_and_their_deputies_move_it_and_the_chair_can_be_handed_over()
    {
        await using var bot = await NewAsync();
        await bot.TypeAsync(Lea, "start");
        var id = (await bot.OpenAsync())!.Id.ToString();

        Assert.Contains("Ask Lea Brandt.", await bot.PressAsync(Petra, Verbs.Next, new { r = id, s = "0" }), StringComparison.Ordinal);
        await bot.TypeAsync(Lea, "chair Petra");
        Assert.Contains("Step 2 of 9", await bot.PressAsync(Petra, Verbs.Next, new { r = id, s = "0" }), StringComparison.Ordinal);
        // The same card, pressed again, and one that was made up.
        await bot.PressAsync(Petra, Verbs.Next, new { r = id, s = "0" });
        await bot.PressAsync(Petra, Verbs.Next, new { r = id });
        Assert.Equal(1, (await bot.OpenAsync())!.Step);
        Assert.Contains("Petra Lang, who chairs it, or Lea Brandt", await bot.PressAsync(Omar, Verbs.Next, new { r = id, s = "1" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Red_orders_come_one_by_one_and_get_a_decision_or_a_reason()
    {
        await using var bot = await NewAsync();
        await bot.TypeAsync(Lea, "start");
        var id = (await bot.OpenAsync())!.Id.ToString();
        for (var step = 0; step < 3; step++) await bot.PressAsync(Lea, Verbs.Next, new { r = id, s = $"{step}" });
        var first = (await bot.OpenAsync())!.Order!;

        Assert.Contains("no decision", await bot.PressAsync(Lea, Verbs.Next, new { r = id, s = "3" }), StringComparison.Ordinal);
        Assert.Contains("write the reason", await bot.PressAsync(Lea, Verbs.Watch, new { r = id, order = first }), StringComparison.Ordinal);
        await bot.PressAsync(Lea, Verbs.Watch, new { r = id, order = first, in_why = "castings come on Friday" });
        var second = (await bot.OpenAsync())!.Order!;
        Assert.NotEqual(first, second);

        await bot.DecideAsync(second, Omar, new DateOnly(2014, 1, 10));
        Assert.Contains("Order 3 of 3", await bot.PressAsync(Lea, Verbs.Decided, new { r = id, order = second }), StringComparison.Ordinal);
        await bot.PressAsync(Lea, Verbs.Escalate, new { r = id, order = (await bot.OpenAsync())!.Order, in_why = "may we pay the express truck?" });
        Assert.Null((await bot.OpenAsync())!.Order);
        Assert.Contains("Step 5 of 9", await bot.PressAsync(Lea, Verbs.Next, new { r = id, s = "3" }), StringComparison.Ordinal);
        await bot.TypeAsync(Lea, "park: second press for line 2");
        for (var step = 4; step < 7; step++) await bot.TypeAsync(Lea, "next");
        var upwards = await bot.Registry.Cards.DrawAsync(Plant, new(UpwardsCard.Source, id), Stop);
        var words = SoeBot.Teams.Cards.CardPlainText.Render(upwards!);
        Assert.Contains("may we pay the express truck?", words, StringComparison.Ordinal);
        Assert.Contains("second press for line 2", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_closed_while_a_decision_has_no_owner_and_says_which()
    {
        await using var bot = await NewAsync();
        await bot.TypeAsync(Lea, "start");
        var id = (await bot.OpenAsync())!.Id.ToString();
        var draft = await bot.DecideAsync();

        Assert.Contains($"{draft.Name} has no owner or no date", await bot.PressAsync(Lea, Verbs.Close, new { r = id }), StringComparison.Ordinal);
        Assert.Contains(await bot.TypeAsync(Lea, "close"), said => said.Contains(draft.Name, StringComparison.Ordinal));
        Assert.NotNull(await bot.OpenAsync());
    }

    [Fact]
    public async Task It_asks_for_a_decision_warns_before_its_end_and_closes_itself_though_processes_die()
    {
        await using var bot = await NewAsync();
        bot.At(13, 0);
        await bot.TypeAsync(Lea, "start");

        bot.At(13, 30);
        Assert.Contains(await bot.TickAsync(), said => said.Contains("30 minutes, no decision yet. Next red order: SO", StringComparison.Ordinal) && said.Contains("What do we do?", StringComparison.Ordinal));
        await bot.DecideAsync(null, Omar, new DateOnly(2014, 1, 10));
        var other = bot.Restarted();
        other.At(13, 45);
        Assert.DoesNotContain(await other.TickAsync(), said => said.Contains("no decision yet. Next", StringComparison.Ordinal));

        other.At(14, 20);
        Assert.Contains(await other.TickAsync(), said => said.Contains("10 minutes. Steps 1, 2, 3, 4, 5, 6, 7 and 8 open", StringComparison.Ordinal));
        var meeting = (await other.OpenAsync())!;
        await other.PressAsync(Lea, Verbs.Extend, new { r = meeting.Id.ToString(), e = $"{meeting.EndsAt.UtcTicks}" });
        await other.PressAsync(Lea, Verbs.Extend, new { r = meeting.Id.ToString(), e = $"{meeting.EndsAt.UtcTicks}" });
        Assert.Equal(meeting.EndsAt.AddMinutes(15), (await other.OpenAsync())!.EndsAt);
        other.At(14, 46);
        Assert.DoesNotContain(await other.TickAsync(), said => said.Contains("15 minutes over", StringComparison.Ordinal));
        other.At(15, 0);
        Assert.Contains(await other.TickAsync(), said => said.Contains("15 minutes over", StringComparison.Ordinal));

        other.At(15, 45);
        Assert.Contains(await other.TickAsync(), said => said.StartsWith("lea: ", StringComparison.Ordinal) && said.Contains("closed itself, unfinished", StringComparison.Ordinal));
        Assert.Null(await other.OpenAsync());
        Assert.True((await other.Store.Meetings.FindAsync(meeting.Id, Stop))!.IsUnfinished);
    }

    [Fact]
    public async Task What_is_open_near_the_end_moves_to_the_chat_or_is_skipped_with_a_reason()
    {
        await using var bot = await NewAsync();
        await bot.TypeAsync(Lea, "start");
        var id = (await bot.OpenAsync())!.Id.ToString();

        Assert.Contains("write the reason", await bot.PressAsync(Lea, Verbs.SkipRest, new { r = id, s = "0" }), StringComparison.Ordinal);
        await bot.PressAsync(Lea, Verbs.ToChat, new { r = id, s = "0" });
        var meeting = (await bot.OpenAsync())!;
        Assert.Equal(8, meeting.Step);
        Assert.Equal([StepEnd.MovedToChat], Enumerable.Range(0, 8).Select(step => meeting.LastVisit(step)!.End).Distinct());
        Assert.Empty(meeting.OpenSteps(9));
    }
}
