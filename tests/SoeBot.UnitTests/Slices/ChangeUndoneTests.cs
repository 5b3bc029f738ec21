using SoeBot.Changes;
using SoeBot.Domain.Changes;
using Xunit;
using static SoeBot.UnitTests.Slices.GivenFactory;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>Who presses second and what can be undone, and what is left out before a guest.</summary>
public sealed class ChangeUndoneTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_a_guest_is_there_shared_cards_leave_out_what_people_wrote()
    {
        await using var slices = await FactoryAsync();
        await slices.Store.People.SeenAsync(Guest, "Gil Guest", "29:guest", null, null, Stop, isGuest: true);
        await slices.TypeAsync(Sam, "move 63216 to Thu, the customer Bike World stops its line");
        await CheckAsync(slices);
        await slices.PressedAsync(Sam, Verbs.Send, await DataAsync(slices, "\"in_reason\":\"LineStop\",\"in_text\":\"Bike World stops its line\",\"in_customer\":\"true\""));
        var plant = new SoeBot.Plants.PlantProfiles(Microsoft.Extensions.Options.Options.Create(new SoeBot.Plants.PlantsOptions())).Default.Id;
        Assert.DoesNotContain("Bike World", await DrawAsync(ChangeCard.Shared, "1"));
        Assert.DoesNotContain("by the customer", await DrawAsync(ChangeCard.Shared, "1"));
        Assert.Contains("Bike World", await DrawAsync(ChangeCard.Decide, "1"));
        await slices.PressedAsync(Miguel, Verbs.ApproveIf, await DataAsync(slices, "\"in_condition\":\"only if Bike World pays\""));
        Assert.DoesNotContain("Bike World", await DrawAsync(ChangeCard.News, "1:channel"));
        Assert.Contains("only if Bike World pays", await DrawAsync(ChangeCard.News, "1"));

        async Task<string> DrawAsync(string source, string about) => SoeBot.Teams.Cards.CardPlainText.Render((await slices.Registry.Cards.DrawAsync(plant, new(source, about), Stop))!);
    }

    [Fact]
    public async Task The_second_of_two_sees_who_was_first_and_undoes_it_within_ten_minutes()
    {
        await using var slices = await FactoryAsync();
        await SentAsync(slices);
        await slices.PressedAsync(Miguel, Verbs.Give, await DataAsync(slices));
        var data = await DataAsync(slices, "\"in_why\":\"no welders\"");
        await slices.PressedAsync(Dana, Verbs.Approve, data);
        await slices.SentAsync();
        slices.Wait(TimeSpan.FromSeconds(4));
        Assert.Contains("Dana Weiss approved this 4 s before you. Undo until", await slices.PressedAsync(Miguel, Verbs.Reject, data));
        Assert.Equal("Only Dana Weiss or the plant manager can take back what was decided on C-1.", await slices.PressedAsync(Petra, Verbs.TakeBack, data));
        Assert.Contains("your decision until", await slices.PressedAsync(Miguel, Verbs.TakeBack, data));
        Assert.Equal(2, (await slices.SentAsync()).Count(card => card.StartsWith("C-1: ", StringComparison.Ordinal) && card.Contains("Miguel Duarte took the decision back")));
        // Decided anew, it is told anew.
        await slices.PressedAsync(Dana, Verbs.Reject, await DataAsync(slices, "\"in_why\":\"no welders\""));
        Assert.Equal(2, (await slices.SentAsync()).Count(card => card.StartsWith("C-1 rejected by Dana Weiss", StringComparison.Ordinal)));
        await slices.PressedAsync(Dana, Verbs.TakeBack, data);
        // Time still ends it: what was withdrawn with the decision is there again.
        slices.Wait((await RequestAsync(slices)).ExpiresAt!.Value - slices.Now);
        await WorkAsync(slices, ChangeEffects.Expiry);
        Assert.Equal(ChangeState.Expired, (await RequestAsync(slices)).State);
    }

    [Fact]
    public async Task After_ten_minutes_a_decision_stands()
    {
        await using var slices = await FactoryAsync();
        await SentAsync(slices);
        await slices.PressedAsync(Miguel, Verbs.Reject, await DataAsync(slices, "\"in_why\":\"no welders\""));
        slices.Wait(TimeSpan.FromMinutes(10));
        Assert.Contains("What was decided on C-1 stands", await slices.PressedAsync(Miguel, Verbs.TakeBack, await DataAsync(slices)));
        Assert.Equal(ChangeState.Rejected, (await RequestAsync(slices)).State);
    }
}
