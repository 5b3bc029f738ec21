using Microsoft.Extensions.DependencyInjection;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.JourneyTests.Otherwise;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The rows of the product's table of edge cases that concern owners and their reminders.</summary>
public sealed class When_an_owner_is_not_there
{
    [Fact]
    public async Task On_leave_the_deputy_is_asked_and_the_owner_reads_one_summary_on_return()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 23, 9, 0, 0));
        var form = await plant.TypeAsync(plant.Omar, "away 24-27 Nov, Petra covers", "who covers?");
        await plant.PressAsync(plant.Omar, form, "Save", "is away");
        await plant.Bot.WaitAsync(plant.Petra, "You cover for Omar");
        await plant.DecideAsync(plant.Bot.Teams.Personal(plant.Lea), "Omar books a truck by 26 Nov", "D-1");
        await plant.MoveToAsync(25, 8, 30);
        await plant.Bot.WaitAsync(plant.Petra, "D-1");
        Assert.Equal(0, plant.Count(plant.Omar, "Due tomorrow"));
        await plant.MoveToAsync(30, 9);
        await plant.Bot.WaitAsync(plant.Omar, "Welcome back");
    }

    [Fact]
    public async Task Who_does_not_take_it_is_asked_again_and_then_the_lead_hears()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 23, 9, 0, 0));
        await plant.DecideAsync(plant.Bot.Teams.Personal(plant.Lea), "Ravi gets a second quote by 1 Dec", "D-1");
        await plant.Bot.WaitAsync(plant.Ravi, "D-1");
        var before = plant.Count(plant.Lea, "D-1");
        await plant.MoveToAsync(23, 13, 30);
        Assert.True(plant.Count(plant.Ravi, "D-1") >= 2 || plant.Bot.Teams.MessagesTo(plant.Ravi).Any(message => message.History.Count > 0), "Not asked again.");
        await plant.MoveToAsync(24, 9, 30);
        Assert.True(plant.Count(plant.Lea, "D-1") > before, "The lead was not told.");
    }

    /// <summary>In private, again, the lead: then the name stands in the channel with the papers of the meeting, before the eyes of all.</summary>
    [Fact]
    public async Task Who_never_answers_is_named_in_the_channel_last()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 12, 2, 8, 50, 0));
        var (omar, made) = (PersonKey.Of(plant.Omar.TenantId, plant.Omar.AadObjectId), new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        foreach (var (text, due) in ((string, DateOnly)[])[("Omar books a truck", new(2026, 11, 27)), ("Omar counts the pallets", new(2026, 12, 1))])
            await plant.Bot.Services.GetRequiredService<DecisionStore>().RecordAsync(
                new(new(Guid.NewGuid()), BotUnderTest.PlantId, text, DecisionSubject.None, omar, due, omar, null, 1), made, _ => Effect.None, TestContext.Current.CancellationToken);

        await plant.MoveToAsync(32, 9, 1);

        var named = await plant.Bot.WaitAsync(plant.Channel, "1 decision has waited for days");
        Assert.Contains("Omar: D-1 Omar books a truck", named.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain("D-2", named.PlainText, StringComparison.Ordinal);
    }
}
