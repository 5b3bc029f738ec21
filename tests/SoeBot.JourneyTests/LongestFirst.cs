using Xunit.Sdk;
using Xunit.v3;

[assembly: Xunit.TestCollectionOrderer(typeof(SoeBot.JourneyTests.LongestFirst))]

namespace SoeBot.JourneyTests;

/// <summary>What takes minutes begins first: much of it is waiting, beside which the others run, and no processor is idle at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] First =
    [
        nameof(When_a_plant_lives_through_years), nameof(When_the_process_is_killed_in_the_middle), nameof(When_the_process_dies_at_every_boundary),
        nameof(When_a_server_dies_in_the_middle_of_a_chase), nameof(When_the_process_dies_beside_a_hand_over),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(one => Array.FindIndex(First, name => one.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is var place && place < 0 ? First.Length : place)];
}
