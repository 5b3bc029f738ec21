using SoeBot.Domain.People;
using SoeBot.Store.Effects;
using Xunit;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>A number that somebody does not agree with, who may settle it, and all numbers with their definitions.</summary>
public sealed class NumberHandlerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contest_OmarDoubtsAttainment_ItStandsBesideTheNumberUntilPlanningResolvesIt()
    {
        await using var slices = await NewAsync();

        Assert.Contains("Schedule attainment of week 1 is contested: scrap booked twice", Assert.Single(await slices.TypeAsync(Omar, "contest attainment: scrap booked twice")));
        Assert.Contains("Contested by Omar Haddad: scrap booked twice", Assert.Single(await slices.TypeAsync(Petra, "numbers")));

        Assert.Contains("resolved, corrected in the file", Assert.Single(await slices.TypeAsync(Petra, "resolve attainment corrected in the file")));
        Assert.DoesNotContain("Contested by", Assert.Single(await slices.TypeAsync(Petra, "numbers")));
        Assert.Equal(["numbers.resolve", "numbers.contest"], (await slices.Store.Audit.ListAsync(Plant, 0, 10, Stop)).Select(line => line.What).Take(2));
    }

    [Fact]
    public async Task Resolve_AnotherOnesDoubt_NeedsPlanningOrAnAdministrator()
    {
        await using var slices = await NewAsync();
        await slices.TypeAsync(Petra, "contest on time ship dates are of the invoice");

        Assert.Contains("contested by somebody else", Assert.Single(await slices.TypeAsync(Omar, "resolve on time")));
        Assert.Single(await slices.Store.Contests.OpenAsync(Plant, Stop));
        await slices.Store.People.GrantAsync(Plant, Omar, Role.Administrator, Effect.None, Stop);
        await slices.TypeAsync(Omar, "resolve on time");
        Assert.Empty(await slices.Store.Contests.OpenAsync(Plant, Stop));
    }

    [Fact]
    public async Task Contest_WithoutAReasonOrANumberOrARole_IsRefusedAndWritesNothing()
    {
        await using var slices = await NewAsync();

        Assert.Contains("Say what is wrong", Assert.Single(await slices.TypeAsync(Omar, "contest attainment")));
        Assert.Contains("I know these numbers", Assert.Single(await slices.TypeAsync(Omar, "contest the weather, it rained")));
        Assert.Contains("no role", Assert.Single(await slices.TypeAsync(Guest, "contest attainment wrong")));
        Assert.Empty(await slices.Store.Contests.OpenAsync(Plant, Stop));
        Assert.DoesNotContain(await slices.Store.Audit.ListAsync(Plant, 0, 10, Stop), line => line.What == "numbers.contest");
    }

    [Fact]
    public async Task Contest_ByButtonTwice_IsOneDoubtAndOneAuditLine()
    {
        await using var slices = await NewAsync();
        const string Data = """{ "p": "sample", "r": "", "v": 1, "in_contested": "Otif", "in_reason": "dates are of the invoice" }""";

        await slices.PressedAsync(Omar, "numbers.contest", Data);
        await slices.PressedAsync(Omar, "numbers.contest", Data);

        Assert.Single(await slices.Store.Contests.OpenAsync(Plant, Stop));
        Assert.Single(await slices.Store.Audit.ListAsync(Plant, 0, 10, Stop), line => line.What == "numbers.contest");
        Assert.Contains("Contested by Omar Haddad", await slices.PressedAsync(Petra, "numbers.page", """{ "r": "Otif" }"""));
        Assert.Equal("Choose a number and press again.", await slices.PressedAsync(Omar, "numbers.contest", """{ "in_contested": "Nonsense", "in_reason": "x" }"""));
    }

    [Fact]
    public async Task Metrics_Typed_ShowEachNumberWithDefinitionSourceAndVersion()
    {
        await using var slices = await NewAsync();

        var page = Assert.Single(await slices.TypeAsync(Petra, "metrics"));
        Assert.Contains("OTIF, on time in full: 91.2 %, 31 of 34 orders", page);
        Assert.Contains("Orders in full and on time.", page);
        Assert.Contains("Source: customer orders; plan version 1", page.ReplaceLineEndings(" "));
        Assert.Contains("OTIF, on time in full - 91.2 %", Assert.Single(await slices.TypeAsync(Petra, "otif")));
    }

    [Fact]
    public async Task Costs_StandOnNoSharedCard_AndPeopleOfThePlantSeeThemByTheButton()
    {
        await using var slices = await NewAsync();

        Assert.DoesNotContain("650", Assert.Single(await slices.TypeAsync(Petra, "costs")));
        Assert.DoesNotContain("650", Assert.Single(await slices.TypeAsync(Petra, "metrics")));
        Assert.DoesNotContain("650", await slices.PressedAsync(Guest, "numbers.page", """{ "r": "chosen", "in_number": "Costs" }"""));
        Assert.Contains("650", await slices.PressedAsync(Petra, "numbers.page", """{ "r": "chosen", "in_number": "Costs" }"""));
    }

    [Fact]
    public async Task Flags_Typed_ShowWhatFiredAndNotWhatWasSeenOnce()
    {
        await using var slices = await NewAsync();

        var card = Assert.Single(await slices.TypeAsync(Petra, "flags"));

        Assert.Contains("Mountain-500 is out of stock", card);
        Assert.DoesNotContain("Road-100", card);
        Assert.Contains("1 stock-out was seen in the last import only", card);
    }

    [Fact]
    public async Task Cause_TakenByButton_IsOnesOwnUntilSomebodySaysOtherwise()
    {
        await using var slices = await NewAsync();
        const string Data = """{ "in_problem": "7" }""";

        Assert.Contains("Omar Haddad looks for the cause", await slices.PressedAsync(Omar, "exceptions.cause", Data));
        Assert.Contains("Omar Haddad looks for the cause of X-7 already", await slices.PressedAsync(Petra, "exceptions.cause", Data));
        Assert.Contains("Petra Lang looks for the cause of X-7.", (await slices.TypeAsync(Petra, "I take X-7"))[0]);
        Assert.Contains("Omar Haddad looks for the cause of X-7.", (await slices.TypeAsync(Petra, "X-7 owner Omar"))[0]);
        Assert.Contains("I know no process problem X-99", Assert.Single(await slices.TypeAsync(Petra, "I take X-99")));
        Assert.Contains("no role", await slices.PressedAsync(Guest, "exceptions.cause", Data));
        Assert.Equal(3, (await slices.Store.Audit.AboutAsync(Plant, "X-7", Stop)).Count);
    }

    [Fact]
    public async Task Weeks_Typed_ShowFrequencyByCategoryAndTheGreatestCauses()
    {
        await using var slices = await NewAsync();

        Assert.Contains("3 days: Wood Fitness/Casting 44, supplier", Assert.Single(await slices.TypeAsync(Petra, "exceptions by week")));
    }
}
