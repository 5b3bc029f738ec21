using System.Reflection;
using SoeBot.Store;
using Xunit.Sdk;
using Xunit.v3;

namespace SoeBot.UnitTests.Store;

/// <summary>Runs the theory once on SQLite and once on PostgreSQL; its one argument says which.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnBothStoresAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<Xunit.ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new Xunit.TheoryDataRow<StoreProvider>(StoreProvider.Sqlite), new Xunit.TheoryDataRow<StoreProvider>(StoreProvider.PostgreSql)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
