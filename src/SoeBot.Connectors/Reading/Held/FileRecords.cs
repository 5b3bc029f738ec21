using System.IO.Hashing;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SoeBot.Connectors.Reading.Held;

/// <summary>
/// The records of one CSV file in their order, each by the length and a keyed hash of its characters with its line end, and the row it
/// became. The header is record 0. Equal means equal but for a chance of one in 2^64, and nobody knows the key.
/// </summary>
internal sealed class FileRecords
{
    /// <summary>Of a record that became no row: the header, a blank line, one that the mapping does not keep.</summary>
    public const int NoRow = -1;
    private static readonly long Key = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
    private readonly List<ulong> hashes = [];
    private readonly List<int> lengths = [], rows = [];
    private readonly Lazy<int[]> places;

    public FileRecords() => places = new Lazy<int[]>(Place);

    public int Count => hashes.Count;

    /// <summary>The file does not end with a line end: its last record is one only at the end of a file.</summary>
    public bool LastIsOpen { get; set; }

    public static ulong HashOf(ReadOnlySpan<char> record) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(record), Key);

    public ulong Hash(int record) => hashes[record];
    public int Length(int record) => lengths[record];
    public int Row(int record) => rows[record];

    public void Add(ulong hash, int length, int row)
    {
        hashes.Add(hash);
        lengths.Add(length);
        rows.Add(row);
    }

    /// <summary>Says which row the last record became.</summary>
    public void Became(int row) => rows[^1] = row;

    /// <summary>A record of that text, the header aside; -1 when there is none. Not to be asked while records are added.</summary>
    public int Find(ulong hash, int length)
    {
        for (var at = (int)hash & (places.Value.Length - 1); places.Value[at] > 0; at = (at + 1) & (places.Value.Length - 1))
            if (hashes[places.Value[at]] == hash && lengths[places.Value[at]] == length) return places.Value[at];
        return -1;
    }

    /// <summary>Of equal records the first; 0 is an empty place, because nobody looks for the header.</summary>
    private int[] Place()
    {
        var made = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, Count * 2))];
        for (var record = 1; record < Count; record++)
        {
            var at = (int)hashes[record] & (made.Length - 1);
            while (made[at] > 0) at = (at + 1) & (made.Length - 1);
            made[at] = record;
        }
        return made;
    }
}
