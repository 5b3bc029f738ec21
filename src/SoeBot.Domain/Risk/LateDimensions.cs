using System.Runtime.InteropServices;

namespace SoeBot.Domain.Risk;

/// <summary>Numbers the names of promises, so that a pair of names is one number too.</summary>
internal sealed class LateDimensions
{
    public const int Item = 0, Customer = 1, Supplier = 2, Lane = 3, ShipMode = 4, WorkCentre = 5, Notice = 6;
    private const int Names = 7;

    /// <summary>What may be special about two names together: this customer's item, this supplier on this lane.</summary>
    private static readonly (int One, int Other)[] Pairs = [(Customer, Item), (Customer, Supplier), (Lane, Supplier), (Lane, ShipMode), (Supplier, Item), (Lane, Item)];

    public static readonly int Count = Names + Pairs.Length;

    /// <summary>The one or two names that a dimension is made of.</summary>
    public static (int One, int? Other) NamesOf(int dimension) =>
        dimension < Names ? (dimension, null) : (Pairs[dimension - Names].One, Pairs[dimension - Names].Other);

    private readonly Dictionary<string, int>[] _numbers = [.. Enumerable.Range(0, Notice).Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];

    /// <summary>The key of each dimension, 0 where a name is missing.</summary>
    /// <param name="learn">False: a name never seen is missing.</param>
    public void Keys(in LateTraits traits, bool learn, Span<long> keys)
    {
        Span<int> names = [
            Number(Item, traits.Item, learn), Number(Customer, traits.Customer, learn), Number(Supplier, traits.Supplier, learn),
            Number(Lane, traits.Lane, learn), Number(ShipMode, traits.ShipMode, learn), Number(WorkCentre, traits.WorkCentre, learn), Bucket(traits.NoticeDays)];
        for (var name = 0; name < Names; name++) keys[name] = names[name];
        for (var pair = 0; pair < Pairs.Length; pair++)
        {
            var (one, other) = Pairs[pair];
            keys[Names + pair] = names[one] == 0 || names[other] == 0 ? 0 : ((long)names[one] << 32) | (uint)names[other];
        }
    }

    /// <summary>Notice doubles from one bucket to the next: up to 1, 2, 4, 8 ... days.</summary>
    public static int Bucket(int? days) => days is not { } known ? 0 : 1 + (int)Math.Ceiling(Math.Log2(Math.Max(1, known)));

    private int Number(int dimension, string? name, bool learn)
    {
        if (string.IsNullOrEmpty(name)) return 0;
        if (!learn) return _numbers[dimension].GetValueOrDefault(name);
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers[dimension], name, out var known);
        return known ? number : number = _numbers[dimension].Count;
    }
}
