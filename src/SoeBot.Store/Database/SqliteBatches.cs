using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;

namespace SoeBot.Store.Database;

/// <summary>
/// What is saved at once goes in few commands, as on PostgreSQL, in place of one for each row: the provider thinks of a call that costs
/// nothing, and most of a call's cost is around it.
/// </summary>
internal sealed class SqliteBatches(ModificationCommandBatchFactoryDependencies dependencies) : IModificationCommandBatchFactory
{
    /// <summary>SQLite looks for each value of the command in each of its statements: with very many, that would cost more than it saves.</summary>
    private const int Most = 16;

    public ModificationCommandBatch Create() => new Batch(dependencies);

    public static DbContextOptionsBuilder<TDb> In<TDb>(DbContextOptionsBuilder<TDb> options)
        where TDb : DbContext =>
        options.ReplaceService<IModificationCommandBatchFactory, SqliteBatches>();

    private sealed class Batch(ModificationCommandBatchFactoryDependencies dependencies) : AffectedCountModificationCommandBatch(dependencies, Most);
}
