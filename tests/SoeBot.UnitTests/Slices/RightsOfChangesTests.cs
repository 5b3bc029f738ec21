using SoeBot.Changes;
using SoeBot.Domain.Changes;
using SoeBot.Domain.People;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.UnitTests.Store;
using Xunit;
using static SoeBot.UnitTests.Slices.GivenFactory;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>Change requests and escalations ask the plant's rights, not a rule in code.</summary>
public sealed class RightsOfChangesTests
{
    private static readonly PersonKey Eva = PersonKey.Of(Given.Tenant, "eva");
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task Over_the_limit_the_next_decides_and_the_plant_manager_may_not(StoreProvider provider)
    {
        await using var slices = await LimitedAsync(provider, 5_000);
        await SentAsync(slices);
        Assert.Equal((9_999m, Role.Executive), ((await RequestAsync(slices)).Impact!.Amount, (await RequestAsync(slices)).Decider!.Value));
        Assert.StartsWith("C-1: Eva Stone, your decision", await slices.PressedAsync(Miguel, Verbs.Approve, await DataAsync(slices)));
        Assert.Equal(ChangeState.Asked, (await RequestAsync(slices)).State);
        var approved = await slices.PressedAsync(Eva, Verbs.Approve, await DataAsync(slices));
        Assert.StartsWith("C-1 approved by Eva Stone", approved);
        Assert.DoesNotContain("9,999", approved);
    }

    [Theory, OnBothStores]
    public async Task Up_to_the_limit_the_plant_manager_decides(StoreProvider provider)
    {
        await using var slices = await LimitedAsync(provider, 9_999);
        await SentAsync(slices);
        Assert.StartsWith("C-1: Miguel Duarte, your decision", await slices.PressedAsync(Eva, Verbs.Approve, await DataAsync(slices)));
        Assert.Equal(ChangeState.Asked, (await RequestAsync(slices)).State);
        Assert.StartsWith("C-1 approved by Miguel Duarte", await slices.PressedAsync(Miguel, Verbs.Approve, await DataAsync(slices)));
    }

    [Fact]
    public async Task What_was_sent_keeps_who_decides_it_though_the_rights_change()
    {
        await using var slices = await LimitedAsync(StoreProvider.Sqlite, 9_999);
        await SentAsync(slices);
        await LimitAsync(slices, 1);
        Assert.StartsWith("C-1 approved by Miguel Duarte", await slices.PressedAsync(Miguel, Verbs.Approve, await DataAsync(slices)));
    }

    private static async Task<SlicesUnderTest> LimitedAsync(StoreProvider provider, decimal most)
    {
        var slices = await FactoryAsync(provider);
        await slices.Store.People.SeenAsync(Eva, "Eva Stone", "29:eva", null, null, Stop);
        await slices.Store.People.GrantAsync(Plant, Eva, Role.Executive, Effect.None, Stop);
        await LimitAsync(slices, most);
        return slices;
    }

    private static Task<bool> LimitAsync(SlicesUnderTest slices, decimal most) => slices.Store.DecisionRights.ChangeAsync(Plant, Today, (_, _) =>
        (true, new DecisionRights { Frozen = [new(Role.PlantManager, most), new(Role.Executive)] }, Effect.None), Stop);
}
