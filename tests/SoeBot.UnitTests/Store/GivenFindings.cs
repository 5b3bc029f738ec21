using SoeBot.Domain.Plan;

namespace SoeBot.UnitTests.Store;

internal static class GivenFindings
{
    public static readonly PlanFindings Nothing = new(new([], 0, null, 0, 0, []), [], [], []);
}
