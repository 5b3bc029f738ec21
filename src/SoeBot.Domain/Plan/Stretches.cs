namespace SoeBot.Domain.Plan;

/// <summary>The rows of a table in stretches, for work in which no row needs anything of another.</summary>
internal static class Stretches
{
    /// <summary>Under it nothing is gained by a second processor.</summary>
    private const int Few = 1_000;

    /// <summary>Does the work for each stretch from a row until before another, side by side.</summary>
    /// <returns>The results in the order of the rows.</returns>
    public static T[] Each<T>(int rows, Func<int, int, T> work)
    {
        var results = new T[rows < Few ? 1 : Environment.ProcessorCount * 2];
        Parallel.For(0, results.Length, at => results[at] = work(Start(at), Start(at + 1)));
        return results;

        int Start(int at) => (int)((long)at * rows / results.Length);
    }
}
