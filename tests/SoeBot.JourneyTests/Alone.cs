using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>Tests of memory and of time, beside which no other test runs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
