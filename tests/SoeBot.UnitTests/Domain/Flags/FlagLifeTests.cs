using CsCheck;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Flags.GivenFlags;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Flags;

/// <summary>Each cause fires once; executives hear of what two imports in a row say; a source that is missing says nothing new.</summary>
public sealed class FlagLifeTests
{
    private static readonly PlanSnapshot Out = new() { Stock = [Stock("pump", 0)], Orders = [Order("SO1", "pump", 8, 9)] };
    private static readonly PlanSnapshot Calm = Out with { Stock = [Stock("pump", 100)] };

    private static IReadOnlyList<PlanFlag>[] Imports(params PlanSnapshot[] plans)
    {
        var all = new List<IReadOnlyList<PlanFlag>>();
        foreach (var (number, plan) in plans.Index())
            all.Add(FlagRules.Compute(Input(plan, today: Today.AddDays(number)) with { Version = number + 1, Previous = number == 0 ? [] : all[number - 1] }));
        return [.. all];
    }

    [Fact]
    public void Compute_ACriterionForExecutives_FiresAtTheSecondImportInARow()
    {
        var imports = Imports(Out, Out, Out);

        Assert.Equal([null, 2, 2], imports.Select(flags => flags.Single().FiredIn));
        Assert.Equal([1, 2, 3], imports.Select(flags => flags.Single().Imports));
        Assert.All(imports, flags => Assert.Equal(Today, flags.Single().Since));
    }

    [Fact]
    public void Compute_TrueForOneImportOnly_NeverReachesExecutives() =>
        Assert.DoesNotContain(Imports(Out, Calm, Out, Calm).SelectMany(flags => flags), flag => flag.FiredIn is not null);

    [Fact]
    public void Compute_ClearedAndBack_FiresAgain() =>
        Assert.Equal([null, 2, null, null, 5], Imports(Out, Out, Calm, Out, Out).Select(flags => flags.SingleOrDefault()?.FiredIn));

    [Fact]
    public void Compute_AnImportWithoutStock_NeitherClearsNorCounts()
    {
        var imports = Imports(Out, Out with { Stock = null }, Out);

        Assert.Equal([1, 1, 2], imports.Select(flags => flags.Single().Imports));
        Assert.Equal(3, imports[2].Single().FiredIn);
    }

    [Fact]
    public void Compute_AnyRunOfImports_FiresOncePerCause() => Gen.Bool.Array[1, 20].Sample(runs =>
    {
        var imports = Imports([.. runs.Select(isOut => isOut ? Out : Calm)]);
        var fired = imports.Select((flags, i) => flags.Count(flag => flag.FiredIn == i + 1)).ToArray();

        for (var i = 0; i < runs.Length; i++)
            Assert.Equal(i >= 1 && runs[i] && runs[i - 1] && (i < 2 || !runs[i - 2]) ? 1 : 0, fired[i]);
    });
}
