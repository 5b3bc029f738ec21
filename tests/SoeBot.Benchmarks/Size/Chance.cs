namespace SoeBot.Benchmarks.Size;

/// <summary>Draws that depend on table, row and number of the draw alone, so that a row is the same whatever else is written.</summary>
internal struct Chance(int table, int row)
{
    private ulong _state = ((ulong)table << 40) ^ ((ulong)row * 0x9E3779B97F4A7C15);

    /// <summary>0 to below the limit.</summary>
    public int Next(int limit)
    {
        // SplitMix64
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)Math.BigMul((mixed ^ (mixed >> 31)), (ulong)limit, out _);
    }

    public int Between(int first, int last) => first + Next(last - first + 1);

    public bool In(int percent) => Next(100) < percent;

    /// <summary>0 to below the limit, the low ones far more often: a few parts go into many assemblies.</summary>
    public int Popular(int limit) => (int)((long)Next(limit) * Next(limit) / limit);
}
