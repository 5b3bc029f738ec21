using System.Data.Common;

namespace SoeBot.Store.Database;

/// <summary>Tells "the database was away" from "broken": what failed by it can be done again.</summary>
public static class StoreAway
{
    /// <summary>
    /// Somewhere in the chain the database's own client failed. Its failure is not always the innermost one: a connection that breaks while it
    /// is read ends in one of the network.
    /// </summary>
    public static bool Is(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            if (failure is DbException) return true;
        return false;
    }
}
