using SoeBot.Changes;
using SoeBot.Domain.Changes;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.UnitTests.Store;
using Xunit;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>The people of product.md, and one change request on its way.</summary>
internal static class GivenFactory
{
    public static readonly PersonKey Sam = PersonKey.Of(Given.Tenant, "sam"), Miguel = PersonKey.Of(Given.Tenant, "miguel"), Dana = PersonKey.Of(Given.Tenant, "dana"), Clara = PersonKey.Of(Given.Tenant, "clara");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<SlicesUnderTest> FactoryAsync(StoreProvider provider = default)
    {
        var slices = await NewAsync(provider: provider);
        foreach (var (key, name, role) in ((PersonKey, string, Role)[])[(Sam, "Sam Ortiz", Role.Sales), (Miguel, "Miguel Duarte", Role.PlantManager), (Clara, "Clara Costa", Role.CustomerService)])
        {
            await slices.Store.People.SeenAsync(key, name, $"29:{key.ObjectId}", null, null, Stop);
            await slices.Store.People.GrantAsync(Plant, key, role, Effect.None, Stop);
        }
        await slices.Store.People.SeenAsync(Dana, "Dana Weiss", "29:dana", null, null, Stop);
        await slices.Store.Deputies.SetAsync(Plant, Role.PlantManager, Dana, Effect.None, Stop);
        return slices;
    }

    /// <summary>C-1, asked for and sent.</summary>
    public static async Task SentAsync(SlicesUnderTest slices, PersonKey? by = null, string line = "move 63216 to Thu, customer line stops")
    {
        await slices.TypeAsync(by ?? Sam, line);
        await CheckAsync(slices);
        await slices.PressedAsync(by ?? Sam, Verbs.Send, await DataAsync(slices, "\"in_reason\":\"LineStop\""));
        await slices.SentAsync();
    }

    public static async Task CheckAsync(SlicesUnderTest slices) => await slices.Check.RunAsync((await RequestAsync(slices)).Id, Stop);

    public static async Task<ChangeRequest> RequestAsync(SlicesUnderTest slices) => (await slices.Store.Changes.FindAsync(Plant, 1, Stop))!;

    public static async Task<string> DataAsync(SlicesUnderTest slices, string? inputs = null) =>
        $$"""{"p":"sample","r":1,"v":{{(await RequestAsync(slices)).Version}}{{(inputs is null ? "" : "," + inputs)}}}""";

    public static async Task WorkAsync(SlicesUnderTest slices, string kind)
    {
        var plant = new PlantProfiles(Microsoft.Extensions.Options.Options.Create(new PlantsOptions())).Default;
        foreach (var one in await slices.Store.Occurrences.ClaimDueAsync(Plant, kind, slices.Now, slices.Now, TimeSpan.FromMinutes(2), 10, Stop))
        {
            var effect = await slices.Registry.Occurrences.All[kind].Work(one, plant, slices.Now, Stop);
            await slices.Store.Occurrences.SettleAsync(one, effect is null ? OccurrenceState.Silent : OccurrenceState.Done, null, slices.Now, effect ?? Effect.None, Stop);
        }
    }
}
