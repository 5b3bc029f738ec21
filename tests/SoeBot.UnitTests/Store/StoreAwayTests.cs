using Npgsql;
using SoeBot.Store.Database;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class StoreAwayTests
{
    [Fact]
    public void What_the_database_says_anywhere_in_the_chain_means_that_it_was_away_and_nothing_else_does()
    {
        var broken = new InvalidOperationException("Likely due to a transient failure.", new NpgsqlException("Exception while reading from stream", new EndOfStreamException("Attempted to read past the end of the stream.")));
        Assert.True(StoreAway.Is(broken));
        Assert.True(StoreAway.Is(broken.InnerException));
        Assert.False(StoreAway.Is(broken.InnerException!.InnerException));
        Assert.False(StoreAway.Is(new InvalidOperationException("a fault of ours", new FormatException())));
        Assert.False(StoreAway.Is(null));
    }
}
